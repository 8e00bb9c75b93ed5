package dev.plumbline.rules.security;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.rule.SyntaxFixer;
import dev.plumbline.analyzer.rule.UseRule;
import dev.plumbline.analyzer.taint.Use;
import java.util.Optional;

/** A cookie that also travels unencrypted. Prose and examples: {@code InsecureCookie.md}. */
public final class InsecureCookie implements UseRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "insecure-cookie",
          "Cookie that is sent over unencrypted connections too",
          Checklist.SECURITY,
          Cwe.of(614),
          Severity.MEDIUM,
          Confidence.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Optional<SyntaxFixer> fixer() {
    return Optional.of(CookieFlagFixer.SECURE);
  }

  @Override
  public boolean wants(MethodRole role) {
    return CookieFlag.SECURE.isAskedFor(role);
  }

  @Override
  public Optional<Finding> judge(Use use) {
    return CookieFlag.SECURE.finding(INFO, use).map(Finding.Builder::build);
  }
}
