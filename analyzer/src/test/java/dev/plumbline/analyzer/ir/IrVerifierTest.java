package dev.plumbline.analyzer.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.finding.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The verifier passes sound IR and names each kind of fault. */
class IrVerifierTest {

  private static final Span SPAN = new Span(1, 1, 1, 10);
  private static final TypeRef OBJECT = TypeRef.named("Object");
  private static final Instruction RETURN = new Instruction.Return(Body.NONE, SPAN);

  private final List<Variable> variables = new ArrayList<>();
  private final List<Body.Capture> captures = new ArrayList<>();
  private final List<Loop> loops = new ArrayList<>();
  private final List<TryRegion> regions = new ArrayList<>();
  private final List<Body.Lambda> lambdas = new ArrayList<>();
  private final List<TypeDecl> localTypes = new ArrayList<>();
  private int registers = 4;

  private static Block block(int id, Instruction... instructions) {
    return new Block(id, Arrays.asList(instructions), Body.NONE, Body.NONE);
  }

  private static Instruction jump(int block) {
    return new Instruction.Jump(block, SPAN);
  }

  private static Instruction constant(int register) {
    return new Instruction.Constant(register, Literal.integer(1), SPAN);
  }

  private Body body(Block... blocks) {
    return new Body(
        0,
        registers,
        variables,
        captures,
        List.of(blocks),
        loops,
        regions,
        lambdas,
        localTypes,
        SPAN);
  }

  private List<String> faults(Block... blocks) {
    return verify(body(blocks), List.of());
  }

  private static List<String> verify(Body body, List<FieldDecl> fields) {
    MethodDecl method =
        new MethodDecl(
            MethodDecl.Kind.METHOD,
            "m",
            Modifiers.NONE,
            List.of(),
            TypeRef.VOID,
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.of(body),
            SPAN,
            SPAN,
            Optional.empty());
    TypeDecl type =
        new TypeDecl(
            TypeDecl.Kind.CLASS,
            "A",
            "A",
            Modifiers.NONE,
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            fields,
            List.of(method),
            List.of(),
            SPAN,
            SPAN,
            Optional.empty());
    CompilationUnit unit =
        new CompilationUnit("A.java", "", List.of(), List.of(), List.of(type), "", List.of(), 1);
    return IrVerifier.verify(unit, "0123456789");
  }

  @Test
  void soundIrHasNoFaults() {
    assertThat(faults(block(0, constant(0), jump(1)), block(1, RETURN))).isEmpty();
  }

  @Test
  void aBlockNeedsOneEnd() {
    assertThat(faults(block(0, constant(0)))).contains("A.m: b0 has no end");
    assertThat(faults(block(0, RETURN, RETURN))).contains("A.m: b0 ends in its midst");
    assertThat(faults(block(0))).contains("A.m: b0 is empty");
  }

  @Test
  void indexesMustExist() {
    assertThat(faults(block(0, jump(7)))).contains("A.m: b0 leads to a block that is not there");
    assertThat(faults(block(3, RETURN))).contains("A.m: b0 is numbered 3");
    assertThat(faults(new Block(0, List.of(RETURN), 2, 5)))
        .contains(
            "A.m: b0 lies in a loop that is not there",
            "A.m: b0 lies in a try region that is not there");
    assertThat(faults(block(0, new Instruction.MakeLambda(0, 0, SPAN), RETURN)))
        .contains("A.m: lambda 0 is not there");
  }

  @Test
  void registersMustExist() {
    assertThat(faults(block(0, constant(9), RETURN)))
        .containsExactly("A.m: b0 assigns what: there is no register 9");
    assertThat(faults(block(0, new Instruction.Copy(0, -1, SPAN), RETURN)))
        .containsExactly("A.m: b0 reads what: there is no register -1");
  }

  @Test
  void aTemporaryIsAssignedOnEveryWay() {
    assertThat(
            faults(
                block(0, constant(0), new Instruction.Branch(0, 1, 2, SPAN)),
                block(1, constant(1), jump(2)),
                block(2, new Instruction.Return(1, SPAN))))
        .containsExactly("A.m: b2 reads register 1 at 1:1-1:10 before it is assigned");
  }

