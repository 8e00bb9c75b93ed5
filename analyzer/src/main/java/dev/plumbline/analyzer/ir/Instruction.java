package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.List;
import java.util.Optional;

/**
 * One step of a body. {@code span} is the source text of the expression or statement that the step
 * stands for, so that a finding on a step marks what the programmer wrote.
 *
 * <p>A {@code target} is the register that receives the result; {@link Body#NONE} where there is
 * none. Operands are registers. Evaluation follows JLS 15.7: left to right.
 */
public sealed interface Instruction {

  Span span();

  /** The register that receives the result, or {@link Body#NONE}. */
  default int target() {
    return Body.NONE;
  }

  <R> R accept(Visitor<R> visitor);

  /** The last step of a block. */
  sealed interface Terminator extends Instruction {
    /** The blocks that may follow, without exceptional ones; no block twice. */
    List<Integer> successors();
  }

  record Constant(int target, Literal literal, Span span) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code target = source}, also for initialisers, parameters of patterns and branches. */
  record Copy(int target, int source, Span span) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record Operation(int target, Operator operator, Operands operands, Span span)
      implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A dotted name that does not begin with a variable of the body: a field of this or an enclosing
   * type, a static import, a type, a package, and fields behind those. Linking decides (JLS 6.5).
   * {@code this} is the path {@code [this]}, {@code Outer.this} the path {@code [Outer, this]};
   * {@code this.f} is a {@link LoadField} behind it. The {@code super} of {@code super.f} is the
   * path {@code [super]} or {@code [Outer, super]}: the same object, seen as its superclass.
   */
  record LoadName(int target, List<String> path, Span span) implements Instruction {
    public LoadName {
      path = List.copyOf(path);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Assignment to such a name. */
  record StoreName(List<String> path, int source, Span span) implements Instruction {
    public StoreName {
      path = List.copyOf(path);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A field of the object, or the length of an array. In record patterns the name {@code #n} is the
   * n-th component, counted from 0: only linking knows its name.
   */
  record LoadField(int target, int object, String name, Span span) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record StoreField(int object, String name, int source, Span span) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record LoadElement(int target, int array, int index, Span span) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record StoreElement(int array, int index, int source, Span span) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * @param outer the explicit enclosing instance of {@code outer.new Inner()}, or {@link Body#NONE}
   * @param localType index in {@link Body#localTypes()} of the anonymous class, or {@link
   *     Body#NONE}
   * @param typeSpan of the created type
   */
  record New(
      int target,
      TypeRef type,
      int outer,
      Operands arguments,
      int localType,
      Span typeSpan,
      Span span)
      implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * @param type of the array
   * @param dimensions lengths given in brackets
   * @param elements of the initialiser, when {@code initialized}
   */
  record NewArray(
      int target,
      TypeRef type,
      Operands dimensions,
      boolean initialized,
      Operands elements,
      Span span)
      implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * @param receiver for {@link Dispatch#EXPRESSION}: the value, or a {@link LoadName} that may turn
   *     out to be a type; else {@link Body#NONE}, or the outer instance of an explicit constructor
   *     call
   * @param qualifier of {@code Type.super.method()}
   * @param nameSpan of the method's name
   */
  record Call(
      int target,
      Dispatch dispatch,
      int receiver,
      Optional<TypeRef> qualifier,
      String name,
      List<TypeRef> typeArguments,
      Operands arguments,
      Span nameSpan,
      Span span)
      implements Instruction {

    /** How the call names what it calls. */
    public enum Dispatch {
      /** {@code receiver.name(…)} */
      EXPRESSION,
      /** {@code name(…)}: a member of this or an enclosing type, or a static import. */
      UNQUALIFIED,
      /** {@code super.name(…)} */
      SUPER,
      /** {@code this(…)} */
      THIS_CONSTRUCTOR,
      /** {@code super(…)} */
      SUPER_CONSTRUCTOR
    }

    public Call {
      typeArguments = List.copyOf(typeArguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * @param lambda index in {@link Body#lambdas()}
   */
  record MakeLambda(int target, int lambda, Span span) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code receiver::name}, {@code Type::name}, {@code Type::new}, {@code super::name}.
   *
   * @param receiver a value, or a {@link LoadName} that may turn out to be a type; {@link
   *     Body#NONE} when {@code type} says it or for {@code super}
   * @param type when it can only be a type ({@code int[]::new}, {@code List<String>::size})
   * @param name {@code <init>} for {@code new}
   */
  record MethodReference(
      int target, int receiver, Optional<TypeRef> type, boolean isSuper, String name, Span span)
      implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record Cast(int target, TypeRef type, int source, Span span) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record InstanceOf(int target, TypeRef type, int source, Span span) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** The first step of a handler: the exception that was thrown. Empty types catch everything. */
  record Catch(int target, List<TypeRef> types, Span span) implements Instruction {
    public Catch {
      types = List.copyOf(types);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Entry to or exit from a synchronized statement. The exit stands on every way out, also in a
   * handler for everything that throws again.
   */
  record Monitor(boolean enter, int object, Span span) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record Jump(int block, Span span) implements Terminator {
    @Override
    public List<Integer> successors() {
      return List.of(block);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record Branch(int condition, int then, int otherwise, Span span) implements Terminator {
    @Override
    public List<Integer> successors() {
      return then == otherwise ? List.of(then) : List.of(then, otherwise);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A switch over constants: labels are constant expressions or names of enum constants. A switch
   * with patterns becomes a chain of {@link InstanceOf} and {@link Branch}.
   *
   * <p>An exhaustive switch without default (a switch expression, JLS 15.28.1) has no way past its
   * cases: the block of its last case is {@code otherwise} as well. Behind a finally block ({@link
   * TryRegion}) the selector is a temporary that only {@link Constant}s assign.
   *
   * @param otherwise the default, or the block behind the switch
   */
  record Switch(int selector, List<Case> cases, int otherwise, Span span) implements Terminator {
    public Switch {
      cases = List.copyOf(cases);
    }

    @Override
    public List<Integer> successors() {
      return java.util.stream.Stream.concat(
              cases.stream().map(Case::block), java.util.stream.Stream.of(otherwise))
          .distinct()
          .toList();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * @param labels of one group of cases, in order
   */
  record Case(List<ElementValue> labels, int block) {
    public Case {
      labels = List.copyOf(labels);
    }
  }

  /**
   * The head of an enhanced for statement: takes the next element of an array or Iterable and goes
   * to {@code body}, or goes to {@code exit} when there is none.
   */
  record Next(int target, int iterable, int body, int exit, Span span) implements Terminator {
    @Override
    public List<Integer> successors() {
      return body == exit ? List.of(body) : List.of(body, exit);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * @param value what is returned, or {@link Body#NONE}; also the end of the body
   */
  record Return(int value, Span span) implements Terminator {
    @Override
    public List<Integer> successors() {
      return List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record Throw(int exception, Span span) implements Terminator {
    @Override
    public List<Integer> successors() {
      return List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** One method for each kind and no default, so that a new kind breaks the build. */
  interface Visitor<R> {
    R visit(Constant constant);

    R visit(Copy copy);

    R visit(Operation operation);

    R visit(LoadName load);

    R visit(StoreName store);

    R visit(LoadField load);

    R visit(StoreField store);

    R visit(LoadElement load);

    R visit(StoreElement store);

    R visit(New creation);

    R visit(NewArray creation);

    R visit(Call call);

    R visit(MakeLambda lambda);

    R visit(MethodReference reference);

    R visit(Cast cast);

    R visit(InstanceOf test);

    R visit(Catch handler);

    R visit(Monitor monitor);

    R visit(Jump jump);

    R visit(Branch branch);

    R visit(Switch choice);

    R visit(Next next);

    R visit(Return exit);

    R visit(Throw exit);
  }
}
