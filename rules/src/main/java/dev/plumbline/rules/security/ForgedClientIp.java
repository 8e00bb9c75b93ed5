package dev.plumbline.rules.security;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.rule.BackendRule;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * An address that the client claims decides who may do something. Prose and examples: {@code
 * ForgedClientIp.md}.
 */
public final class ForgedClientIp implements BackendRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "forged-client-ip",
              "Address that the client claims in a header decides what it may do",
              Checklist.SECURITY,
              Cwe.of(348, 290),
              Severity.MEDIUM,
              Confidence.MEDIUM)
          .alsoServing(Checklist.INPUT);

  private static final Set<String> COMPARING =
      Set.of("equals", "equalsIgnoreCase", "startsWith", "matches");

  private static final Set<String> MEMBERSHIP = Set.of("contains", "containsKey", "isMember");

  private static final Pattern ADDRESS =
      Pattern.compile("[\\^(]*(\\d{1,3}(\\\\?\\.|$)|::1$|fe80|localhost$|0:0:0:0).*");

  /** Names under which teams count requests and lock visitors out. */
  private static final Pattern LIMIT =
      Pattern.compile(
          "(?i).*(ratelimit|limiter|throttl|attempt|isblocked|isbanned|blacklist|whitelist"
              + "|allowlist|denylist|blocklist|isallowedip|isipallowed).*");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void review(Backend backend, Consumer<Finding> findings) {
    Program program = backend.program();
    ClaimedAddress addresses = new ClaimedAddress(program);
    for (CodeBody body : program.bodies()) {
      if (roles().contains(body.owner().file().file().role())
          && mentions(addresses, body)
          && !addresses.checksProxy(body)
          // Code that gives the address back only tidies it up before.
          && !addresses.givesBack(body)) {
        for (Block block : body.body().blocks()) {
          for (Instruction each : block.instructions()) {
            if (each instanceof Instruction.Call call) {
              decision(program, addresses, body, call).ifPresent(findings);
            }
          }
        }
      }
    }
  }

  private static boolean mentions(ClaimedAddress addresses, CodeBody body) {
    return addresses.mentions(body)
        || body.enclosing().filter(around -> mentions(addresses, around)).isPresent();
  }

  private static Optional<Finding> decision(
      Program program, ClaimedAddress addresses, CodeBody body, Instruction.Call call) {
    int count = call.arguments().size();
    if (COMPARING.contains(call.name()) && count == 1) {
      int argument = call.arguments().get(0);
      boolean constantLast = isAddress(program, body, argument);
      if (!constantLast && !isAddress(program, body, call.receiver())) {
        return Optional.empty();
      }
      int asked = constantLast ? call.receiver() : argument;
      return addresses
          .of(body, asked)
          .filter(origin -> isDecision(body, call))
          .map(origin -> finding(program, body, call, origin, "is compared by"));
    }
    CallTarget target = program.inference().target(body, call);
    if (MEMBERSHIP.contains(call.name()) && count > 0) {
      return addresses
          .of(body, call.arguments().get(count - 1))
          .filter(origin -> !target.receiver().isString() && isDecision(body, call))
          .map(origin -> finding(program, body, call, origin, "is looked up by"));
    }
    if (!LIMIT.matcher(target.receiver().simpleName() + target.name()).matches()) {
      return Optional.empty();
    }
    return call.arguments().stream()
        .mapToObj(each -> addresses.of(body, each))
        .flatMap(Optional::stream)
        .findFirst()
        .map(origin -> finding(program, body, call, origin, "is what counts for"));
  }

  private static Finding finding(
      Program program,
      CodeBody body,
      Instruction.Call call,
      ClaimedAddress.Origin origin,
      String verb) {
    String decides = verb + " " + program.inference().target(body, call).displayName();
    String header = "header " + origin.header();
    return Finding.of(
            INFO, body.location(call.span()), header + ", which every client can send, " + decides)
        .step(origin.location(), header + " is taken for the address")
        .step(body.location(call.span()), "the address " + decides)
        .build();
  }

  private static boolean isAddress(Program program, CodeBody body, int register) {
    return register != Body.NONE
        && program.fixedValues().of(body, register) instanceof ConstantValue.Scalar text
        && ADDRESS.matcher(String.valueOf(text.value())).matches();
  }

  /** Whether the answer is given back, or one of its branches leaves the method. */
  private static boolean isDecision(CodeBody body, Instruction.Call call) {
    for (Block each : body.body().blocks()) {
      if (each.terminator() instanceof Instruction.Return exit
          && comesFrom(body, exit.value(), call.target(), 0)) {
        return true;
      }
      if (each.terminator() instanceof Instruction.Branch branch
          && comesFrom(body, branch.condition(), call.target(), 0)
          && (leaves(body, branch.then()) || leaves(body, branch.otherwise()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean leaves(CodeBody body, int block) {
    Block next = body.body().blocks().get(block);
    // One operand of && or || whose value is given back.
    if (next.terminator() instanceof Instruction.Jump jump
        && next.instructions().size() <= 3
        && next.instructions().get(0) instanceof Instruction.Constant constant
        && constant.literal().kind() == Literal.Kind.BOOLEAN) {
      next = body.body().blocks().get(jump.block());
    }
    return next.terminator() instanceof Instruction.Throw
        || next.terminator() instanceof Instruction.Return;
  }

  private static boolean comesFrom(CodeBody body, int register, int origin, int depth) {
    if (register == origin) {
      return true;
    }
    if (register == Body.NONE || depth > 4) {
      return false;
    }
    return body.definitions(register).stream()
        .anyMatch(
            each ->
                each instanceof Instruction.Copy copy
                        && comesFrom(body, copy.source(), origin, depth + 1)
                    || each instanceof Instruction.Operation not
                        && not.operator() == Operator.NOT
                        && comesFrom(body, not.operands().get(0), origin, depth + 1));
  }
}
