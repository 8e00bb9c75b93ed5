package dev.plumbline.analyzer.library;

import java.util.List;

/**
 * Library data as written, before anybody asks what they mean: from YAML with its places, or from
 * the form that the build compiles, where everything has been checked and places are 0.
 */
sealed interface DataTree {

  /** Lines and columns from 1. */
  int line();

  int column();

  /** A word, a number, a text. */
  record Scalar(String text, int line, int column) implements DataTree {}

  /** A list. */
  record Sequence(List<DataTree> items, int line, int column) implements DataTree {}

  /** Keys with values, in the order of the file. */
  record Mapping(List<Entry> entries, int line, int column) implements DataTree {}

  /** One key with its value. */
  record Entry(DataTree key, DataTree value) {}
}
