package dev.plumbline.rules.security;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.rule.UseRule;
import dev.plumbline.analyzer.taint.Use;
import java.util.List;
import java.util.Optional;

/**
 * An initialisation vector, nonce or salt that is the same each time. Prose and examples: {@code
 * StaticIvOrSalt.md}.
 */
public final class StaticIvOrSalt implements UseRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "static-iv-or-salt",
          "Initialisation vector or salt that is always the same",
          Checklist.SECURITY,
          Cwe.of(329, 1204, 760),
          Severity.HIGH,
          Confidence.HIGH);

  private static final int MAX_STEPS = 6;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean wants(MethodRole role) {
    return role instanceof MethodRole.Crypto crypto
        && (crypto.use() == MethodRole.Crypto.Use.IV || crypto.use() == MethodRole.Crypto.Use.SALT);
  }

  @Override
  public Optional<Finding> judge(Use use) {
    MethodRole.Crypto crypto = (MethodRole.Crypto) use.role();
    String what = crypto.use() == MethodRole.Crypto.Use.SALT ? "salt" : "initialisation vector";
    int value = crypto.at().flatMap(at -> ValueFinding.argument(use, at)).orElse(Body.NONE);
    if (crypto.use() == MethodRole.Crypto.Use.IV && isKey(use.body(), value)) {
      return Optional.of(finding(use, "the key as " + what));
    }
    boolean constant =
        use.constants().stream().anyMatch(each -> !isZero(each))
            || !use.constants().isEmpty() && isLeftEmpty(use, value);
    return constant ? Optional.of(finding(use, "a constant as " + what)) : Optional.empty();
  }

  private static Finding finding(Use use, String given) {
    return ValueFinding.of(INFO, use, ValueFinding.called(use) + " is given " + given).build();
  }

  private static boolean isZero(Object constant) {
    return constant instanceof Number number && number.intValue() == 0
        || constant instanceof Character character && character == 0
        // The elements of an array may come as text.
        || constant instanceof String text && (text.isEmpty() || text.equals("0"));
  }

  /** Whether an array is made here, as zeros, and nothing is put into it. */
  private static boolean isLeftEmpty(Use use, int register) {
    CodeBody body = use.body();
    List<Instruction> made = body.definitions(register);
    while (made.size() == 1 && made.get(0) instanceof Instruction.Copy copy) {
      if (isHandedOn(use, register)) {
        return false;
      }
      register = copy.source();
      made = body.definitions(register);
    }
    return made.size() == 1
        && made.get(0) instanceof Instruction.NewArray
        && !isHandedOn(use, register);
  }

  private static boolean isHandedOn(Use use, int register) {
    for (Block block : use.body().body().blocks()) {
      for (Instruction each : block.instructions()) {
        boolean takes =
            each instanceof Instruction.Call call
                    && call.arguments().stream().anyMatch(argument -> argument == register)
                || each instanceof Instruction.New creation
                    && !creation.typeSpan().equals(typeSpan(use.site()))
                    && creation.arguments().stream().anyMatch(argument -> argument == register)
                || each instanceof Instruction.StoreElement store && store.array() == register;
        if (takes && each != use.site()) {
          return true;
        }
      }
    }
    return false;
  }

  private static Object typeSpan(Instruction site) {
    return site instanceof Instruction.New creation ? creation.typeSpan() : null;
  }

  /** Whether the same value is a secret key too. */
  private static boolean isKey(CodeBody body, int register) {
    Object vector = origin(body, register, 0);
    if (vector == null) {
      return false;
    }
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.New creation
            && creation.type().simpleName().equals("SecretKeySpec")
            && creation.arguments().size() == 2
            && vector.equals(origin(body, creation.arguments().get(0), 0))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Something equal for equal values: a variable that is assigned once, a path of names. */
  private static Object origin(CodeBody body, int register, int depth) {
    List<Instruction> made = body.definitions(register);
    if (made.isEmpty()) {
      return register < 0 ? null : register;
    }
    if (made.size() != 1 || depth > MAX_STEPS) {
      return null;
    }
    Instruction only = made.get(0);
    if (only instanceof Instruction.Copy copy) {
      return origin(body, copy.source(), depth + 1);
    }
    if (only instanceof Instruction.LoadName load) {
      return load.path();
    }
    if (only instanceof Instruction.Call call && call.name().equals("getBytes")) {
      return origin(body, call.receiver(), depth + 1);
    }
    return register;
  }
}
