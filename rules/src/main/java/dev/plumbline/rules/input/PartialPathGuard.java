package dev.plumbline.rules.input;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.rule.BackendRule;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A check that a path stays inside a folder lets others through. Prose and examples: {@code
 * PartialPathGuard.md}.
 */
public final class PartialPathGuard implements BackendRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "partial-path-guard",
              "Path check that paths outside of the folder pass",
              Checklist.INPUT,
              Cwe.of(23),
              Severity.MEDIUM,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  private static final Set<String> DECODERS =
      Set.of(
          "java.net.URLDecoder",
          "org.springframework.web.util.UriUtils",
          "org.springframework.util.StringUtils",
          "cn.hutool.core.util.URLUtil",
          "org.apache.commons.codec.net.URLCodec");

  private static final Set<String> DECODING = Set.of("decode", "uriDecode");

  private static final Set<String> SEARCHING = Set.of("contains", "indexOf", "startsWith");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void review(Backend backend, Consumer<Finding> findings) {
    Program program = backend.program();
    PathText paths = new PathText(program);
    for (CodeBody body : program.bodies()) {
      if (!roles().contains(body.owner().file().file().role())) {
        continue;
      }
      for (Block block : body.body().blocks()) {
        for (Instruction each : block.instructions()) {
          if (each instanceof Instruction.Call call
              && call.arguments().size() == 1
              && call.receiver() != Body.NONE
              && SEARCHING.contains(call.name())) {
            Check check = new Check(program, paths, body, block, call);
            check.finding().ifPresent(findings);
          }
        }
      }
    }
  }

  /** A test of what a text begins with or has in it. */
  private record Check(
      Program program, PathText paths, CodeBody body, Block block, Instruction.Call call) {

    Optional<Finding> finding() {
      int argument = call.arguments().get(0);
      if (!call.name().equals("startsWith")) {
        boolean dots =
            program.fixedValues().of(body, argument) instanceof ConstantValue.Scalar text
                && String.valueOf(text.value()).startsWith("..");
        return dots ? decodedLater() : Optional.empty();
      }
      CallTarget target = program.inference().target(body, call);
      // Of a type that nobody knows, what it is compared with tells.
      boolean text =
          target.owner().isString()
              || !target.owner().isKnown() && program.inference().typeOf(body, argument).isString();
      if (!text && !target.owner().is("java.nio.file.Path")) {
        return Optional.empty();
      }
      PathText.Form form = paths.form(body, call.receiver());
      if (form == PathText.Form.RESOLVED) {
        return text ? withoutSeparator(argument) : Optional.empty();
      }
      return form == PathText.Form.JOINED ? unresolved(argument) : Optional.empty();
    }

    /** {@code /data-old/x} begins with {@code /data} and lies beside it. */
    private Optional<Finding> withoutSeparator(int folder) {
      if (paths.end(body, folder) != PathText.End.NO_SEPARATOR
          || refuses()
          || isAskedAbout("endsWith", folder)
          || isAskedAbout("charAt", call.receiver())
          || isAskedAbout("relativize", folder)) {
        return Optional.empty();
      }
      String name = name(folder);
      Finding.Builder finding =
          Finding.of(
                  INFO,
                  body.location(call.span()),
                  "startsWith("
                      + name
                      + ") lets paths beside the folder through: "
                      + name
                      + " has no separator at its end")
              .fix(fix());
      return Optional.of(finding.build());
    }

    /** What was made from the folder begins with it, whatever stands behind. */
    private Optional<Finding> unresolved(int folder) {
      Object joined = joinedFolder(call.receiver());
      if (joined == null
          || !joined.equals(paths.folder(body, folder))
          || refuses()
          || isCheckedForDots()) {
        return Optional.empty();
      }
      return Optional.of(
          Finding.of(
                  INFO,
                  body.location(call.span()),
                  "startsWith("
                      + name(folder)
                      + ") is true for every path that was joined to it: .. was not resolved"
                      + " before")
              .build());
    }

    /** The folder that the value of {@code register} was joined to, as {@link PathText} names. */
    private Object joinedFolder(int register) {
      Instruction made = definition(register);
      int steps = 0;
      while (made != null && steps++ < 10) {
        if (made instanceof Instruction.Copy copy) {
          made = definition(copy.source());
        } else if (made instanceof Instruction.New creation && creation.arguments().size() > 1) {
          return paths.folder(body, creation.arguments().get(0));
        } else if (made instanceof Instruction.New creation && creation.arguments().size() == 1) {
          made = definition(creation.arguments().get(0));
        } else if (made instanceof Instruction.Call each) {
          if (each.name().equals("resolve")) {
            return paths.folder(body, each.receiver());
          }
          if (each.arguments().size() > 1) {
            return paths.folder(body, each.arguments().get(0));
          }
          made = each.receiver() == Body.NONE ? null : definition(each.receiver());
        } else {
          return null;
        }
      }
      return null;
    }

    private Instruction definition(int register) {
      List<Instruction> definitions = body.definitions(register);
      return definitions.size() == 1 ? definitions.get(0) : null;
    }

    /** Whether the code refuses what begins so: then a longer match refuses more. */
    private boolean refuses() {
      if (!(block.terminator() instanceof Instruction.Branch branch)) {
        return false;
      }
      boolean straight = true;
      int condition = branch.condition();
      while (condition != call.target()) {
        if (definition(condition) instanceof Instruction.Operation not
            && not.operator() == Operator.NOT) {
          straight = !straight;
          condition = not.operands().get(0);
        } else {
          return false;
        }
      }
      int next = straight ? branch.then() : branch.otherwise();
      return body.body().blocks().get(next).terminator() instanceof Instruction.Throw;
    }

    /** Whether the code looks at the same value by a call of that name too. */
    private boolean isAskedAbout(String method, int register) {
      Object value = paths.folder(body, register);
      return calls(method).stream()
          .anyMatch(each -> value.equals(paths.folder(body, each.receiver())));
    }

    private List<Instruction.Call> calls(String method) {
      return body.body().blocks().stream()
          .flatMap(each -> each.instructions().stream())
          .filter(Instruction.Call.class::isInstance)
          .map(Instruction.Call.class::cast)
          .filter(each -> each.name().equals(method) && each.receiver() != Body.NONE)
          .toList();
    }

    private boolean isCheckedForDots() {
      return SEARCHING.stream()
          .flatMap(method -> calls(method).stream())
          .anyMatch(
              each ->
                  each.arguments().size() == 1
                      && program.fixedValues().of(body, each.arguments().get(0))
                          instanceof ConstantValue.Scalar text
                      && String.valueOf(text.value()).startsWith(".."));
    }

    /** {@code %2e%2e} holds no dots until it is decoded. */
    private Optional<Finding> decodedLater() {
      Object checked = paths.origin(body, call.receiver());
      BitSet behind = behind();
      for (Block each : body.body().blocks()) {
        boolean passed = each != block;
        for (Instruction step : each.instructions()) {
          passed |= step == call;
          if (passed
              && behind.get(each.id())
              && step instanceof Instruction.Call decoder
              && isDecoder(decoder)
              && checked.equals(paths.origin(body, decoder.arguments().get(0)))
              && !isCheckedAgain(decoder)) {
            String name = name(call.receiver());
            String decoding = program.inference().target(body, decoder).displayName();
            return Optional.of(
                Finding.of(
                        INFO,
                        body.location(call.span()),
                        name + " is searched for .. before " + decoding + " decodes it")
                    .step(body.location(call.span()), name + " is searched for ..")
                    .step(body.location(decoder.span()), decoding + " decodes " + name)
                    .build());
          }
        }
      }
      return Optional.empty();
    }

    private boolean isDecoder(Instruction.Call decoder) {
      return DECODING.contains(decoder.name())
          && !decoder.arguments().isEmpty()
          && DECODERS.contains(program.inference().target(body, decoder).owner().name());
    }

    private boolean isCheckedAgain(Instruction.Call decoder) {
      Object decoded = assigned(decoder.target());
      return calls(call.name()).stream()
          .anyMatch(each -> each != call && decoded.equals(paths.origin(body, each.receiver())));
    }

    /** The variable that a temporary is put into, else the temporary. */
    private Object assigned(int register) {
      for (Variable variable : body.body().variables()) {
        for (Instruction each : body.definitions(variable.register())) {
          if (each.target() == register
              || each instanceof Instruction.Copy copy && copy.source() == register) {
            return paths.origin(body, variable.register());
          }
        }
      }
      return paths.origin(body, register);
    }

    /** The blocks that the code may come to after the check. */
    private BitSet behind() {
      BitSet seen = new BitSet();
      Deque<Integer> work = new ArrayDeque<>();
      seen.set(block.id());
      work.add(block.id());
      while (!work.isEmpty()) {
        for (int next : body.body().blocks().get(work.poll()).terminator().successors()) {
          if (!seen.get(next)) {
            seen.set(next);
            work.add(next);
          }
        }
      }
      return seen;
    }

    /** The value in the words of the code. */
    private String name(int register) {
      Optional<Variable> variable = body.variable(register);
      if (variable.isPresent()) {
        return variable.get().name();
      }
      Instruction made = definition(register);
      if (made instanceof Instruction.LoadName load) {
        return String.join(".", load.path());
      }
      if (made instanceof Instruction.Call each) {
        String on = each.receiver() == Body.NONE ? "" : name(each.receiver()) + ".";
        return on + each.name() + "(" + (each.arguments().isEmpty() ? "" : "…") + ")";
      }
      return program.fixedValues().of(body, register) instanceof ConstantValue.Scalar text
          ? "\"" + text.value() + "\""
          : "the text";
    }

    /** {@code + File.separator} before the closing parenthesis. */
    private Fix fix() {
      Span span = call.span();
      Span end =
          new Span(span.endLine(), span.endColumn() - 1, span.endLine(), span.endColumn() - 1);
      boolean imported = program.names().resolve("File", body.owner(), null).is("java.io.File");
      String separator = (imported ? "" : "java.io.") + "File.separator";
      return new Fix(
          "Compare with the folder and the separator behind it",
          List.of(new Fix.Replacement(body.location(end), " + " + separator)));
    }
  }
}
