package dev.plumbline.analyzer.rule;

import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Program;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the linked program knows of the expressions of one file, found by where they stand. What is
 * not certain is {@link JavaType#UNKNOWN}.
 */
public final class CodeTypes {

  private record Made(CodeBody body, int register) {}

  private final Program program;
  private final List<CodeBody> bodies;
  private final Map<Span, Made> made = new HashMap<>();

  /**
   * @param bodies all code of the file
   */
  public CodeTypes(Program program, List<CodeBody> bodies) {
    this.program = program;
    this.bodies = List.copyOf(bodies);
    for (CodeBody body : bodies) {
      for (Block block : body.body().blocks()) {
        for (Instruction each : block.instructions()) {
          // The last at a place is the whole: an argument has a place of its own.
          if (each.target() != Body.NONE) {
            made.put(each.span(), new Made(body, each.target()));
          }
        }
      }
    }
  }

  /** The type of the expression at {@code span}, which is not the name of a local variable. */
  public JavaType typeOf(Span span) {
    Made known = made.get(span);
    return known == null
        ? JavaType.UNKNOWN
        : program.inference().typeOf(known.body(), known.register());
  }

  /** Of the local variable or parameter {@code name} where it is used at {@code span}. */
  public JavaType typeOfVariable(String name, Span span) {
    Set<JavaType> types = new HashSet<>();
    for (CodeBody body : bodies) {
      if (body.body().span().contains(span) || body.method().declaration().span().contains(span)) {
        for (Variable variable : body.body().variables()) {
          if (variable.name().equals(name)) {
            types.add(program.inference().typeOf(body, variable.register()));
          }
        }
      }
    }
    // Two variables of one name and different types: nobody here knows which of them it is.
    return types.size() == 1 ? types.iterator().next() : JavaType.UNKNOWN;
  }

  /** What the expression at {@code span} always is, if that is known: String, Integer … */
  public Optional<Object> constant(Span span) {
    Made known = made.get(span);
    return known != null
            && program.fixedValues().of(known.body(), known.register())
                instanceof ConstantValue.Scalar scalar
        ? Optional.of(scalar.value())
        : Optional.empty();
  }
}
