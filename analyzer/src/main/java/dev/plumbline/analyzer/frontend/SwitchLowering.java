package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import java.util.ArrayList;
import java.util.List;

/**
 * Switches: JLS 14.11, 15.28.
 *
 * <p>With constant labels alone, a switch is one {@link Instruction.Switch}. With a pattern among
 * them it is a chain of tests in source order; constant labels in such a chain are a {@link
 * Instruction.Switch} with one case.
 *
 * <p>A switch expression, and a statement with patterns, is exhaustive (JLS 14.11.1.1). Without a
 * default the way past all labels does not exist, so the last label is taken without a test: a
 * {@link Instruction.Switch} leads to its block by default as well, a pattern binds without {@link
 * Instruction.InstanceOf}.
 */
final class SwitchLowering {

  private final BodyLowering body;
  private final BodyBuilder code;
  private final SourceSpans spans;

  /** One switch while it is lowered. */
  private record Frame(
      int selector,
      NodeList<SwitchEntry> entries,
      int[] labels,
      int end,
      boolean isExpression,
      WaysOut.Target target,
      Span span,
      Span selectorSpan) {}

  SwitchLowering(BodyLowering body) {
    this.body = body;
    this.code = body.code();
    this.spans = body.spans();
  }

  void statement(SwitchStmt choice) {
    int end = code.newLabel();
    WaysOut.Target target = body.exits().enterSwitch(end);
    lower(choice.getSelector(), choice.getEntries(), end, false, target, spans.of(choice));
    body.exits().exit(target);
    code.start(end, spans.of(choice));
  }

  int expression(SwitchExpr choice) {
    int end = code.newLabel();
    int result = code.newRegister();
    WaysOut.Target target = body.exits().enterSwitchExpression(end, result);
    lower(choice.getSelector(), choice.getEntries(), end, true, target, spans.of(choice));
    body.exits().exit(target);
    code.start(end, spans.of(choice));
    return result;
  }

  void yields(Expression value, Span span) {
    WaysOut.Target target = body.exits().yieldTarget();
    int register = body.expressions().value(value);
    if (target == null) {
      body.file().problems().add(Problem.inSource("yield outside of a switch expression", span));
      return;
    }
    code.emit(new Instruction.Copy(target.result, register, spans.of(value)));
    body.exits().yieldTo(target, span);
  }

  private void lower(
      Expression selector,
      NodeList<SwitchEntry> entries,
      int end,
      boolean isExpression,
      WaysOut.Target target,
      Span span) {
    int register = body.expressions().value(selector);
    Span selectorSpan = spans.of(selector);
    if (entries.isEmpty()) {
      if (isExpression) {
        code.emit(new Instruction.Constant(target.result, Literal.NULL, span));
      }
      code.jump(end, span);
      return;
    }
    int[] labels = new int[entries.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = code.newLabel();
    }
    Frame frame =
        new Frame(register, entries, labels, end, isExpression, target, span, selectorSpan);
    int mark = body.scope().mark();
    if (hasPattern(entries)) {
      chain(frame);
    } else {
      table(frame);
    }
    body.scope().release(mark);
  }

  // Constant labels

  private void table(Frame frame) {
    NodeList<SwitchEntry> entries = frame.entries;
    List<Instruction.Case> cases = new ArrayList<>(entries.size());
    List<ElementValue> group = new ArrayList<>();
    int otherwise = Body.NONE;
    for (int i = 0; i < entries.size(); i++) {
      SwitchEntry entry = entries.get(i);
      constants(entry, group);
      boolean fallsThrough =
          entry.getType() == SwitchEntry.Type.STATEMENT_GROUP
              && entry.getStatements().isEmpty()
              && i + 1 < entries.size();
      if (isDefault(entry)) {
        otherwise = frame.labels[i];
      }
      if (fallsThrough) {
        // "case 1: case 2:" is one group of labels.
        frame.labels[i + 1] = frame.labels[i];
        continue;
      }
      if (!group.isEmpty()) {
        cases.add(new Instruction.Case(group, frame.labels[i]));
        group.clear();
      }
    }
    if (otherwise == Body.NONE) {
      otherwise = frame.isExpression ? frame.labels[entries.size() - 1] : frame.end;
    }
    code.select(new Instruction.Switch(frame.selector, cases, otherwise, frame.selectorSpan));
    for (int i = 0; i < entries.size(); i++) {
      boolean isGroupEnd = i + 1 == entries.size() || frame.labels[i + 1] != frame.labels[i];
      if (isGroupEnd) {
        code.start(frame.labels[i], frame.span);
        entry(frame, entries.get(i), List.of());
      }
    }
    if (code.isReachable()) {
      code.jump(frame.end, frame.span);
    }
  }

  private void constants(SwitchEntry entry, List<ElementValue> labels) {
    for (Expression label : entry.getLabels()) {
      if (!(label instanceof ComponentPatternExpr)) {
        labels.add(body.file().annotations().value(label));
      }
    }
  }

  // Patterns

