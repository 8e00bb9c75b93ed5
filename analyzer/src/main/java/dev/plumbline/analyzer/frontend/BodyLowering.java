package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.SimpleName;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.ir.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lowering of one body: its graph, its scope, and the parts that know statements, expressions
 * and so on.
 *
 * <p>A name is looked up here first. If it is no variable here, it may be one of the body around:
 * of the body that makes the lambda, or that declares the local type. Then it is captured, in every
 * body on the way (JLS 6.4.1, 15.27.2).
 */
final class BodyLowering {

  private final FileLowering file;
  private final TypeContext type;
  private final BodyLowering maker;
  private final BodyBuilder code = new BodyBuilder();
  private final Scope scope = new Scope();
  private final WaysOut exits = new WaysOut(code);
  private final ExpressionLowering expressions;
  private final CallLowering calls;
  private final AssignmentLowering assignments;
  private final ConditionLowering conditions;
  private final PatternLowering patterns;
  private final StatementLowering statements;
  private final LoopLowering loops;
  private final SwitchLowering switches;
  private final TryLowering tries;
  private Map<String, Integer> captured;

  /**
   * @param type the type whose code this is
   * @param maker the body that makes this lambda, or {@code null} for a member of {@code type}
   */
  BodyLowering(FileLowering file, TypeContext type, BodyLowering maker) {
    this.file = file;
    this.type = type;
    this.maker = maker;
    expressions = new ExpressionLowering(this);
    calls = new CallLowering(this);
    assignments = new AssignmentLowering(this);
    conditions = new ConditionLowering(this);
    patterns = new PatternLowering(this);
    statements = new StatementLowering(this);
    loops = new LoopLowering(this);
    switches = new SwitchLowering(this);
    tries = new TryLowering(this);
  }

  FileLowering file() {
    return file;
  }

  SourceSpans spans() {
    return file.spans();
  }

  TypeLowering types() {
    return file.types();
  }

  TypeContext type() {
    return type;
  }

  BodyBuilder code() {
    return code;
  }

  Scope scope() {
    return scope;
  }

  WaysOut exits() {
    return exits;
  }

  ExpressionLowering expressions() {
    return expressions;
  }

  CallLowering calls() {
    return calls;
  }

  AssignmentLowering assignments() {
    return assignments;
  }

  ConditionLowering conditions() {
    return conditions;
  }

  PatternLowering patterns() {
    return patterns;
  }

  StatementLowering statements() {
    return statements;
  }

  LoopLowering loops() {
    return loops;
  }

  SwitchLowering switches() {
    return switches;
  }

  TryLowering tries() {
    return tries;
  }

  // Variables

  /** A new variable, not yet in scope. */
  Scope.Binding variable(
      Variable.Kind kind, SimpleName name, TypeRef declared, VariableTraits traits) {
    String identifier = name(name);
    return new Scope.Binding(identifier, code.addVariable(kind, identifier, declared, traits));
  }

  void parameters(List<dev.plumbline.analyzer.ir.Parameter> parameters, NodeList<Parameter> nodes) {
    for (int i = 0; i < parameters.size(); i++) {
      dev.plumbline.analyzer.ir.Parameter parameter = parameters.get(i);
      VariableTraits traits =
          new VariableTraits(
              isFinal(nodes.get(i).getModifiers()), parameter.annotations(), parameter.nameSpan());
      int register =
          code.addVariable(Variable.Kind.PARAMETER, parameter.name(), parameter.type(), traits);
      scope.declare(new Scope.Binding(parameter.name(), register));
    }
  }

  String name(SimpleName name) {
    return file.names().of(name.getIdentifier());
  }

  static boolean isFinal(NodeList<Modifier> modifiers) {
    for (int i = 0; i < modifiers.size(); i++) {
      if (modifiers.get(i).getKeyword() == Modifier.Keyword.FINAL) {
        return true;
      }
    }
    return false;
  }

  /** The register of the variable that the name means here, or {@link Body#NONE}. */
  int resolve(String name) {
    int register = scope.lookup(name);
    if (register != Body.NONE) {
      return register;
    }
    if (captured != null) {
      Integer known = captured.get(name);
      if (known != null) {
        return known;
      }
    }
    BodyLowering around = maker != null ? maker : type.bodyThatMayDeclare(name);
    int outer = around == null ? Body.NONE : around.resolve(name);
    return outer == Body.NONE ? Body.NONE : capture(name, outer, around.code.variable(outer));
  }

  private int capture(String name, int outer, Variable variable) {
    VariableTraits traits =
        new VariableTraits(variable.isFinal(), variable.annotations(), variable.nameSpan());
    int inner = code.addVariable(Variable.Kind.CAPTURED, name, variable.type(), traits);
    code.addCapture(outer, inner);
    if (captured == null) {
      captured = new HashMap<>();
    }
    captured.put(name, inner);
    return inner;
  }

  // Small steps that all parts take

  int constant(dev.plumbline.analyzer.ir.Literal literal, Span span) {
    int register = code.newRegister();
    code.emit(new Instruction.Constant(register, literal, span));
    return register;
  }

  Body finish(Span span) {
    if (code.isReachable()) {
      code.leave(new Instruction.Return(Body.NONE, spans().lastCharacter(span)));
    }
    return code.finish(span);
  }
}
