package dev.plumbline.rules.security;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.rule.SyntaxFixer;
import dev.plumbline.analyzer.rule.UseRule;
import dev.plumbline.analyzer.taint.Use;
import java.util.Optional;
import java.util.Set;

/** A cookie that scripts can read. Prose and examples: {@code CookieNoHttponly.md}. */
public final class CookieNoHttponly implements UseRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "cookie-no-httponly",
          "Cookie that scripts can read",
          Checklist.SECURITY,
          Cwe.of(1004),
          Severity.LOW,
          Confidence.MEDIUM);

  private static final Set<String> OPENS =
      Set.of(
          "session",
          "sid",
          "jsessionid",
          "sessionid",
          "token",
          "auth",
          "jwt",
          "remember",
          "rememberme",
          "login",
          "access",
          "refresh",
          "sso",
          "ticket");

  /** Scripts have to read these. */
  private static final Set<String> FOR_SCRIPTS =
      Set.of(
          "xsrf",
          "csrf",
          "lang",
          "language",
          "locale",
          "theme",
          "timezone",
          "tz",
          "consent",
          "sidebar",
          "view",
          "color",
          "layout");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Optional<SyntaxFixer> fixer() {
    return Optional.of(CookieFlagFixer.HTTP_ONLY);
  }

  @Override
  public boolean wants(MethodRole role) {
    return CookieFlag.HTTP_ONLY.isAskedFor(role);
  }

  @Override
  public Optional<Finding> judge(Use use) {
    return CookieFlag.HTTP_ONLY.finding(INFO, use).map(Finding.Builder::build);
  }

  @Override
  public Optional<Finding> judge(Use use, Backend backend) {
    String name = cookieName(use.body(), backend);
    if (NameWords.contain(name, FOR_SCRIPTS)) {
      return Optional.empty();
    }
    boolean opens = NameWords.contain(name, OPENS);
    return CookieFlag.HTTP_ONLY
        .finding(INFO, use)
        .map(
            each ->
                each.severity(opens ? Severity.MEDIUM : Severity.LOW)
                    .confidence(opens ? Confidence.HIGH : Confidence.MEDIUM)
                    .build());
  }

  /** The names of the cookies that the method makes; empty where none is constant. */
  private static String cookieName(CodeBody body, Backend backend) {
    StringBuilder names = new StringBuilder();
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        int register =
            each instanceof Instruction.New creation
                    && creation.type().simpleName().endsWith("Cookie")
                    && !creation.arguments().isEmpty()
                ? creation.arguments().get(0)
                : each instanceof Instruction.Call call
                        && call.name().equals("from")
                        && call.arguments().size() == 2
                    ? call.arguments().get(0)
                    : -1;
        if (register >= 0
            && backend.program().fixedValues().of(body, register)
                instanceof ConstantValue.Scalar text) {
          names.append(text.value()).append(' ');
        }
      }
    }
    return names.toString();
  }
}