  /** All tests come first, for a default may stand anywhere and is taken last. */
  private void chain(Frame frame) {
    NodeList<SwitchEntry> entries = frame.entries;
    int otherwise = Body.NONE;
    int lastTest = Body.NONE;
    for (int i = 0; i < entries.size(); i++) {
      if (isDefault(entries.get(i))) {
        otherwise = frame.labels[i];
      }
      if (!entries.get(i).getLabels().isEmpty()) {
        lastTest = i;
      }
    }
    List<List<Scope.Binding>> introduced = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      List<Scope.Binding> bindings = new ArrayList<>(1);
      introduced.add(bindings);
      if (!entries.get(i).getLabels().isEmpty()) {
        boolean isTotal = i == lastTest && otherwise == Body.NONE;
        tests(frame, i, isTotal, bindings);
      }
    }
    if (code.isReachable()) {
      code.jump(otherwise != Body.NONE ? otherwise : frame.end, frame.selectorSpan);
    }
    for (int i = 0; i < entries.size(); i++) {
      code.start(frame.labels[i], frame.span);
      entry(frame, entries.get(i), introduced.get(i));
    }
    if (code.isReachable()) {
      code.jump(frame.end, frame.span);
    }
  }

  /**
   * Goes to the entry's block if one of its labels matches, else on behind.
   *
   * @param isTotal whether nothing else can be meant: the last label is not tested then
   */
  private void tests(Frame frame, int number, boolean isTotal, List<Scope.Binding> introduced) {
    SwitchEntry entry = frame.entries.get(number);
    Expression guard = entry.getGuard().orElse(null);
    int matched = frame.labels[number];
    int join = guard == null ? matched : code.newLabel();
    int next = code.newLabel();
    List<ElementValue> constants = new ArrayList<>(1);
    constants(entry, constants);
    List<ComponentPatternExpr> patterns = patterns(entry);
    if (patterns.isEmpty() && isTotal) {
      code.jump(join, frame.selectorSpan);
    } else if (!constants.isEmpty()) {
      int behind = patterns.isEmpty() ? next : code.newLabel();
      Instruction.Case one = new Instruction.Case(constants, join);
      code.select(new Instruction.Switch(frame.selector, List.of(one), behind, frame.selectorSpan));
      if (behind != next) {
        code.start(behind, frame.selectorSpan);
      }
    }
    for (int i = 0; i < patterns.size(); i++) {
      boolean isLast = i + 1 == patterns.size();
      int fail = isLast ? next : code.newLabel();
      Span span = spans.of(patterns.get(i));
      body.patterns()
          .match(
              frame.selector,
              patterns.get(i),
              isLast && isTotal ? Body.NONE : fail,
              span,
              introduced);
      code.jump(join, span);
      if (!isLast) {
        code.start(fail, span);
      }
    }
    if (guard != null) {
      guard(guard, join, matched, isTotal && frame.isExpression ? matched : next, introduced);
    }
    code.start(next, frame.selectorSpan);
  }

  private void guard(
      Expression guard, int join, int then, int otherwise, List<Scope.Binding> introduced) {
    code.start(join, spans.of(guard));
    int mark = body.scope().mark();
    body.scope().declareAll(introduced);
    Bindings bindings = body.conditions().branch(guard, then, otherwise);
    body.scope().release(mark);
    introduced.addAll(bindings.whenTrue());
  }

  private static List<ComponentPatternExpr> patterns(SwitchEntry entry) {
    List<ComponentPatternExpr> patterns = new ArrayList<>(1);
    for (Expression label : entry.getLabels()) {
      if (label instanceof ComponentPatternExpr pattern) {
        patterns.add(pattern);
      }
    }
    return patterns;
  }

  // Bodies of entries

  private void entry(Frame frame, SwitchEntry entry, List<Scope.Binding> introduced) {
    NodeList<Statement> statements = entry.getStatements();
    if (entry.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
      // The variables of one group are in scope in the next: the whole block is one scope.
      body.scope().declareAll(introduced);
      body.statements().all(statements);
      return;
    }
    int mark = body.scope().mark();
    body.scope().declareAll(introduced);
    if (frame.isExpression && entry.getType() == SwitchEntry.Type.EXPRESSION) {
      Expression value = ((ExpressionStmt) statements.get(0)).getExpression();
      int register = body.expressions().value(value);
      Span span = spans.of(value);
      code.emit(new Instruction.Copy(frame.target.result, register, span));
      body.exits().yieldTo(frame.target, span);
    } else {
      body.statements().all(statements);
      if (code.isReachable()) {
        code.jump(frame.end, spans.of(entry));
      }
    }
    body.scope().release(mark);
  }

  /** JavaParser gives a default without labels; "case null, default" has a flag. */
  private static boolean isDefault(SwitchEntry entry) {
    return entry.isDefault() || entry.getLabels().isEmpty();
  }

  private static boolean hasPattern(NodeList<SwitchEntry> entries) {
    for (SwitchEntry entry : entries) {
      for (Expression label : entry.getLabels()) {
        if (label instanceof ComponentPatternExpr) {
          return true;
        }
      }
    }
    return false;
  }
}
