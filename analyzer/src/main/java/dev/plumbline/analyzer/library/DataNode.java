package dev.plumbline.analyzer.library;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A piece of library data with its place in the file. What is not as asked becomes a problem of the
 * file and reads as if it were not there, so that one run tells all that is wrong.
 */
final class DataNode {

  /** As much as all shipped files together have many times over. */
  private static final int MAX_CHARACTERS = 1_000_000;

  private final Node node;
  private final Mark start;
  private final String file;
  private final List<String> problems;

  /**
   * @param start of the node, or of the key in front of it
   */
  private DataNode(Node node, Mark start, String file, List<String> problems) {
    this.node = node;
    this.start = start;
    this.file = file;
    this.problems = problems;
  }

  /**
   * @param file the name for messages
   * @param problems gets what is wrong
   * @return nothing when the file is empty or not YAML
   */
  static Optional<DataNode> read(String file, Reader in, List<String> problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(in);
      if (root == null) {
        problems.add(file + ":1:1: the file says nothing");
        return Optional.empty();
      }
      return Optional.of(new DataNode(root, root.getStartMark(), file, problems));
    } catch (MarkedYAMLException e) {
      problems.add(place(file, e.getProblemMark()) + "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      problems.add(file + ":1:1: not YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static String place(String file, Mark mark) {
    return mark == null
        ? file + ":1:1: "
        : file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ": ";
  }

  void problem(String text) {
    problems.add(place(file, node.getStartMark()) + text);
  }

  private void problemOfKey(String text) {
    problems.add(place(file, start) + text);
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  boolean isScalar() {
    return node instanceof ScalarNode;
  }

  /** The entries of a mapping that may have these keys, each once. */
  Map<String, DataNode> entries(Shape shape) {
    Map<String, DataNode> entries = entries();
    for (String key : List.copyOf(entries.keySet())) {
      if (!shape.keys().contains(key)) {
        entries.remove(key).problemOfKey(unknown("key", key, shape.keys()));
      }
    }
    return entries;
  }

  /** The entries of a mapping with free keys, each once, in the order of the file. */
  Map<String, DataNode> entries() {
    Map<String, DataNode> entries = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      problem("expected keys with values");
      return entries;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      Mark key = tuple.getKeyNode().getStartMark();
      DataNode value = new DataNode(tuple.getValueNode(), key, file, problems);
      if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
        value.problemOfKey("expected a word as key");
      } else if (entries.put(scalar.getValue(), value) != null) {
        value.problemOfKey("the key " + scalar.getValue() + " is there twice");
      }
    }
    return entries;
  }

  /** The items of a list; what is not a list is its only item. */
  List<DataNode> items() {
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(this);
    }
    List<DataNode> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new DataNode(item, item.getStartMark(), file, problems));
    }
    return items;
  }

  /** The text of a scalar. */
  Optional<String> text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue());
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

  OptionalInt number() {
    if (node instanceof ScalarNode scalar && scalar.getValue().matches("\\d{1,4}")) {
      return OptionalInt.of(Integer.parseInt(scalar.getValue()));
    }
    problem("expected a number");
    return OptionalInt.empty();
  }

  boolean flag() {
    if (node instanceof ScalarNode scalar
        && (scalar.getValue().equals("true") || scalar.getValue().equals("false"))) {
      return scalar.getValue().equals("true");
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
