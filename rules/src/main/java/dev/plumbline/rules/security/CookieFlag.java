package dev.plumbline.rules.security;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.taint.Settings;
import dev.plumbline.analyzer.taint.Use;
import java.util.Optional;
import java.util.Set;

/**
 * A flag of cookies that has to be set before they are sent.
 *
 * @param setting in the words of {@link Settings}
 * @param name as the standard writes it
 */
record CookieFlag(MethodRole.Configures.Setting role, String setting, String name) {

  static final CookieFlag SECURE =
      new CookieFlag(MethodRole.Configures.Setting.COOKIE_SECURE, "cookie-secure", "Secure");
  static final CookieFlag HTTP_ONLY =
      new CookieFlag(
          MethodRole.Configures.Setting.COOKIE_HTTP_ONLY, "cookie-http-only", "HttpOnly");

  private static final int MAX_BUILDER_CALLS = 12;

  private static final String MAX_AGE = "cookie-max-age";

  /** Types of single cookies: judged where they are sent, not where a flag is set. */
  private static final Set<String> COOKIES =
      Set.of(
          "Cookie",
          "ResponseCookieBuilder",
          "NewCookie",
          "AbstractNewCookieBuilder",
          "Builder",
          // Pages have to read the token to send it back.
          "CookieCsrfTokenRepository");

  boolean isAskedFor(MethodRole asked) {
    return asked instanceof MethodRole.Sink sink && sink.kind() == SinkKind.COOKIE
        || asked instanceof MethodRole.Configures configures
            && configures.setting() == role
            && configures.at().isPresent();
  }

  Optional<Finding.Builder> finding(RuleInfo rule, Use use) {
    boolean sent = use.role() instanceof MethodRole.Sink;
    if (sent
        ? isSentWithout(use.settings()) && !isEmpty(use.body(), cookie(use), 0)
        : isSwitchedOff(use)) {
      String message =
          sent
              ? ValueFinding.called(use) + " sends a cookie without " + name
              : ValueFinding.called(use) + " takes " + name + " from cookies";
      return Optional.of(ValueFinding.of(rule, use, message));
    }
    return Optional.empty();
  }

  private boolean isSentWithout(Settings settings) {
    if (settings.isAlways(MAX_AGE, "0") || settings.isAlways(MAX_AGE, "ZERO")) {
      // It is deleted.
      return false;
    }
    Set<String> values = settings.values().get(setting);
    // A flag that depends on something, as on the request being secure, is thought of.
    return values == null ? settings.complete() : Set.of("false", "-").containsAll(values);
  }

  /** The register of the cookie that is sent, or of its builder. */
  private static int cookie(Use use) {
    if (!(use.site() instanceof Instruction.Call call)) {
      return Body.NONE;
    }
    return call.arguments().isEmpty() ? call.receiver() : call.arguments().get(0);
  }

  /** Whether the cookie is made with an empty value: nothing is sent, and nothing is stolen. */
  private static boolean isEmpty(CodeBody body, int register, int depth) {
    if (register < 0 || depth > MAX_BUILDER_CALLS) {
      return false;
    }
    for (Instruction made : body.definitions(register)) {
      if (made instanceof Instruction.Copy copy) {
        return isEmpty(body, copy.source(), depth + 1);
      }
      if (made instanceof Instruction.New creation) {
        return creation.arguments().size() > 1 && isEmptyText(body, creation.arguments().get(1));
      }
      if (made instanceof Instruction.Call call) {
        return call.name().equals("from")
            ? call.arguments().size() > 1 && isEmptyText(body, call.arguments().get(1))
            : isEmpty(body, call.receiver(), depth + 1);
      }
    }
    return false;
  }

  private static boolean isEmptyText(CodeBody body, int register) {
    return body.definitions(register).stream()
        .anyMatch(
            each ->
                each instanceof Instruction.Constant constant
                    && (constant.literal().kind() == Literal.Kind.NULL
                        || "".equals(constant.literal().value())));
  }

  private boolean isSwitchedOff(Use use) {
    return use.complete()
        && !use.constants().isEmpty()
        && use.constants().stream().allMatch(Boolean.FALSE::equals)
        && !COOKIES.contains(use.target().receiver().simpleName());
  }
}
