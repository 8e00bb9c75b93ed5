package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import java.util.BitSet;
import java.util.List;

/**
 * A query that a method runs when it is called.
 *
 * @param parameters of the method, by index, that the query depends on
 * @param spread the parameter that takes all arguments from its place on, or {@link Body#NONE}
 * @param path the calls between the method and the query, outermost first; empty when the query
 *     stands in the method itself
 */
public record QueryEffect(QueryCall query, BitSet parameters, int spread, List<Location> path) {

  public QueryEffect {
    path = List.copyOf(path);
  }

  /** The registers that {@code call}, which calls the method, gives to those parameters. */
  public BitSet argumentsOf(Instruction.Call call) {
    BitSet registers = new BitSet();
    for (int i = 0; i < call.arguments().size(); i++) {
      int parameter = spread != Body.NONE && i > spread ? spread : i;
      if (parameters.get(parameter)) {
        registers.set(call.arguments().get(i));
      }
    }
    return registers;
  }
}
