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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A version of TLS that is given up. Prose and examples: {@code WeakTlsVersion.md}. */
public final class WeakTlsVersion implements UseRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "weak-tls-version",
          "Version of TLS that is broken and given up",
          Checklist.SECURITY,
          Cwe.of(327, 326),
          Severity.MEDIUM,
          Confidence.HIGH);

  private static final Set<String> OLD =
      Set.of("SSL", "SSLV2", "SSLV3", "TLSV1", "TLSV1.0", "TLSV1.1");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean wants(MethodRole role) {
    return role instanceof MethodRole.Crypto crypto
        && crypto.use() == MethodRole.Crypto.Use.TLS_PROTOCOL;
  }

  @Override
  public Optional<Finding> judge(Use use) {
    for (String text : ValueFinding.texts(use)) {
      for (String version : text.split("[,\\s]+")) {
        if (OLD.contains(version.toUpperCase(Locale.ROOT))) {
          String message = ValueFinding.called(use) + " allows " + version;
          return Optional.of(ValueFinding.of(INFO, use, message).build());
        }
      }
    }
    return Optional.empty();
  }
}
