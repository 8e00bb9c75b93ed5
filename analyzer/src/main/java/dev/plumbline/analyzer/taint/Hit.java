package dev.plumbline.analyzer.taint;

import java.util.TreeMap;

/**
 * What reaches a sink, as seen from a body that leads there.
 *
 * @param value flat: no part of it stands in a heap
 * @param settings of the object that is used, by name; the values are constants or unknown
 * @param settled whether the object's whole life is known
 * @param depth number of calls from here to the sink
 */
record Hit(Sink sink, Val value, TreeMap<String, Val> settings, boolean settled, int depth) {}
