package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A body with its place in the program: the method it belongs to, the body around a lambda. */
public final class CodeBody {

  private final int index;
  private final MethodInfo method;
  private final Body body;
  private final CodeBody enclosing;
  private final Instruction.MakeLambda creation;
  private final List<CodeBody> lambdas = new ArrayList<>(0);
  private final List<CodeBody> lambdasView = Collections.unmodifiableList(lambdas);
  private final List<TypeInfo> localTypes = new ArrayList<>(0);
  private final List<TypeInfo> localTypesView = Collections.unmodifiableList(localTypes);
  private Definitions definitions;

  CodeBody(
      int index,
      MethodInfo method,
      Body body,
      CodeBody enclosing,
      Instruction.MakeLambda creation) {
    this.index = index;
    this.method = method;
    this.body = body;
    this.enclosing = enclosing;
    this.creation = creation;
  }

  void addLambda(CodeBody lambda) {
    lambdas.add(lambda);
  }

  void addLocalType(TypeInfo type) {
    localTypes.add(type);
  }

  /** Its place in {@link Program#bodies()}, for tables by number. */
  public int index() {
    return index;
  }

  /** The method whose declaration the code stands in. */
  public MethodInfo method() {
    return method;
  }

  public TypeInfo owner() {
    return method.owner();
  }

  public Body body() {
    return body;
  }

  /** The body that makes this lambda; absent for the body of a method. */
  public Optional<CodeBody> enclosing() {
    return Optional.ofNullable(enclosing);
  }

  /** The instruction of {@link #enclosing()} that makes this lambda. */
  public Optional<Instruction.MakeLambda> creation() {
    return Optional.ofNullable(creation);
  }

  /** In the order of {@link Body#lambdas()}. */
  public List<CodeBody> lambdas() {
    return lambdasView;
  }

  /** In the order of {@link Body#localTypes()}. */
  public List<TypeInfo> localTypes() {
    return localTypesView;
  }

  public Location location(Span span) {
    return method.location(span);
  }

  /** The steps that assign {@code register}, in block order. */
  public List<Instruction> definitions(int register) {
    return registers().of(register);
  }

  /** The variable that {@code register} holds, when it holds one. */
  public Optional<Variable> variable(int register) {
    return Optional.ofNullable(registers().variables[register]);
  }

  /** The block that {@code instruction} (the very object) stands in. */
  public Block blockOf(Instruction instruction) {
    for (Block block : body.blocks()) {
      for (Instruction each : block.instructions()) {
        if (each == instruction) {
          return block;
        }
      }
    }
    throw new IllegalArgumentException("not an instruction of this body: " + instruction);
  }

  /**
   * The register of the enclosing body (of the lambda, or of the local type) that {@code register}
   * was captured from.
   */
  public Optional<Integer> capturedFrom(int register) {
    for (Body.Capture capture : body.captures()) {
      if (capture.inner() == register) {
        return Optional.of(capture.outer());
      }
    }
    return Optional.empty();
  }

  /** The body that {@link #capturedFrom} speaks of. */
  public Optional<CodeBody> capturingFrom() {
    return enclosing != null ? Optional.of(enclosing) : owner().enclosingBody();
  }

  private Definitions registers() {
    // Built on first use and racy on purpose: two threads may build equal indexes.
    Definitions known = definitions;
    if (known == null) {
      known = new Definitions(body);
      definitions = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return method + (enclosing == null ? "" : " lambda at " + body.span());
  }

  /** Which steps assign which register. */
  private static final class Definitions {
    private final Object[] byRegister;
    private final Variable[] variables;

    Definitions(Body body) {
      byRegister = new Object[body.registerCount()];
      variables = new Variable[body.registerCount()];
      for (Variable variable : body.variables()) {
        variables[variable.register()] = variable;
      }
      for (Block block : body.blocks()) {
        for (Instruction instruction : block.instructions()) {
          int target = instruction.target();
          if (target != Body.NONE) {
            add(target, instruction);
          }
        }
      }
    }

    @SuppressWarnings("unchecked")
    private void add(int register, Instruction instruction) {
      Object known = byRegister[register];
      if (known == null) {
        byRegister[register] = instruction;
      } else if (known instanceof Instruction first) {
        List<Instruction> list = new ArrayList<>();
        list.add(first);
        list.add(instruction);
        byRegister[register] = list;
      } else {
        ((List<Instruction>) known).add(instruction);
      }
    }

    @SuppressWarnings("unchecked")
    List<Instruction> of(int register) {
      Object known = byRegister[register];
      if (known == null) {
        return List.of();
      }
      return known instanceof Instruction one
          ? List.of(one)
          : Collections.unmodifiableList((List<Instruction>) known);
    }
  }
}
