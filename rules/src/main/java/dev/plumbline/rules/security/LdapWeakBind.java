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
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.rule.BackendRule;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A directory that is entered without a name, or with a password in clear text. Prose and examples:
 * {@code LdapWeakBind.md}.
 */
public final class LdapWeakBind implements BackendRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "ldap-weak-bind",
          "LDAP directory entered without a name or with a readable password",
          Checklist.SECURITY,
          Cwe.of(287, 522),
          Severity.MEDIUM,
          Confidence.HIGH);

  private static final String KEY = "java.naming.security.authentication";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void review(Backend backend, Consumer<Finding> findings) {
    MainCode code = new MainCode(backend.program());
    code.each(
        (body, step) -> {
          if (step instanceof Instruction.Call call
              && (call.name().equals("put") || call.name().equals("setProperty"))
              && call.arguments().size() == 2
              && isKey(code, body, call.arguments().get(0))) {
            bind(code, body, call, findings);
          }
        });
  }

  private static boolean isKey(MainCode code, CodeBody body, int register) {
    return MainCode.name(body, register).filter("SECURITY_AUTHENTICATION"::equals).isPresent()
        || code.constant(body, register).filter(KEY::equals).isPresent();
  }

  private static void bind(
      MainCode code, CodeBody body, Instruction.Call call, Consumer<Finding> findings) {
    String way = String.valueOf(code.argument(body, call, 1).orElse(""));
    if (way.equals("none") && mentions(body, "ldap")) {
      findings.accept(
          Finding.of(
                  INFO,
                  body.location(call.span()),
                  body.method().displayName() + " enters the directory without a name")
              .build());
    }
    if (way.equals("simple")
        && mentions(body, "ldap://")
        && !mentions(body, "ldaps://")
        && !mentions(body, "localhost")
        && !mentions(body, "127.0.0.1")
        && !mentions(body, "starttls")) {
      findings.accept(
          Finding.of(
                  INFO,
                  body.location(call.span()),
                  body.method().displayName() + " sends the password in clear text over ldap")
              .build());
    }
  }

  /** Whether a literal or a name in the code says so. */
  private static boolean mentions(CodeBody body, String word) {
    if (!word.contains(":") && body.owner().name().toLowerCase(Locale.ROOT).contains(word)) {
      return true;
    }
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Constant constant
                && constant.literal().kind() == Literal.Kind.STRING
                && String.valueOf(constant.literal().value())
                    .toLowerCase(Locale.ROOT)
                    .contains(word)
            || each instanceof Instruction.New creation
                && creation.type().name().toLowerCase(Locale.ROOT).contains(word)) {
          return true;
        }
      }
    }
    return false;
  }
}
