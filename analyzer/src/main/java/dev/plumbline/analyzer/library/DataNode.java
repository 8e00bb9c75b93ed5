package dev.plumbline.analyzer.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of library data with its place in the file. What is not as asked becomes a problem of the
 * file and reads as if it were not there, so that one run tells all that is wrong.
 */
final class DataNode {

  private final DataTree tree;
  private final DataTree key;
  private final String file;
  private final List<String> problems;

  /**
   * @param key in front of it; without one the node itself
   */
  private DataNode(DataTree tree, DataTree key, String file, List<String> problems) {
    this.tree = tree;
    this.key = key;
    this.file = file;
    this.problems = problems;
  }

  /**
   * @param file the name for messages
   * @param problems gets what is wrong
   */
  static DataNode of(DataTree tree, String file, List<String> problems) {
    return new DataNode(tree, tree, file, problems);
  }

  DataTree tree() {
    return tree;
  }

  void problem(String text) {
    problem(tree, text);
  }

  private void problem(DataTree at, String text) {
    problems.add(file + ":" + at.line() + ":" + at.column() + ": " + text);
  }

  /** How many keys a mapping has, known or not. */
  int size() {
    return tree instanceof DataTree.Mapping mapping ? mapping.entries().size() : 0;
  }

  boolean isMapping() {
    return tree instanceof DataTree.Mapping;
  }

  boolean isScalar() {
    return tree instanceof DataTree.Scalar;
  }

  /** The entries of a mapping that may have these keys, each once. */
  Map<String, DataNode> entries(Shape shape) {
    Map<String, DataNode> entries = entries();
    for (String key : List.copyOf(entries.keySet())) {
      if (!shape.keys().contains(key)) {
        problem(entries.remove(key).key, unknown("key", key, shape.keys()));
      }
    }
    return entries;
  }

  /** The entries of a mapping with free keys, each once, in the order of the file. */
  Map<String, DataNode> entries() {
    Map<String, DataNode> entries = new LinkedHashMap<>();
    if (!(tree instanceof DataTree.Mapping mapping)) {
      problem("expected keys with values");
      return entries;
    }
    for (DataTree.Entry entry : mapping.entries()) {
      DataNode value = new DataNode(entry.value(), entry.key(), file, problems);
      if (!(entry.key() instanceof DataTree.Scalar scalar)) {
        problem(entry.key(), "expected a word as key");
      } else if (entries.put(scalar.text(), value) != null) {
        problem(entry.key(), "the key " + scalar.text() + " is there twice");
      }
    }
    return entries;
  }

  /** The items of a list; what is not a list is its only item. */
  List<DataNode> items() {
    if (!(tree instanceof DataTree.Sequence sequence)) {
      return List.of(this);
    }
    List<DataNode> items = new ArrayList<>();
    for (DataTree item : sequence.items()) {
      items.add(of(item, file, problems));
    }
    return items;
  }

  /** The text of a scalar. */
  Optional<String> text() {
    if (tree instanceof DataTree.Scalar scalar && !scalar.text().isBlank()) {
      return Optional.of(scalar.text());
    }
    problem("expected a word");
    return Optional.empty();
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (DataNode item : items()) {
      item.text().ifPresent(texts::add);
    }
    return texts;
  }

  boolean flag() {
    if (tree instanceof DataTree.Scalar scalar
        && (scalar.text().equals("true") || scalar.text().equals("false"))) {
      return scalar.text().equals("true");
    }
    problem("expected true or false");
    return false;
  }

  <E extends Enum<E>> Optional<E> word(Class<E> type) {
    return text()
        .flatMap(
            word -> {
              Optional<E> found = Words.find(type, word);
              if (found.isEmpty()) {
                problem(unknown("word", word, Words.all(type)));
              }
              return found;
            });
  }

  /** A word out of these. */
  Optional<String> word(List<String> words) {
    return text()
        .flatMap(
            word -> {
              if (!words.contains(word)) {
                problem(unknown("word", word, words));
                return Optional.empty();
              }
              return Optional.of(word);
            });
  }

  Optional<Place> place() {
    return text()
        .flatMap(
            text -> {
              Optional<Place> place = Place.parse(text);
              if (place.isEmpty()) {
                problem(
                    "no place of a call: "
                        + text
                        + "; expected for example 0, every, last, receiver, result.element");
              }
              return place;
            });
  }

  private static String unknown(String what, String written, List<String> valid) {
    return "unknown "
        + what
        + " "
        + written
        + Words.nearest(written, valid)
            .map(word -> "; did you mean " + word + "?")
            .orElse("; expected one of " + String.join(", ", valid));
  }
}
