package dev.plumbline.rules.security;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.rule.UseRule;
import dev.plumbline.analyzer.taint.Use;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key that is short enough to be found. Prose and examples: {@code WeakKeySize.md}. */
public final class WeakKeySize implements UseRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "weak-key-size",
          "Key that is short enough to be found",
          Checklist.SECURITY,
          Cwe.of(326),
          Severity.MEDIUM,
          Confidence.HIGH);

  private static final int RSA_BITS = 2048;
  private static final int CURVE_BITS = 224;
  private static final int SECRET_BITS = 112;

  /** RFC 7518, section 3.2: a key of the digest's size or larger. */
  private static final int HS256_BYTES = 32;

  private static final Pattern CURVE_SIZE = Pattern.compile("\\D*(\\d{3}).*");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean wants(MethodRole role) {
    return role instanceof MethodRole.Crypto crypto
        && (crypto.use() == MethodRole.Crypto.Use.KEY_SIZE
            || crypto.use() == MethodRole.Crypto.Use.CURVE
            || crypto.use() == MethodRole.Crypto.Use.KEY);
  }

  @Override
  public Optional<Finding> judge(Use use) {
    MethodRole.Crypto crypto = (MethodRole.Crypto) use.role();
    for (Object constant : use.constants()) {
      Optional<String> problem =
          constant instanceof Integer bits && crypto.use() == MethodRole.Crypto.Use.KEY_SIZE
              ? bits(use, bits)
              : constant instanceof String text ? text(crypto.use(), use, text) : Optional.empty();
      if (problem.isPresent()) {
        String message = ValueFinding.called(use) + " is given " + problem.get();
        return Optional.of(ValueFinding.of(INFO, use, message).build());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> bits(Use use, int bits) {
    String type = use.target().receiver().simpleName();
    boolean weak =
        switch (type) {
          // The algorithm is told elsewhere. Sizes of elliptic curves are no multiples of 256
          // between 512 and 2048, and those of RSA are hardly ever below 512.
          case "KeyPairGenerator" ->
              bits < CURVE_BITS || bits < RSA_BITS && bits >= 512 && bits % 256 == 0;
          case "RSAKeyGenParameterSpec" -> bits < RSA_BITS;
          default -> bits < SECRET_BITS;
        };
    return weak && bits > 0 ? Optional.of(bits + " bits") : Optional.empty();
  }

  private static Optional<String> text(MethodRole.Crypto.Use kind, Use use, String text) {
    if (kind == MethodRole.Crypto.Use.CURVE) {
      Matcher size = CURVE_SIZE.matcher(text);
      return size.matches() && Integer.parseInt(size.group(1)) < CURVE_BITS
          ? Optional.of("the curve " + text)
          : Optional.empty();
    }
    String name = use.target().name();
    boolean signs =
        name.equals("hmacShaKeyFor") || name.startsWith("HMAC") || name.equals("signWith");
    int bytes = isEncoded(use) ? encodedBytes(text) : text.length();
    return kind == MethodRole.Crypto.Use.KEY && signs && bytes < HS256_BYTES
        ? Optional.of("a constant key of " + bytes + " bytes, where 32 are the least")
        : Optional.empty();
  }

  /** {@code signWith(algorithm, text)} of JJWT takes the text for Base64. */
  private static boolean isEncoded(Use use) {
    return use.target().name().equals("signWith")
        && use.target()
            .method()
            .map(method -> method.signature().parameters())
            .filter(types -> types.size() == 2 && types.get(1).isString())
            .isPresent();
  }

  private static int encodedBytes(String text) {
    return (int) text.chars().filter(each -> each != '=').count() * 3 / 4;
  }
}
