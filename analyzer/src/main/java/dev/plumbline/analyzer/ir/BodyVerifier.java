package dev.plumbline.analyzer.ir;

import java.util.BitSet;
import java.util.List;

/** The self-check of one body and of what is declared in it. */
final class BodyVerifier {

  private final IrVerifier verifier;
  private final Body body;
  private final Body maker;
  private final String place;
  private final BitSet named = new BitSet();
  private final BitSet handlers = new BitSet();
  private final BitSet made = new BitSet();
  private final BitSet created = new BitSet();
  private boolean isSound = true;

  /**
   * @param maker the body whose variables this one may capture, or {@code null}
   */
  BodyVerifier(IrVerifier verifier, Body body, Body maker, String place) {
    this.verifier = verifier;
    this.body = body;
    this.maker = maker;
    this.place = place;
  }

  void verify() {
    verifier.inFile(body.span(), place);
    variables();
    captures();
    loops();
    regions();
    if (body.blocks().isEmpty()) {
      fault("has no block");
    }
    for (int i = 0; i < body.blocks().size(); i++) {
      block(body.blocks().get(i), i);
    }
    lambdas();
    localTypes();
    if (isSound) {
      new AssignedRegisters(body).unassignedReads(this::fault);
    }
  }

  private void variables() {
    List<Variable> variables = body.variables();
    if (body.parameterCount() > variables.size()) {
      fault("lacks parameters");
    }
    for (int i = 0; i < variables.size(); i++) {
      Variable variable = variables.get(i);
      boolean isParameter = i < body.parameterCount();
      if (isParameter != (variable.kind() == Variable.Kind.PARAMETER)
          || (isParameter && variable.register() != i)) {
        fault(variable.name() + " is a parameter in the wrong place");
      }
      register(variable.register(), variable.name());
      if (variable.register() >= 0 && named.get(variable.register())) {
        fault("two variables share register " + variable.register());
      }
      if (variable.register() >= 0) {
        named.set(variable.register());
      }
      verifier.inFile(variable.nameSpan(), place);
    }
  }

  private void captures() {
    BitSet captured = new BitSet();
    for (Body.Capture capture : body.captures()) {
      register(capture.inner(), "a capture");
      if (capture.inner() >= 0) {
        captured.set(capture.inner());
      }
      boolean isVariable = false;
      if (maker != null) {
        for (Variable variable : maker.variables()) {
          isVariable |= variable.register() == capture.outer();
        }
      }
      if (!isVariable) {
        fault("captures what is no variable of the body around");
      }
    }
    for (Variable variable : body.variables()) {
      boolean isCapture = variable.register() >= 0 && captured.get(variable.register());
      if (isCapture != (variable.kind() == Variable.Kind.CAPTURED)) {
        fault(variable.name() + " is captured, or only says so");
      }
    }
  }

  private void loops() {
    for (int i = 0; i < body.loops().size(); i++) {
      Loop loop = body.loops().get(i);
      if (!isIndex(loop.header(), body.blocks())) {
        fault("loop " + i + " has no header");
      } else if (body.blocks().get(loop.header()).loop() != i) {
        fault("the header of loop " + i + " lies outside of it");
      }
      int steps = 0;
      int parent = i;
      while (parent != Body.NONE && isIndex(parent, body.loops()) && steps <= body.loops().size()) {
        parent = body.loops().get(parent).parent();
        steps++;
      }
      if (parent != Body.NONE) {
        fault("the parents of loop " + i + " do not end");
      }
      verifier.inside(body.span(), loop.span(), place);
      verifier.inside(loop.span(), loop.headSpan(), place);
    }
  }

  private void regions() {
    for (int i = 0; i < body.regions().size(); i++) {
      TryRegion region = body.regions().get(i);
      int steps = 0;
      int parent = i;
      while (parent != Body.NONE
          && isIndex(parent, body.regions())
          && steps <= body.regions().size()) {
        parent = body.regions().get(parent).parent();
        steps++;
      }
      if (parent != Body.NONE) {
        fault("the parents of try region " + i + " do not end");
      }
      verifier.inside(body.span(), region.span(), place);
      for (TryRegion.Handler handler : region.handlers()) {
        handler(handler, i);
      }
    }
  }

  private void handler(TryRegion.Handler handler, int region) {
    if (!isIndex(handler.block(), body.blocks())) {
      fault("a handler of try region " + region + " has no block");
      return;
    }
    handlers.set(handler.block());
    List<Instruction> instructions = body.blocks().get(handler.block()).instructions();
    if (instructions.isEmpty()
        || !(instructions.get(0) instanceof Instruction.Catch first)
        || !first.types().equals(handler.types())) {
      fault("b" + handler.block() + " handles exceptions but does not begin with their catch");
    }
  }

