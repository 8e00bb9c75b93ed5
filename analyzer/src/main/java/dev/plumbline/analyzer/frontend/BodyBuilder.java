package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Loop;
import dev.plumbline.analyzer.ir.TryRegion;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.ir.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The control-flow graph of one body while it grows.
 *
 * <p>Blocks are named by labels before they are placed, so that jumps may lead forward; {@link
 * #finish} renumbers them in the order in which they were placed, which is that of the source. A
 * label that nothing leads to is not placed: what follows is unreachable and gets a block of its
 * own as soon as an instruction needs one.
 */
final class BodyBuilder {

  /** A block that is not finished. */
  static final class Draft {
    final List<Instruction> instructions = new ArrayList<>();
    boolean referenced;
    int order = Body.NONE;
    int loop;
    int region;
  }

  private record LoopDraft(Loop.Kind kind, int parent, int header, Span span, Span head) {}

  private record RegionDraft(int parent, List<TryRegion.Handler> handlers, Span span) {}

  private final List<Draft> drafts = new ArrayList<>();
  private final List<Draft> placed = new ArrayList<>();
  private final List<LoopDraft> loops = new ArrayList<>();
  private final List<RegionDraft> regions = new ArrayList<>();
  private final List<Variable> variables = new ArrayList<>();
  private final List<Body.Capture> captures = new ArrayList<>();
  private final List<Body.Lambda> lambdas = new ArrayList<>();
  private final List<TypeDecl> localTypes = new ArrayList<>();
  private final BitSet named = new BitSet();
  private final BitSet strings = new BitSet();
  private int[] assignedAt = new int[16];
  private int clock = 1;
  private int registers;
  private int parameters;
  private Draft current;
  private int loop = Body.NONE;
  private int region = Body.NONE;

  BodyBuilder() {
    block();
  }

  // Registers

  int newRegister() {
    return registers++;
  }

  int addVariable(Variable.Kind kind, String name, TypeRef type, VariableTraits traits) {
    int register = newRegister();
    variables.add(
        new Variable(
            name, register, type, kind, traits.isFinal(), traits.annotations(), traits.nameSpan()));
    named.set(register);
    if (TypeLowering.isString(type)) {
      strings.set(register);
    }
    if (kind == Variable.Kind.PARAMETER) {
      parameters++;
    }
    return register;
  }

  void addCapture(int outer, int inner) {
    captures.add(new Body.Capture(outer, inner));
  }

  Variable variable(int register) {
    for (int i = variables.size() - 1; i >= 0; i--) {
      if (variables.get(i).register() == register) {
        return variables.get(i);
      }
    }
    throw new IllegalStateException("register " + register + " has no name");
  }

  boolean isNamed(int register) {
    return named.get(register);
  }

  /** Whether the value is syntactically seen to be a string. */
  boolean isString(int register) {
    return strings.get(register);
  }

  void markString(int register) {
    strings.set(register);
  }

  // Blocks

  int newLabel() {
    drafts.add(new Draft());
    return drafts.size() - 1;
  }

  boolean isReachable() {
    return current != null;
  }

  boolean isReferenced(int label) {
    return drafts.get(label).referenced;
  }

  /**
   * Goes on at {@code label}; a block that is still open jumps there.
   *
   * @return whether anything leads there
   */
  boolean start(int label, Span span) {
    if (current != null) {
      jump(label, span);
    }
    Draft draft = drafts.get(label);
    if (!draft.referenced) {
      current = null;
      return false;
    }
    place(draft);
    return true;
  }

  private void place(Draft draft) {
    if (draft.order != Body.NONE) {
      throw new IllegalStateException("a block is placed twice");
    }
    draft.order = placed.size();
    draft.loop = loop;
    draft.region = region;
    placed.add(draft);
    current = draft;
  }

  /** The open block; begins one that nothing leads to when the code here cannot be reached. */
  Draft block() {
    if (current == null) {
      drafts.add(new Draft());
      place(drafts.get(drafts.size() - 1));
    }
    return current;
  }

  void emit(Instruction instruction) {
    if (instruction instanceof Instruction.Terminator) {
      throw new IllegalArgumentException("a terminator needs terminate()");
    }
    block().instructions.add(instruction);
    assigned(instruction.target());
  }

  void jump(int label, Span span) {
    terminate(new Instruction.Jump(label, span), label, label);
  }

  void branch(int condition, int then, int otherwise, Span span) {
    terminate(new Instruction.Branch(condition, then, otherwise, span), then, otherwise);
  }

  void leave(Instruction.Terminator exit) {
    block().instructions.add(exit);
    current = null;
  }

  void select(Instruction.Switch choice) {
    block().instructions.add(choice);
    for (Instruction.Case one : choice.cases()) {
      reference(one.block());
    }
    reference(choice.otherwise());
    current = null;
  }

  /** Leaves the open block without its end, which {@link #next} adds when the loop is known. */
  Draft suspend(int target, int body, int exit) {
    Draft head = block();
    reference(body);
    reference(exit);
    assigned(target);
    current = null;
    return head;
  }

  void next(Draft head, Instruction.Next next) {
    head.instructions.add(next);
  }

  private void terminate(Instruction.Terminator terminator, int first, int second) {
    block().instructions.add(terminator);
    reference(first);
    reference(second);
    current = null;
  }

  private void reference(int label) {
    drafts.get(label).referenced = true;
  }

  // Assignments in time, for operands that are read before they are used

  private void assigned(int register) {
    if (register < 0) {
      return;
    }
    if (register >= assignedAt.length) {
      assignedAt = Arrays.copyOf(assignedAt, Math.max(register + 1, assignedAt.length * 2));
    }
    assignedAt[register] = ++clock;
  }

  int clock() {
    return clock;
  }

  boolean isAssignedSince(int register, int time) {
    return register < assignedAt.length && assignedAt[register] > time;
  }

  // Loops and regions

  /** The loop's header is the next block that starts. */
  int openLoop(Loop.Kind kind, int header, Span span, Span head) {
    loops.add(new LoopDraft(kind, loop, header, span, head));
    Draft before = block();
    reference(header);
    before.instructions.add(new Instruction.Jump(header, span));
    current = null;
    loop = loops.size() - 1;
    place(drafts.get(header));
    return loop;
  }

  void closeLoop() {
    loop = loops.get(loop).parent();
  }

  int region() {
    return region;
  }

  /** Opens a region; its handlers' blocks are labels. Code goes on in a new block inside. */
  void openRegion(List<TryRegion.Handler> handlers, Span span) {
    regions.add(new RegionDraft(region, handlers, span));
    for (TryRegion.Handler handler : handlers) {
      reference(handler.block());
    }
    inRegion(regions.size() - 1, span);
  }

  void closeRegion(Span span) {
    inRegion(regions.get(region).parent(), span);
  }

  /** Goes on in another region. */
  void inRegion(int other, Span span) {
    if (other == region) {
      return;
    }
    region = other;
    if (current == null) {
      return;
    }
    if (current.instructions.isEmpty()) {
      current.region = other;
    } else {
      int inside = newLabel();
      jump(inside, span);
      place(drafts.get(inside));
    }
  }

  // Results

  int addLambda(Body.Lambda lambda) {
    lambdas.add(lambda);
    return lambdas.size() - 1;
  }

  int addLocalType(TypeDecl type) {
    localTypes.add(type);
    return localTypes.size() - 1;
  }

  /**
   * @throws IllegalStateException when a block has no end or a jump leads nowhere: a defect
   */
  Body finish(Span span) {
    if (current != null) {
      throw new IllegalStateException("the body does not end");
    }
    int[] order = new int[drafts.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = drafts.get(i).order;
    }
    BlockNumbers numbers = new BlockNumbers(order);
    List<Block> blocks = new ArrayList<>(placed.size());
    for (Draft draft : placed) {
      int last = draft.instructions.size() - 1;
      draft.instructions.set(last, numbers.renumber(draft.instructions.get(last)));
      blocks.add(new Block(blocks.size(), draft.instructions, draft.loop, draft.region));
    }
    List<Loop> finalLoops = new ArrayList<>(loops.size());
    for (LoopDraft one : loops) {
      finalLoops.add(new Loop(one.kind, one.parent, numbers.of(one.header), one.span, one.head));
    }
    List<TryRegion> finalRegions = new ArrayList<>(regions.size());
    for (RegionDraft one : regions) {
      List<TryRegion.Handler> handlers = new ArrayList<>(one.handlers.size());
      for (TryRegion.Handler handler : one.handlers) {
        handlers.add(new TryRegion.Handler(numbers.of(handler.block()), handler.types()));
      }
      finalRegions.add(new TryRegion(one.parent, handlers, one.span));
    }
    return new Body(
        parameters,
        registers,
        variables,
        captures,
        blocks,
        finalLoops,
        finalRegions,
        lambdas,
        localTypes,
        span);
  }
}
