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
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.rule.BackendRule;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Certificates or host names that are accepted whatever they are. Prose and examples: {@code
 * TlsValidationDisabled.md}.
 */
public final class TlsValidationDisabled implements BackendRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "tls-validation-disabled",
          "Certificate or host name of a server that is accepted unseen",
          Checklist.SECURITY,
          Cwe.of(295, 297),
          Severity.CRITICAL,
          Confidence.HIGH);

  /** What libraries bring along for those who want no check, by full names. */
  private static final Map<String, String> PERMISSIVE =
      Map.ofEntries(
          Map.entry("org.apache.http.conn.ssl.NoopHostnameVerifier", "every host name"),
          Map.entry("org.apache.hc.client5.http.ssl.NoopHostnameVerifier", "every host name"),
          Map.entry("org.apache.http.conn.ssl.AllowAllHostnameVerifier", "every host name"),
          Map.entry("org.apache.http.conn.ssl.TrustAllStrategy", "every certificate"),
          Map.entry("org.apache.hc.client5.http.ssl.TrustAllStrategy", "every certificate"),
          Map.entry("org.apache.hc.core5.ssl.TrustAllStrategy", "every certificate"),
          Map.entry(
              "org.apache.http.conn.ssl.TrustSelfSignedStrategy",
              "every certificate that signs itself"),
          Map.entry(
              "org.apache.hc.client5.http.ssl.TrustSelfSignedStrategy",
              "every certificate that signs itself"),
          Map.entry("io.netty.handler.ssl.util.InsecureTrustManagerFactory", "every certificate"),
          Map.entry("cn.hutool.http.ssl.TrustAnyHostnameVerifier", "every host name"));

  /** Words of the names of settings that ask for less. */
  private static final Set<String> SWITCHING =
      Set.of(
          "trust",
          "insecure",
          "verify",
          "verification",
          "validate",
          "validation",
          "skip",
          "ignore",
          "selfsigned",
          "unsafe",
          "check",
          "allow",
          "disable",
          "noverify");

  /** Conditions of conditions. */
  private static final int MAX_PARTS = 4;

  private static final Set<String> ACCEPTING_FIELDS = Set.of("ALLOW_ALL_HOSTNAME_VERIFIER");

  private static final Map<String, Boolean> SWITCHES =
      Map.of(
          "setTrustAll", true,
          "trustAll", true,
          "setVerifyHost", false,
          "trustAllCertificates", true,
          "setTrustAllCertificates", true);

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "com.sun.jndi.ldap.object.disableEndpointIdentification", "true",
          "jdk.internal.httpclient.disableHostnameVerification", "true",
          "mail.smtp.ssl.trust", "*",
          "mail.smtps.ssl.trust", "*",
          "mail.imap.ssl.trust", "*",
          "mail.imaps.ssl.trust", "*",
          "mail.smtp.ssl.checkserveridentity", "false",
          "mail.smtps.ssl.checkserveridentity", "false",
          "ssl.endpoint.identification.algorithm", "");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void review(Backend backend, Consumer<Finding> findings) {
    Program program = backend.program();
    for (TypeInfo type : program.types()) {
      if (MainCode.has(type) && !type.declaration().isInterface()) {
        managers(program, type, findings);
      }
    }
    MainCode code = new MainCode(program);
    code.each((body, step) -> step(code, body, step, findings));
  }

  // ---- classes

  private static void managers(Program program, TypeInfo type, Consumer<Finding> findings) {
    if (program.hierarchy().isSubtype(type.type(), "javax.net.ssl.X509TrustManager")) {
      methods(type, "checkServerTrusted")
          .filter(method -> method.body().filter(TlsValidationDisabled::acceptsAll).isPresent())
          .ifPresent(
              method ->
                  findings.accept(
                      finding(
                          method.location(method.declaration().nameSpan()),
                          method.displayName() + " accepts every certificate")));
    }
    if (program.hierarchy().isSubtype(type.type(), "javax.net.ssl.HostnameVerifier")) {
      accepting(program, type, "verify", "every host name", findings);
    }
    for (String strategy :
        Set.of(
            "org.apache.http.ssl.TrustStrategy",
            "org.apache.http.conn.ssl.TrustStrategy",
            "org.apache.hc.core5.ssl.TrustStrategy")) {
      if (program.hierarchy().isSubtype(type.type(), strategy)) {
        accepting(program, type, "isTrusted", "every certificate", findings);
      }
    }
  }

  private static Optional<MethodInfo> methods(TypeInfo type, String name) {
    // Of the three overloads of extended managers one is enough to tell.
    return type.methods().stream()
        .filter(each -> each.name().equals(name) && each.body().isPresent())
        .findFirst();
  }

  private static void accepting(
      Program program, TypeInfo type, String name, String what, Consumer<Finding> findings) {
    methods(type, name)
        .filter(method -> isAlwaysTrue(program, method.body().get()))
        .ifPresent(
            method ->
                findings.accept(
                    finding(
                        method.location(method.declaration().nameSpan()),
                        method.displayName() + " accepts " + what)));
  }

  /** Whether nothing is thrown and nobody asked: at most something is written to a log. */
  private static boolean acceptsAll(CodeBody body) {
    for (Block block : body.body().blocks()) {
      if (block.terminator() instanceof Instruction.Throw) {
        return false;
      }
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call && !isLog(call)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isLog(Instruction.Call call) {
    return Set.of(
            "trace",
            "debug",
            "info",
            "warn",
            "error",
            "println",
            "toString",
            "getName",
            "getSubjectDN",
            "getSubjectX500Principal",
            "getIssuerX500Principal",
            "getIssuerDN")
        .contains(call.name());
  }

  private static boolean isAlwaysTrue(Program program, CodeBody body) {
    boolean returns = false;
    for (Block block : body.body().blocks()) {
      if (block.terminator() instanceof Instruction.Throw) {
        return false;
      }
      if (block.terminator() instanceof Instruction.Return exit) {
        if (exit.value() < 0
            || !new MainCode(program)
                .constant(body, exit.value())
                .filter(Boolean.TRUE::equals)
                .isPresent()) {
          return false;
        }
        returns = true;
      }
    }
    return returns;
  }

  // ---- steps

  private static void step(
      MainCode code, CodeBody body, Instruction step, Consumer<Finding> findings) {
    if (step instanceof Instruction.MakeLambda || step instanceof Instruction.MethodReference) {
      function(code, body, step, findings);
    } else if (step instanceof Instruction.New creation) {
      permissive(
          code,
          body,
          code.program().inference().typeOf(body, creation.target()).name(),
          step,
          findings);
    } else if (step instanceof Instruction.LoadName load) {
      String last = load.path().get(load.path().size() - 1);
      if (ACCEPTING_FIELDS.contains(last)) {
        String message = last + " accepts every host name";
        findings.accept(finding(body, step, body.location(load.span()), message));
      } else if (last.equals("INSTANCE")) {
        permissive(code, body, holder(code, body, load), step, findings);
      }
    } else if (step instanceof Instruction.Call call) {
      setting(code, body, call, findings);
    }
  }

  /** The type that has the one instance, which is not always the instance's. */
  private static String holder(MainCode code, CodeBody body, Instruction.LoadName load) {
    String name = load.path().size() < 2 ? "INSTANCE" : load.path().get(load.path().size() - 2);
    return PERMISSIVE.keySet().stream()
        .filter(each -> each.endsWith("." + name))
        .sorted()
        .findFirst()
        .orElseGet(() -> code.program().inference().typeOf(body, load.target()).name());
  }

  private static void permissive(
      MainCode code, CodeBody body, String type, Instruction step, Consumer<Finding> findings) {
    String what = PERMISSIVE.get(type);
    if (what != null) {
      String name = type.substring(type.lastIndexOf('.') + 1);
      findings.accept(finding(body, step, body.location(step.span()), name + " accepts " + what));
    }
  }

  private static void function(
      MainCode code, CodeBody body, Instruction step, Consumer<Finding> findings) {
    String type = code.program().inference().typeOf(body, step.target()).simpleName();
    String what =
        type.equals("HostnameVerifier") || isHandedToVerifier(body, step.target())
            ? "every host name"
            : type.equals("TrustStrategy") ? "every certificate" : "";
    if (what.isEmpty()) {
      return;
    }
    Optional<CodeBody> run =
        step instanceof Instruction.MakeLambda lambda
            ? Optional.of(body.lambdas().get(lambda.lambda()))
            : code.program()
                .inference()
                .target(body, (Instruction.MethodReference) step)
                .declared()
                .flatMap(MethodInfo::body);
    if (run.filter(each -> isAlwaysTrue(code.program(), each)).isPresent()) {
      String message = body.method().displayName() + " accepts " + what;
      findings.accept(finding(body, step, body.location(step.span()), message));
    }
  }

  /** For clients whose types are not known. */
  private static boolean isHandedToVerifier(CodeBody body, int function) {
    return body.body().blocks().stream()
        .flatMap(block -> block.instructions().stream())
        .anyMatch(
            each ->
                each instanceof Instruction.Call call
                    && call.name().toLowerCase(java.util.Locale.ROOT).endsWith("hostnameverifier")
                    && call.arguments().size() == 1
                    && call.arguments().get(0) == function);
  }

  private static void setting(
      MainCode code, CodeBody body, Instruction.Call call, Consumer<Finding> findings) {
    Boolean dangerous = SWITCHES.get(call.name());
    if (dangerous != null
        && call.arguments().size() == 1
        && code.target(body, call).declared().isEmpty()
        && code.argument(body, call, 0).filter(dangerous::equals).isPresent()) {
      String message =
          code.target(body, call).displayName() + "(" + dangerous + ") accepts every server";
      findings.accept(finding(body, call, body.location(call.nameSpan()), message));
    }
    if (call.arguments().size() == 2
        && Set.of("put", "setProperty", "property").contains(call.name())) {
      String key = String.valueOf(code.argument(body, call, 0).orElse(""));
      String wanted = PROPERTIES.get(key);
      if (wanted != null
          && code.argument(body, call, 1).map(String::valueOf).filter(wanted::equals).isPresent()) {
        String message = key + "=" + wanted + " accepts every server";
        findings.accept(finding(body, call, body.location(call.span()), message));
      }
    }
  }

  /** A step is worth less where somebody who runs the program has to ask for it. */
  private static Finding finding(CodeBody body, Instruction step, Location place, String message) {
    return isAskedFor(body, step)
        ? Finding.of(INFO, place, message + " where the configuration says so")
            .severity(Severity.MEDIUM)
            .confidence(Confidence.MEDIUM)
            .build()
        : finding(place, message);
  }

  /** Whether the step stands under a condition that is named after what it does. */
  private static boolean isAskedFor(CodeBody body, Instruction step) {
    int own = -1;
    for (Block block : body.body().blocks()) {
      if (block.instructions().contains(step)) {
        own = block.id();
      }
    }
    for (Block block : body.body().blocks()) {
      if (block.terminator() instanceof Instruction.Branch branch
          && (branch.then() == own || branch.otherwise() == own)
          && isNamedAfterTrust(body, branch.condition(), 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamedAfterTrust(CodeBody body, int register, int depth) {
    if (register < 0 || depth > MAX_PARTS) {
      return false;
    }
    if (body.variable(register).filter(each -> isSwitch(each.name())).isPresent()) {
      return true;
    }
    return body.definitions(register).stream()
        .anyMatch(
            each ->
                each instanceof Instruction.Call call
                        && (isSwitch(call.name())
                            || isNamedAfterTrust(body, call.receiver(), depth + 1))
                    || each instanceof Instruction.LoadField load && isSwitch(load.name())
                    || each instanceof Instruction.LoadName name
                        && isSwitch(name.path().get(name.path().size() - 1))
                    || each instanceof Instruction.Copy copy
                        && isNamedAfterTrust(body, copy.source(), depth + 1)
                    || each instanceof Instruction.Operation operation
                        && operation.operands().stream()
                            .anyMatch(part -> isNamedAfterTrust(body, part, depth + 1)));
  }

  private static boolean isSwitch(String name) {
    return NameWords.contain(name, SWITCHING);
  }

  private static Finding finding(Location place, String message) {
    return Finding.of(INFO, place, message).build();
  }
}
