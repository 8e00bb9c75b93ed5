package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.MatchAllPatternExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.ir.Variable;
import java.util.List;

/**
 * Patterns: JLS 14.30.
 *
 * <p>A type pattern is an {@link Instruction.InstanceOf}, a {@link Instruction.Branch} and a {@link
 * Instruction.Copy} into its variable. The n-th component of a record is read by a {@link
 * Instruction.LoadField} of the name {@code #n}, counted from 0: the accessor's name is known to
 * linking alone. A nested type pattern is tested even where its type is the component's and no test
 * takes place; {@code var} and primitive types are not.
 */
final class PatternLowering {

  private final BodyLowering body;
  private final BodyBuilder code;

  PatternLowering(BodyLowering body) {
    this.body = body;
    this.code = body.code();
  }

  /**
   * Goes on where the pattern matches, and to {@code fail} where not.
   *
   * @param fail or {@link Body#NONE} when the pattern is known to match: no test then
   * @param introduced receives the pattern's variables
   */
  void match(
      int source,
      ComponentPatternExpr pattern,
      int fail,
      Span span,
      List<Scope.Binding> introduced) {
    if (pattern instanceof TypePatternExpr type) {
      TypeRef declared = body.types().of(type.getType());
      if (declared.kind() != TypeRef.Kind.INFERRED) {
        test(source, declared, fail, span);
      }
      bind(source, type, declared, introduced);
    } else if (pattern instanceof RecordPatternExpr shape) {
      TypeRef type = body.types().of(shape.getType());
      test(source, type, fail, span);
      components(source, type, shape, fail, span, introduced);
    } else if (!(pattern instanceof MatchAllPatternExpr)) {
      throw UnsupportedNode.of(pattern);
    }
  }

  private void components(
      int source,
      TypeRef type,
      RecordPatternExpr shape,
      int fail,
      Span whole,
      List<Scope.Binding> introduced) {
    if (shape.getPatternList().stream().allMatch(MatchAllPatternExpr.class::isInstance)) {
      return;
    }
    // What was tested may be of a wider type, which has no components.
    int record = code.newRegister();
    code.emit(new Instruction.Cast(record, type, source, whole));
    for (int i = 0; i < shape.getPatternList().size(); i++) {
      ComponentPatternExpr component = shape.getPatternList().get(i);
      if (component instanceof MatchAllPatternExpr) {
        continue;
      }
      Span span = body.spans().of(component);
      int value = code.newRegister();
      code.emit(new Instruction.LoadField(value, record, "#" + i, span));
      boolean same =
          component instanceof TypePatternExpr nested
              && body.types().of(nested.getType()).kind() == TypeRef.Kind.PRIMITIVE;
      match(value, component, same ? Body.NONE : fail, span, introduced);
    }
  }

  private void test(int source, TypeRef type, int fail, Span span) {
    if (fail == Body.NONE) {
      return;
    }
    int result = code.newRegister();
    code.emit(new Instruction.InstanceOf(result, type, source, span));
    int matched = code.newLabel();
    code.branch(result, matched, fail, span);
    code.start(matched, span);
  }

  private void bind(
      int source, TypePatternExpr pattern, TypeRef declared, List<Scope.Binding> introduced) {
    VariableTraits traits =
        new VariableTraits(
            BodyLowering.isFinal(pattern.getModifiers()),
            List.of(),
            body.spans().firstToken(pattern.getName()));
    Scope.Binding variable =
        body.variable(Variable.Kind.PATTERN, pattern.getName(), declared, traits);
    code.emit(new Instruction.Copy(variable.register(), source, body.spans().of(pattern)));
    introduced.add(variable);
  }
}
