package dev.plumbline.analyzer.library;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** Reads YAML as a tree. What cannot be read becomes a problem with its place. */
final class YamlTree {

  /** As much as all shipped files together have, and more than a person writes. */
  private static final int MAX_CHARACTERS = 1_000_000;

  /** Library data are five levels deep; an anchor inside itself has no end. */
  private static final int MAX_DEPTH = 20;

  /** Anchors of anchors grow without end in a small file. */
  private static final int MAX_NODES = 200_000;

  private final String file;
  private final List<String> problems;
  private int nodes;

  private YamlTree(String file, List<String> problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * @param file the name for messages
   * @param problems gets what is wrong
   * @return nothing when the file is empty or not YAML
   */
  static Optional<DataTree> read(String file, Reader in, List<String> problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(in);
      if (root == null) {
        problems.add(file + ":1:1: the file says nothing");
        return Optional.empty();
      }
      return Optional.of(new YamlTree(file, problems).tree(root, 0));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      problems.add(
          (mark == null ? file + ":1:1" : place(file, mark)) + ": not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      problems.add(file + ":1:1: not YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static String place(String file, Mark mark) {
    return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
  }

  private DataTree tree(Node node, int depth) {
    Mark mark = node.getStartMark();
    int line = mark.getLine() + 1;
    int column = mark.getColumn() + 1;
    nodes++;
    if (depth > MAX_DEPTH || nodes > MAX_NODES) {
      if (problems.isEmpty()) {
        problems.add(place(file, mark) + ": nested too deep, or anchors that multiply");
      }
      return new DataTree.Scalar("", line, column);
    }
    if (node instanceof MappingNode mapping) {
      List<DataTree.Entry> entries = new ArrayList<>(mapping.getValue().size());
      for (NodeTuple tuple : mapping.getValue()) {
        entries.add(
            new DataTree.Entry(
                tree(tuple.getKeyNode(), depth + 1), tree(tuple.getValueNode(), depth + 1)));
      }
      return new DataTree.Mapping(entries, line, column);
    } else if (node instanceof SequenceNode sequence) {
      List<DataTree> items = new ArrayList<>(sequence.getValue().size());
      for (Node item : sequence.getValue()) {
        items.add(tree(item, depth + 1));
      }
      return new DataTree.Sequence(items, line, column);
    }
    return new DataTree.Scalar(((ScalarNode) node).getValue(), line, column);
  }
}
