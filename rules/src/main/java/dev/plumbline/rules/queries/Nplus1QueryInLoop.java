package dev.plumbline.rules.queries;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.backend.Iteration;
import dev.plumbline.analyzer.backend.QueryCall;
import dev.plumbline.analyzer.backend.QueryEffect;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.Access;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.rule.BackendRule;
import java.util.BitSet;
import java.util.Optional;
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
      direct(backend, body, findings);
      throughMethods(backend, body, findings);
    }
  }

  private static void direct(Backend backend, CodeBody body, Consumer<Finding> findings) {
    for (QueryCall query :
        backend.dataAccess().in(body, block -> backend.iterations().mayRepeat(body, block))) {
      boolean counts =
          query.access() == Access.READ
              && !query.cached()
              && !backend.dataAccess().takesMany(query);
      if (counts) {
        backend
            .iterations()
            .around(body, query.site())
            .filter(around -> !around.bounded())
            .ifPresent(around -> findings.accept(finding(query, around)));
      }
    }
  }

  /** Queries that a method runs which the iteration calls. */
  private static void throughMethods(Backend backend, CodeBody body, Consumer<Finding> findings) {
    for (Block block : body.body().blocks()) {
      boolean mayRepeat = backend.iterations().mayRepeat(body, block);
      for (Instruction each : block.instructions()) {
        // A method reference is called wherever it is handed to.
        if (each instanceof Instruction.MethodReference
            || mayRepeat && each instanceof Instruction.Call) {
          throughMethod(backend, body, each).ifPresent(findings);
        }
      }
    }
  }

  private static Optional<Finding> throughMethod(Backend backend, CodeBody body, Instruction site) {
    for (QueryEffect effect : backend.queryEffects().of(body, site)) {
      Optional<Iteration> around = Optional.empty();
      if (site instanceof Instruction.Call call) {
        BitSet arguments = effect.argumentsOf(call);
        if (!arguments.isEmpty()) {
          around = backend.iterations().around(body, call, arguments);
        }
      } else {
        around = backend.iterations().around(body, site);
      }
      if (around.filter(iteration -> !iteration.bounded()).isPresent()) {
        return Optional.of(finding(backend, body, site, effect, around.get()));
      }
    }
    return Optional.empty();
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

  private static Finding finding(
      Backend backend, CodeBody body, Instruction site, QueryEffect effect, Iteration around) {
    CallTarget target =
        site instanceof Instruction.Call call
            ? backend.program().inference().target(body, call)
            : backend.program().inference().target(body, (Instruction.MethodReference) site);
    Location location =
        body.location(site instanceof Instruction.Call call ? call.nameSpan() : site.span());
    QueryCall query = effect.query();
    Finding.Builder finding =
        Finding.of(
                INFO,
                location,
                target.displayName()
                    + " is called for each element of "
                    + around.description()
                    + " and executes the query "
                    + query.displayName())
            .step(around.location(), around.description() + " repeats what is inside")
            .step(location, target.displayName() + " is called each time");
    if (effect.path().size() > 1) {
      // Far away the query may be one of many things that the method does.
      finding.severity(Severity.MEDIUM).confidence(Confidence.MEDIUM);
    }
    for (Location each : effect.path()) {
      finding.step(each, "which calls on");
    }
    return finding
        .step(query.location(), query.displayName() + " executes a query each time")
        .build();
  }
}
