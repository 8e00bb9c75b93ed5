package dev.plumbline.analyzer.taint;

import java.util.List;
import java.util.TreeMap;

/**
 * What reaches a sink, as seen from a body that leads there.
 *
 * @param value flat: no part of it stands in a heap
 * @param settings of the object that is used, by name; the values are constants or unknown
 * @param settled whether the object's whole life is known
 * @param depth number of calls from here to the sink
 * @param inputs that decide, in a summary: where none of them carries anything there is no flow
 */
record Hit(
    Sink sink,
    Val value,
    TreeMap<String, Val> settings,
    boolean settled,
    int depth,
    List<Id> inputs) {

  Hit(Sink sink, Val value, TreeMap<String, Val> settings, boolean settled, int depth) {
    this(sink, value, settings, settled, depth, List.of());
  }

  Hit with(List<Id> others) {
    return new Hit(sink, value, settings, settled, depth, others);
  }
}
