package dev.plumbline.rules.security;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.SinkKind;
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
    if (sent ? isSentWithout(use.settings()) : isSwitchedOff(use)) {
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

  private boolean isSwitchedOff(Use use) {
    return use.complete()
        && !use.constants().isEmpty()
        && use.constants().stream().allMatch(Boolean.FALSE::equals)
        && !COOKIES.contains(use.target().receiver().simpleName());
  }
}
