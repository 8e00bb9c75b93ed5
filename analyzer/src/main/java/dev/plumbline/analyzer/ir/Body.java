package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.List;

/**
 * The code of a method, initialiser or lambda: a control-flow graph over registers.
 *
 * <p>Registers are numbered from 0. Those of {@link #variables()} may be assigned many times; every
 * other register is a temporary that is assigned by one instruction, or by several on branches that
 * exclude each other (the conditional operator, {@code &&}, {@code ||}, a switch expression). The
 * first block is the entry. Code that cannot be reached is kept.
 *
 * @param parameterCount the parameters hold the registers from 0 to {@code parameterCount - 1}
 * @param variables all named variables, parameters first
 * @param captures variables of the enclosing body that this one reads
 * @param lambdas bodies of the lambdas that are made here
 * @param localTypes local and anonymous types that are declared here, in source order
 * @param span of the braces or, for an expression lambda, of the expression
 */
public record Body(
    int parameterCount,
    int registerCount,
    List<Variable> variables,
    List<Capture> captures,
    List<Block> blocks,
    List<Loop> loops,
    List<TryRegion> regions,
    List<Lambda> lambdas,
    List<TypeDecl> localTypes,
    Span span) {

  /** No register, no loop, no region. */
  public static final int NONE = -1;

  public Body {
    variables = List.copyOf(variables);
    captures = List.copyOf(captures);
    blocks = List.copyOf(blocks);
    loops = List.copyOf(loops);
    regions = List.copyOf(regions);
    lambdas = List.copyOf(lambdas);
    localTypes = List.copyOf(localTypes);
  }

  /**
   * A variable of the body around (of the lambda's or local type's declaration) that is read here.
   * Such variables are effectively final (JLS 15.27.2), so the value is the one at creation.
   *
   * @param outer its register there
   * @param inner its register here
   */
  public record Capture(int outer, int inner) {}

  /** A lambda: its parameters and its code. */
  public record Lambda(List<Parameter> parameters, Body body, Span span) {
    public Lambda {
      parameters = List.copyOf(parameters);
    }
  }
}
