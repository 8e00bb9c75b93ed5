package dev.plumbline.rules.security;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.rule.UseRule;
import dev.plumbline.analyzer.taint.Use;
import java.util.List;
import java.util.Optional;

/** A cipher that can be broken. Prose and examples: {@code WeakCipher.md}. */
public final class WeakCipher implements UseRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "weak-cipher",
          "Cipher that can be broken",
          Checklist.SECURITY,
          Cwe.of(327),
          Severity.HIGH,
          Confidence.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean wants(MethodRole role) {
    return role instanceof MethodRole.Crypto crypto
        && (crypto.use() == MethodRole.Crypto.Use.CIPHER
            || crypto.use() == MethodRole.Crypto.Use.KEY_GENERATOR);
  }

  @Override
  public Optional<Finding> judge(Use use) {
    MethodRole.Crypto crypto = (MethodRole.Crypto) use.role();
    // The key of a cipher says nothing more than the cipher beside it.
    if (crypto.use() == MethodRole.Crypto.Use.KEY_GENERATOR && makesCipher(use.body())) {
      return Optional.empty();
    }
    List<String> names = crypto.algorithm().map(List::of).orElseGet(() -> ValueFinding.texts(use));
    return names.stream()
        .filter(name -> CipherName.of(name).isWeak())
        .findFirst()
        .map(
            name ->
                ValueFinding.of(
                        INFO,
                        use,
                        ValueFinding.called(use) + " uses " + name + ", which can be broken")
                    .build());
  }

  private static boolean makesCipher(CodeBody body) {
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call
            && call.name().equals("getInstance")
            && body.definitions(call.receiver()).stream()
                .anyMatch(
                    type ->
                        type instanceof Instruction.LoadName load
                            && load.path().get(load.path().size() - 1).equals("Cipher"))) {
          return true;
        }
      }
    }
    return false;
  }
}
