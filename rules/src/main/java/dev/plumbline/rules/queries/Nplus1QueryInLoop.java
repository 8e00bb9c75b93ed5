package dev.plumbline.rules.queries;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.backend.Iteration;
import dev.plumbline.analyzer.backend.QueryCall;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.library.Access;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.rule.BackendRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A query is executed once for each element of a collection. See Nplus1QueryInLoop.md. */
public final class Nplus1QueryInLoop implements BackendRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "nplus1-query-in-loop",
          "Query executed once for each element of a collection",
          Checklist.QUERIES,
          Cwe.of(1073),
          Severity.HIGH,
          Confidence.HIGH);

  /** Arguments of these types make one call stand for many elements, or for one page of them. */
  private static final List<String> MANY_AT_ONCE =
      List.of(
          "java.util.Collection",
          "java.lang.Iterable",
          "org.springframework.data.domain.Pageable",
          "org.apache.ibatis.session.RowBounds",
          "com.baomidou.mybatisplus.core.metadata.IPage");

  private static final Set<SinkKind> STATEMENTS = Set.of(SinkKind.SQL, SinkKind.JPQL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void review(Backend backend, Consumer<Finding> findings) {
    for (CodeBody body : backend.program().bodies()) {
      if (!roles().contains(body.owner().file().file().role())) {
        continue;
      }
      for (QueryCall query :
          backend.dataAccess().in(body, block -> backend.iterations().mayRepeat(body, block))) {
        if (query.access() == Access.READ && !query.cached() && !takesMany(backend, query)) {
          Optional<Iteration> iteration = backend.iterations().around(body, query.site());
          iteration
              .filter(around -> !around.bounded())
              .ifPresent(around -> findings.accept(finding(query, around)));
        }
      }
    }
  }

  private static Finding finding(QueryCall query, Iteration around) {
    return Finding.of(
            INFO,
            query.location(),
            query.displayName() + " executes a query for each element of " + around.description())
        .step(around.location(), around.description() + " repeats what is inside")
        .step(query.location(), query.displayName() + " executes a query each time")
        .build();
  }

  /** A chunk of ids or a page is the remedy, not the illness. */
  private static boolean takesMany(Backend backend, QueryCall query) {
    if (!(query.site() instanceof Instruction.Call call)) {
      return false;
    }
    Operands arguments = call.arguments();
    if (arguments.size() > 0
        && isElementItself(query.body(), arguments.get(0))
        && runsText(backend, query, arguments.size())) {
      // A list of statements: each is another one, and no query could stand for all.
      return true;
    }
    for (int i = 0; i < arguments.size(); i++) {
      JavaType type = backend.program().inference().typeOf(query.body(), arguments.get(i));
      boolean many =
          MANY_AT_ONCE.stream()
              .anyMatch(name -> backend.program().hierarchy().isSubtype(type, name));
      if (many) {
        return true;
      }
    }
    return false;
  }

  private static boolean isElementItself(CodeBody body, int register) {
    return body.variable(register)
        .filter(variable -> variable.kind() == Variable.Kind.FOR_EACH)
        .isPresent();
  }

  private static boolean runsText(Backend backend, QueryCall query, int arguments) {
    return backend
        .library()
        .models(
            query.target().receiver(),
            query.target().name(),
            arguments,
            backend.program().hierarchy())
        .stream()
        .flatMap(model -> model.sinks().stream())
        .anyMatch(sink -> STATEMENTS.contains(sink.kind()) && sink.at().isArgument(0, arguments));
  }
}
