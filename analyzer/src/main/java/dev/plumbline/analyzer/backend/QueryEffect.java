package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Instruction;
import java.util.BitSet;
import java.util.List;

/**
 * A query that a method runs when it is called.
 *
 * @param parameters of the method, by index, that the query depends on
 * @param path the calls between the method and the query, outermost first; empty when the query
 *     stands in the method itself
 */
public record QueryEffect(QueryCall query, BitSet parameters, List<Location> path) {

  public QueryEffect {
    path = List.copyOf(path);
  }

  /** The registers that {@code call}, which calls the method, gives to those parameters. */
  public BitSet argumentsOf(Instruction.Call call) {
    BitSet registers = new BitSet();
    int last = call.arguments().size() - 1;
    // Arguments behind the last parameter belong to it, an array.
    parameters.stream()
        .filter(parameter -> parameter <= last)
        .forEach(parameter -> registers.set(call.arguments().get(parameter)));
    return registers;
  }
}