  @Test
  void anExceptionMayComeBeforeTheAssignment() {
    regions.add(new TryRegion(Body.NONE, List.of(new TryRegion.Handler(1, List.of(OBJECT))), SPAN));
    Instruction handler = new Instruction.Catch(2, List.of(OBJECT), SPAN);

    assertThat(
            faults(
                new Block(0, List.of(constant(1), RETURN), Body.NONE, 0),
                block(1, handler, new Instruction.Return(1, SPAN))))
        .containsExactly("A.m: b1 reads register 1 at 1:1-1:10 before it is assigned");
  }

  @Test
  void aVariableIsAssignedOnSomeWay() {
    variables.add(new Variable("x", 1, OBJECT, Variable.Kind.LOCAL, false, List.of(), SPAN));

    assertThat(faults(block(0, new Instruction.Return(1, SPAN))))
        .containsExactly("A.m: b0 reads x at 1:1-1:10 before it is assigned");
  }

  @Test
  void theSwitchBehindAFinallyBlockTellsTheWaysApart() {
    Instruction.Case zero =
        new Instruction.Case(List.of(new ElementValue.LiteralValue(Literal.integer(0), SPAN)), 4);
    Instruction first = new Instruction.Constant(1, Literal.integer(0), SPAN);
    Instruction second = new Instruction.Constant(1, Literal.integer(1), SPAN);

    assertThat(
            faults(
                block(0, constant(0), new Instruction.Branch(0, 1, 2, SPAN)),
                block(1, constant(2), first, jump(3)),
                block(2, constant(3), second, jump(3)),
                block(3, new Instruction.Switch(1, List.of(zero), 5, SPAN)),
                block(4, new Instruction.Return(2, SPAN)),
                block(5, new Instruction.Return(3, SPAN))))
        .isEmpty();
  }

  @Test
  void aHandlerBeginsWithItsCatch() {
    regions.add(new TryRegion(Body.NONE, List.of(new TryRegion.Handler(1, List.of())), SPAN));

    assertThat(faults(new Block(0, List.of(RETURN), Body.NONE, 0), block(1, RETURN)))
        .containsExactly("A.m: b1 handles exceptions but does not begin with their catch");
    assertThat(
            faults(
                block(0, new Instruction.Catch(0, List.of(), SPAN), RETURN),
                block(1, new Instruction.Catch(0, List.of(), SPAN), RETURN)))
        .containsExactly("A.m: b0 catches without being a handler");
  }

  @Test
  void aLoopContainsItsHeaderAndHasAnOutermostParent() {
    loops.add(new Loop(Loop.Kind.WHILE, 1, 0, SPAN, SPAN));
    loops.add(new Loop(Loop.Kind.WHILE, 0, 0, SPAN, SPAN));

    assertThat(faults(block(0, RETURN)))
        .contains(
            "A.m: the header of loop 0 lies outside of it",
            "A.m: the parents of loop 0 do not end");
  }

  @Test
  void lambdasAreMadeOnceAndCaptureVariables() {
    captures.add(new Body.Capture(3, 0));
    variables.add(new Variable("x", 0, OBJECT, Variable.Kind.CAPTURED, false, List.of(), SPAN));
    Body inner = body(block(0, RETURN));
    captures.clear();
    variables.clear();
    lambdas.add(new Body.Lambda(List.of(), inner, SPAN));

    assertThat(faults(block(0, RETURN)))
        .containsExactly(
            "A.m: lambda 0 is never made",
            "A.m lambda 0: captures what is no variable of the body around");
  }

  @Test
  void positionsLieInsideTheirDeclarationAndTheFile() {
    Span far = new Span(1, 5, 2, 1);

    assertThat(faults(block(0, new Instruction.Return(Body.NONE, far))))
        .containsExactly(
            "A.m b0: 1:5-2:1 lies outside of 1:1-1:10", "A.m b0: 1:5-2:1 lies outside of the file");
  }

  @Test
  void anInitialValueIsStoredInTheInitialiser() {
    FieldDecl field =
        new FieldDecl(
            "f",
            OBJECT,
            Modifiers.NONE,
            List.of(),
            0,
            Optional.empty(),
            SPAN,
            SPAN,
            Optional.empty());

    assertThat(verify(body(block(0, RETURN)), List.of(field)))
        .containsExactly("A.f: has an initial value but its type no initialiser");
  }
}
