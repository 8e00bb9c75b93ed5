package dev.plumbline.rules.security;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.library.Place;
import dev.plumbline.analyzer.taint.Use;
import java.util.List;
import java.util.Optional;

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

  /** The register of the value at a place of the call. */
  static Optional<Integer> argument(Use use, Place at) {
    if (at.base() == Place.Base.RECEIVER) {
      return use.site() instanceof Instruction.Call call
          ? Optional.of(call.receiver())
          : Optional.empty();
    }
    Operands arguments =
        use.site() instanceof Instruction.New creation
            ? creation.arguments()
            : use.site() instanceof Instruction.Call call ? call.arguments() : Operands.NONE;
    for (int i = 0; i < arguments.size(); i++) {
      if (at.isArgument(i, arguments.size())) {
        return Optional.of(arguments.get(i));
      }
    }
    return Optional.empty();
  }

  /** The texts that the value may be. */
  static List<String> texts(Use use) {
    return use.constants().stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }
}
