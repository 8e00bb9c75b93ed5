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

/**
 * A sound cipher in a mode that gives texts away. Prose and examples: {@code WeakCipherMode.md}.
 */
public final class WeakCipherMode implements UseRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "weak-cipher-mode",
          "Cipher in a mode or with a padding that gives texts away",
          Checklist.SECURITY,
          Cwe.of(327, 780),
          Severity.MEDIUM,
          Confidence.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean wants(MethodRole role) {
    return role instanceof MethodRole.Crypto crypto
        && crypto.use() == MethodRole.Crypto.Use.CIPHER
        && crypto.at().isPresent();
  }

  @Override
  public Optional<Finding> judge(Use use) {
    for (String name : ValueFinding.texts(use)) {
      String problem = problem(CipherName.of(name));
      if (!problem.isEmpty()) {
        String message = ValueFinding.called(use) + " uses " + name + problem;
        return Optional.of(ValueFinding.of(INFO, use, message).build());
      }
    }
    return Optional.empty();
  }

  private static String problem(CipherName name) {
    if (name.isWeak()) {
      return "";
    }
    if (name.isElectronicCodeBook()) {
      return name.mode().isEmpty()
          ? ", which means ECB: equal blocks are encrypted to equal blocks"
          : ": equal blocks are encrypted to equal blocks";
    }
    if (name.isRsaWithoutOaep()) {
      return name.padding().isEmpty()
          ? ", which means the padding of PKCS #1 v1.5, not OAEP"
          : ", not the padding OAEP";
    }
    return "";
  }
}
