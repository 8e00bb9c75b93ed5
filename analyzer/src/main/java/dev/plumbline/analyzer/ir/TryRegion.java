package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.List;

/**
 * The protected part of a try statement. Any instruction of a block that names it in {@link
 * Block#region()} may throw into its handlers, then into those of its parent.
 *
 * <p>A finally block is lowered once: a handler that catches everything and each way out of the
 * statement store the number of their continuation in a register, go through the one block, and a
 * {@link Instruction.Switch} at its end continues. Whoever was caught is thrown again there: a
 * {@link Instruction.Throw} of what a {@link Instruction.Catch} of no types caught stands for no
 * statement of the source.
 *
 * <p>The closing of resources has no instruction, for a call that nobody wrote has no place; a
 * variable of the kind {@link Variable.Kind#RESOURCE} says that it is closed.
 *
 * @param parent index of the region around it in the same body, or {@link Body#NONE}
 */
public record TryRegion(int parent, List<Handler> handlers, Span span) {

  public TryRegion {
    handlers = List.copyOf(handlers);
  }

  /**
   * @param block that begins with a {@link Instruction.Catch}
   * @param types caught; empty for everything (finally)
   */
  public record Handler(int block, List<TypeRef> types) {
    public Handler {
      types = List.copyOf(types);
    }
  }
}
