package dev.plumbline.rules.security;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.taint.Use;
import java.util.List;

/** Findings on the value that a call was given. */
final class ValueFinding {

  private ValueFinding() {}

  /** What the call is about, as a reader would say it: {@code Cipher.getInstance}. */
  static String called(Use use) {
    return use.target().name().equals("<init>")
        ? "new " + use.target().receiver().simpleName()
        : use.target().displayName();
  }

  static Finding.Builder of(RuleInfo rule, Use use, String message) {
    return Finding.of(rule, use.reportLocation(), message).steps(use.path());
  }

  /** The texts that the value may be. */
  static List<String> texts(Use use) {
    return use.constants().stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }
}
