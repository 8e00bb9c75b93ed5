package dev.plumbline.rules.security;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.rule.BackendRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A value that nobody may guess, made by a generator whose next values can be worked out. Prose and
 * examples: {@code WeakRandom.md}.
 */
public final class WeakRandom implements BackendRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "weak-random",
          "Secret that is made by a generator that can be predicted",
          Checklist.SECURITY,
          Cwe.of(330, 338),
          Severity.MEDIUM,
          Confidence.MEDIUM);

  private static final Set<String> SECRETS =
      Set.of(
          "token",
          "otp",
          "totp",
          "password",
          "passwd",
          "pwd",
          "passcode",
          "passphrase",
          "secret",
          "salt",
          "nonce",
          "iv",
          "csrf",
          "xsrf",
          "credential",
          "ticket",
          "remember",
          "jwt",
          "apikey",
          "pin",
          "challenge",
          "authcode",
          "verifycode",
          "smscode",
          "captchacode",
          "sessionid");

  /** With a word behind or before it that says what it opens. */
  private static final Set<String> HALVES = Set.of("key", "code", "session", "cookie", "id");

  private static final Set<String> OPENING =
      Set.of(
          "secret",
          "private",
          "api",
          "access",
          "encryption",
          "encrypt",
          "signing",
          "sign",
          "aes",
          "hmac",
          "auth",
          "authorization",
          "verify",
          "verification",
          "sms",
          "reset",
          "activation",
          "confirmation",
          "confirm",
          "recovery",
          "invite",
          "invitation",
          "session",
          "security",
          "valid",
          "validate",
          "remember",
          "mobile",
          "phone",
          "email",
          "login",
          "check");

  /** Names of sizes, times and places say nothing of a secret. */
  private static final Set<String> HARMLESS =
      Set.of(
          "count",
          "size",
          "length",
          "index",
          "timeout",
          "delay",
          "ttl",
          "expire",
          "expires",
          "expiry",
          "expiration",
          "jitter",
          "interval",
          "port",
          "max",
          "min",
          "limit",
          "tokens",
          "time",
          "seconds",
          "millis",
          "position",
          "offset",
          "color",
          "font",
          "width",
          "height",
          "line",
          "image",
          "draw",
          "test",
          "mock",
          "fake",
          "sample",
          "demo",
          "range",
          "bound",
          "success",
          "status",
          "attempts",
          "enabled",
          "guest",
          "show",
          "display",
          "print");

  /** What a secret, or a part of it, is made of. */
  private static final Set<String> PARTS =
      Set.of("String", "char", "int", "long", "byte", "Integer", "Long", "StringBuilder");

  /** Kept by whoever holds it until the client shows it again. */
  private static final Set<String> KEEPING = Set.of("setAttribute", "putValue", "addCookie");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void review(Backend backend, Consumer<Finding> findings) {
    GuessableValues values = new GuessableValues(backend);
    MainCode code = new MainCode(backend.program());
    // One generator's call, one finding: where its value is first seen to be a secret. Calls at the
    // same place of two files are equal, so the file has to be in the key.
    Map<Location, Finding> told = new LinkedHashMap<>();
    for (CodeBody body : backend.program().bodies()) {
      Map<Integer, Instruction.Call> held = values.of(body);
      if (!held.isEmpty()) {
        uses(code, values, body, held, told);
      }
    }
    told.values().stream().sorted(Finding.ORDER).forEach(findings);
  }

  private static void uses(
      MainCode code,
      GuessableValues values,
      CodeBody body,
      Map<Integer, Instruction.Call> held,
      Map<Location, Finding> told) {
    for (Variable each : body.body().variables()) {
      if (held.containsKey(each.register())
          && each.kind() == Variable.Kind.LOCAL
          && isSecret(each.name())) {
        tell(code, values, body, held.get(each.register()), "is the secret " + each.name(), told);
      }
    }
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        use(code, values, body, each, held, told);
      }
      if (block.terminator() instanceof Instruction.Return exit
          && held.containsKey(exit.value())
          && body.enclosing().isEmpty()
          && (isSecret(body.method().name()) || isMadeBySecretsClass(body))) {
        tell(
            code,
            values,
            body,
            held.get(exit.value()),
            "is given back by " + body.method().displayName(),
            told);
      }
    }
  }

  /** Whether the class is named after a secret and the method gives a part of one. */
  private static boolean isMadeBySecretsClass(CodeBody body) {
    return isSecret(body.owner().declaration().simpleName())
        && !NameWords.contain(body.method().name(), HARMLESS)
        && PARTS.contains(body.method().declaration().returnType().name());
  }

  private static void use(
      MainCode code,
      GuessableValues values,
      CodeBody body,
      Instruction step,
      Map<Integer, Instruction.Call> held,
      Map<Location, Finding> told) {
    if (step instanceof Instruction.StoreField store && held.containsKey(store.source())) {
      if (isSecret(store.name())) {
        tell(code, values, body, held.get(store.source()), "is the secret " + store.name(), told);
      }
    } else if (step instanceof Instruction.StoreName store && held.containsKey(store.source())) {
      String name = store.path().get(store.path().size() - 1);
      if (isSecret(name)) {
        tell(code, values, body, held.get(store.source()), "is the secret " + name, told);
      }
    } else if (step instanceof Instruction.Call call) {
      List<Integer> given = call.arguments().stream().filter(held::containsKey).boxed().toList();
      if (given.isEmpty()) {
        return;
      }
      boolean named =
          isSecret(call.name())
              || call.arguments().size() > 1
                  && code.argument(body, call, 0)
                      .map(String::valueOf)
                      .filter(WeakRandom::isSecret)
                      .isPresent()
                  && !given.contains(call.arguments().get(0));
      if (named || KEEPING.contains(call.name())) {
        tell(
            code,
            values,
            body,
            held.get(given.get(given.size() - 1)),
            "is handed to " + code.target(body, call).displayName(),
            told);
      }
    }
  }

  private static void tell(
      MainCode code,
      GuessableValues values,
      CodeBody user,
      Instruction.Call given,
      String what,
      Map<Location, Finding> told) {
    // What a method gives is told where it gets it from: all who call it are served by one change.
    GuessableValues.Origin origin = values.origin(user, given);
    CodeBody body = origin.body();
    Instruction.Call source = origin.call();
    String message =
        code.program().inference().target(body, source).displayName()
            + " can be predicted, and what it gives "
            + what;
    told.computeIfAbsent(
        body.location(source.span()), place -> Finding.of(INFO, place, message).build());
  }

  static boolean isSecret(String name) {
    List<String> words = NameWords.of(name);
    if (words.stream().anyMatch(HARMLESS::contains)) {
      return false;
    }
    if (words.stream().anyMatch(SECRETS::contains)) {
      return true;
    }
    Optional<String> last =
        words.isEmpty() ? Optional.empty() : Optional.of(words.get(words.size() - 1));
    return last.filter(HALVES::contains).isPresent()
        && words.size() > 1
        && words.subList(0, words.size() - 1).stream().anyMatch(OPENING::contains);
  }
}
