package dev.plumbline.rules.security;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.rule.BackendRule;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A template engine that writes text as if it were HTML. Prose and examples: {@code
 * TemplateAutoescapeDisabled.md}.
 */
public final class TemplateAutoescapeDisabled implements BackendRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "template-autoescape-disabled",
          "Template engine that writes text as if it were HTML",
          Checklist.SECURITY,
          Cwe.of(79),
          Severity.MEDIUM,
          Confidence.HIGH);

  /** What is no page needs no escaping for pages. */
  private static final Set<String> NO_PAGES =
      Set.of(
          "text",
          "plain",
          "sql",
          "code",
          "codegen",
          "generator",
          "sms",
          "subject",
          "query",
          "script",
          "yaml",
          "json",
          "properties",
          "csv",
          "java",
          "message");

  /** What switches escaping off; most calls are done with at their name. */
  private static final Set<String> SWITCHES =
      Set.of("escapeHTML", "autoEscaping", "setAutoEscapingPolicy", "with");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void review(Backend backend, Consumer<Finding> findings) {
    MainCode code = new MainCode(backend.program());
    code.each(
        (body, step) -> {
          if (step instanceof Instruction.Call call) {
            problem(code, body, call)
                .filter(message -> !isForText(body))
                .ifPresent(
                    message ->
                        findings.accept(
                            Finding.of(INFO, body.location(call.nameSpan()), message).build()));
          }
        });
  }

  private static boolean isForText(CodeBody body) {
    return NameWords.contain(body.method().name(), NO_PAGES)
        || NameWords.contain(body.owner().declaredAround().declaration().simpleName(), NO_PAGES);
  }

  private static Optional<String> problem(MainCode code, CodeBody body, Instruction.Call call) {
    if (!SWITCHES.contains(call.name()) || call.arguments().size() != 1) {
      return Optional.empty();
    }
    CallTarget target = code.target(body, call);
    if (target.declared().isPresent()) {
      return Optional.empty();
    }
    boolean off =
        switch (call.name()) {
          case "escapeHTML", "autoEscaping" ->
              code.argument(body, call, 0).filter(Boolean.FALSE::equals).isPresent();
          case "setAutoEscapingPolicy" ->
              MainCode.name(body, call.arguments().get(0))
                  .filter("DISABLE_AUTO_ESCAPING_POLICY"::equals)
                  .isPresent();
          case "with" ->
              MainCode.name(body, call.arguments().get(0)).filter("NOOP"::equals).isPresent()
                  && target.receiver().simpleName().equals("Handlebars");
          default -> false;
        };
    return off ? Optional.of(target.displayName() + " switches escaping off") : Optional.empty();
  }
}
