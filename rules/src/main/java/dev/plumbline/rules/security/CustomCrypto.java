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
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.rule.BackendRule;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cryptography that is made at home, or that is none. Prose and examples: {@code CustomCrypto.md}.
 */
public final class CustomCrypto implements BackendRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "custom-crypto",
          "Home-made cryptography, or encoding in its place",
          Checklist.SECURITY,
          Cwe.of(1240, 208),
          Severity.LOW,
          Confidence.HIGH);

  private static final Set<String> PROVIDES =
      Set.of(
          "java.security.MessageDigest",
          "java.security.MessageDigestSpi",
          "javax.crypto.CipherSpi",
          "javax.crypto.MacSpi");

  private static final Set<String> ENCRYPTS =
      Set.of("encrypt", "decrypt", "encipher", "decipher", "encryption", "decryption");

  /** All that code may call that does nothing but encode. */
  private static final Set<String> ENCODES =
      Set.of(
          "getEncoder",
          "getDecoder",
          "getUrlEncoder",
          "getUrlDecoder",
          "getMimeEncoder",
          "getMimeDecoder",
          "withoutPadding",
          "encodeToString",
          "encode",
          "decode",
          "encodeBase64String",
          "encodeBase64",
          "decodeBase64",
          "encodeBuffer",
          "decodeBuffer",
          "getBytes",
          "toString",
          "trim",
          "encodeBase64URLSafeString",
          "printBase64Binary",
          "parseBase64Binary",
          "isEmpty",
          "isBlank",
          "requireNonNull");

  /** What writes bytes as text. */
  private static final Set<String> WRITES =
      Set.of(
          "encodeToString",
          "encodeHexString",
          "encodeBase64String",
          "encode",
          "formatHex",
          "toHex",
          "toHexString",
          "toLowerCase",
          "toUpperCase",
          "printHexBinary",
          "toString");

  /** Rounds of a real cipher that somebody has copied: no exclusive or with a key alone. */
  private static final Set<Operator> SHIFTS =
      Set.of(Operator.SHIFT_LEFT, Operator.SHIFT_RIGHT, Operator.SHIFT_RIGHT_UNSIGNED);

  private static final int MAX_STEPS = 5;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void review(Backend backend, Consumer<Finding> findings) {
    MainCode code = new MainCode(backend.program());
    Map<TypeInfo, String> digests = DigestConstants.in(code);
    for (TypeInfo type : backend.program().types()) {
      boolean provides =
          MainCode.has(type)
              && PROVIDES.stream()
                  .anyMatch(each -> backend.program().hierarchy().isSubtype(type.type(), each));
      if (provides || digests.containsKey(type)) {
        String message =
            type.displayName()
                + (provides
                    ? " is a digest or cipher of its own"
                    : " computes " + digests.get(type) + " by itself");
        findings.accept(
            Finding.of(INFO, type.location(type.declaration().nameSpan()), message)
                .confidence(provides ? INFO.confidence() : Confidence.MEDIUM)
                .build());
      }
    }
    for (CodeBody body : backend.program().bodies()) {
      if (MainCode.has(body.owner())
          && body.enclosing().isEmpty()
          && NameWords.contain(body.method().name(), ENCRYPTS)) {
        encryption(code, body, findings);
      }
    }
    code.each(
        (body, step) -> {
          if (step instanceof Instruction.Call call) {
            comparison(code, body, call, findings);
          }
        });
  }

  private static void encryption(MainCode code, CodeBody body, Consumer<Finding> findings) {
    boolean encodes = false;
    boolean other = false;
    boolean mixes = false;
    boolean shifts = false;
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call) {
          CallTarget target = code.target(body, call);
          encodes |= target.receiver().name().contains("ase64");
          other |= target.declared().isPresent() || !ENCODES.contains(call.name());
        }
        mixes |=
            each instanceof Instruction.Operation operation
                && operation.operator() == Operator.XOR
                && code.program().inference().typeOf(body, operation.operands().get(0)).isKnown();
        shifts |=
            each instanceof Instruction.Operation operation
                && SHIFTS.contains(operation.operator());
      }
    }
    if (encodes && !other) {
      String message =
          body.method().displayName() + " encodes with Base64, which everybody can undo";
      findings.accept(
          Finding.of(INFO, body.location(body.method().declaration().nameSpan()), message)
              .severity(Severity.MEDIUM)
              .build());
    } else if (mixes && !shifts && !callsCipher(code, body)) {
      String message =
          body.method().displayName() + " encrypts by exclusive or, which gives the key away";
      findings.accept(
          Finding.of(INFO, body.location(body.method().declaration().nameSpan()), message)
              .confidence(Confidence.MEDIUM)
              .build());
    }
  }

  private static boolean callsCipher(MainCode code, CodeBody body) {
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call
            && code.target(body, call)
                .receiver()
                .name()
                .matches("(javax\\.crypto|org\\.bouncycastle)\\..*")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Codes of messages that are compared byte by byte until one differs. */
  private static void comparison(
      MainCode code, CodeBody body, Instruction.Call call, Consumer<Finding> findings) {
    boolean arrays =
        call.name().equals("equals")
            && call.arguments().size() == 2
            && code.target(body, call).receiver().name().equals("java.util.Arrays");
    boolean texts =
        (call.name().equals("equals") || call.name().equals("equalsIgnoreCase"))
            && call.arguments().size() == 1
            && code.target(body, call).receiver().isString();
    if ((arrays || texts)
        && (call.arguments().stream().anyMatch(each -> isCode(code, body, each, 0))
            || texts && isCode(code, body, call.receiver(), 0))) {
      String message =
          (arrays ? "Arrays." : "String.")
              + call.name()
              + " compares a message authentication code and tells by its time how much fits";
      findings.accept(Finding.of(INFO, body.location(call.span()), message).build());
    }
  }

  /** Whether a value is what {@code Mac} gave, or its text. */
  private static boolean isCode(MainCode code, CodeBody body, int register, int depth) {
    return register >= 0
        && depth < MAX_STEPS
        && body.definitions(register).stream()
            .anyMatch(
                each ->
                    each instanceof Instruction.Copy copy
                            && isCode(code, body, copy.source(), depth + 1)
                        || each instanceof Instruction.New text
                            && text.type().simpleName().equals("String")
                            && text.arguments().stream()
                                .anyMatch(part -> isCode(code, body, part, depth + 1))
                        || each instanceof Instruction.Call call
                            && (isMac(code, body, call)
                                || WRITES.contains(call.name())
                                    && (isCode(code, body, call.receiver(), depth + 1)
                                        || call.arguments().stream()
                                            .anyMatch(
                                                part -> isCode(code, body, part, depth + 1)))));
  }

  private static boolean isMac(MainCode code, CodeBody body, Instruction.Call call) {
    JavaType type = code.target(body, call).receiver();
    return call.name().equals("doFinal") && type.is("javax.crypto.Mac")
        || call.name().startsWith("hmac")
            && (type.simpleName().equals("HmacUtils") || type.simpleName().equals("HMac"));
  }
}