  private void block(Block block, int index) {
    if (block.id() != index) {
      fault("b" + index + " is numbered " + block.id());
    }
    if (block.loop() != Body.NONE && !isIndex(block.loop(), body.loops())) {
      fault("b" + index + " lies in a loop that is not there");
    }
    if (block.region() != Body.NONE && !isIndex(block.region(), body.regions())) {
      fault("b" + index + " lies in a try region that is not there");
    }
    List<Instruction> instructions = block.instructions();
    if (instructions.isEmpty()) {
      fault("b" + index + " is empty");
    }
    for (int i = 0; i < instructions.size(); i++) {
      Instruction instruction = instructions.get(i);
      boolean isLast = i == instructions.size() - 1;
      if (isLast != instruction instanceof Instruction.Terminator) {
        fault("b" + index + (isLast ? " has no end" : " ends in its midst"));
      }
      if (instruction instanceof Instruction.Catch && (i > 0 || !handlers.get(index))) {
        fault("b" + index + " catches without being a handler");
      }
      instruction(instruction, index);
    }
  }

  private void instruction(Instruction instruction, int block) {
    verifier.inside(body.span(), instruction.span(), place + " b" + block);
    verifier.inFile(instruction.span(), place + " b" + block);
    boolean isStore =
        instruction instanceof Instruction.StoreName
            || instruction instanceof Instruction.StoreField
            || instruction instanceof Instruction.StoreElement
            || instruction instanceof Instruction.Monitor;
    boolean needsTarget =
        !isStore
            && !(instruction instanceof Instruction.Call)
            && (!(instruction instanceof Instruction.Terminator)
                || instruction instanceof Instruction.Next);
    if (needsTarget || instruction.target() != Body.NONE) {
      register(instruction.target(), "b" + block + " assigns what");
    }
    instruction.accept(new Reads(register -> register(register, "b" + block + " reads what")));
    if (instruction instanceof Instruction.Terminator end) {
      BitSet seen = new BitSet();
      for (int successor : end.successors()) {
        if (!isIndex(successor, body.blocks())) {
          fault("b" + block + " leads to a block that is not there");
        } else if (seen.get(successor)) {
          fault("b" + block + " names a successor twice");
        } else {
          seen.set(successor);
        }
      }
    }
    if (instruction instanceof Instruction.MakeLambda lambda) {
      once(lambda.lambda(), body.lambdas(), made, "lambda");
    }
    if (instruction instanceof Instruction.New creation && creation.localType() != Body.NONE) {
      once(creation.localType(), body.localTypes(), created, "anonymous type");
      if (isIndex(creation.localType(), body.localTypes())
          && body.localTypes().get(creation.localType()).kind() != TypeDecl.Kind.ANONYMOUS) {
        fault("b" + block + " creates a local type that is not anonymous");
      }
    }
  }

  private void once(int index, List<?> all, BitSet seen, String what) {
    if (!isIndex(index, all)) {
      fault(what + " " + index + " is not there");
    } else if (seen.get(index)) {
      fault(what + " " + index + " is made twice");
    } else {
      seen.set(index);
    }
  }

  private void lambdas() {
    for (int i = 0; i < body.lambdas().size(); i++) {
      Body.Lambda lambda = body.lambdas().get(i);
      if (!made.get(i)) {
        fault("lambda " + i + " is never made");
      }
      verifier.inside(body.span(), lambda.span(), place);
      verifier.inside(lambda.span(), lambda.body().span(), place);
      if (lambda.parameters().size() != lambda.body().parameterCount()) {
        fault("lambda " + i + " has another number of parameters than its body");
      }
      new BodyVerifier(verifier, lambda.body(), body, place + " lambda " + i).verify();
    }
  }

  private void localTypes() {
    for (int i = 0; i < body.localTypes().size(); i++) {
      TypeDecl type = body.localTypes().get(i);
      if (type.kind() == TypeDecl.Kind.ANONYMOUS && !created.get(i)) {
        fault(type.binaryName() + " is never created");
      }
      verifier.inside(body.span(), type.span(), type.binaryName());
      verifier.type(type, body);
    }
  }

  private void register(int register, String what) {
    if (register < 0 || register >= body.registerCount()) {
      fault(what + ": there is no register " + register);
    }
  }

  private static boolean isIndex(int index, List<?> list) {
    return index >= 0 && index < list.size();
  }

  private void fault(String what) {
    isSound = false;
    verifier.fault(place, what);
  }
}
