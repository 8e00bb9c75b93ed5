package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.ConfigEntry;
import dev.plumbline.analyzer.ir.ConfigFile;
import dev.plumbline.analyzer.source.LineIndex;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
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
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML as Spring Boot reads it: YAML 1.1 by SnakeYAML without time stamps, maps and lists flattened
 * to keys, {@code @name@} of Maven's resource filter left as it is. Nothing is constructed but
 * numbers and booleans.
 *
 * <p>A document that cannot be read is a problem with its place; documents before it are kept.
 */
final class YamlReader {

  /** Many times what a large application has; aliases of aliases would go on for ever. */
  private static final int MAX_ENTRIES = 50_000;

  /** Code points; files above the limit for their kind are not opened at all. */
  private static final int MAX_CODE_POINTS = 64 << 20;

  /** Filtered by the build: no YAML before, because no plain scalar begins with an at sign. */
  private static final Pattern FILTERED = Pattern.compile("@([A-Za-z][A-Za-z0-9._-]*@)");

  /** Stands for the at sign while YAML is read; of private use, so that no file means it. */
  private static final char AT = '\uE000';

  private final String text;
  private final LineIndex lines;
  private final boolean isFiltered;
  private final int[] offsets;
  private final List<ConfigEntry> entries = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Node> merging = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Scalars scalars = new Scalars();
  private int document;
  private int steps;

  YamlReader(String text) {
    this.text = text;
    this.lines = LineIndex.of(text);
    this.isFiltered = FILTERED.matcher(text).find();
    this.offsets = offsets(text);
  }

  ConfigOutcome read(String path, String charset) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CODE_POINTS);
    DumperOptions unused = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options),
            new Representer(unused),
            unused,
            options,
            new NoTimestamps());
    String source = isFiltered ? FILTERED.matcher(text).replaceAll(AT + "$1") : text;
    try {
      for (Node root : yaml.composeAll(new StringReader(source))) {
        if (root instanceof MappingNode map) {
          flatten("", map);
        }
        document++;
      }
    } catch (YAMLException unreadable) {
      problems.add(problem(unreadable));
    }
    return new ConfigOutcome(
        new ConfigFile(path, ConfigFile.Format.YAML, charset, entries), problems);
  }

  private Problem problem(YAMLException unreadable) {
    Span span = null;
    String reason = unreadable.getMessage();
    if (unreadable instanceof MarkedYAMLException marked) {
      reason = marked.getProblem();
      if (marked.getProblemMark() != null) {
        int offset = offset(marked.getProblemMark());
        span = ConfigReader.span(lines, offset, offset);
      }
    }
    reason = reason == null ? "malformed" : reason.lines().findFirst().orElse("malformed");
    return Problem.inSource(
        text.contains("{{")
            ? "this is a template for YAML, not YAML (" + reason + "): its keys are unknown"
            : "this YAML cannot be read (" + reason + "): its keys from here on are unknown",
        span);
  }

  // Nodes to entries

  private void flatten(String prefix, Node node) {
    if (node instanceof MappingNode map) {
      enter(node, open);
      for (NodeTuple tuple : merged(map)) {
        String key = key(tuple.getKeyNode());
        String path = prefix.isEmpty() || key.startsWith("[") ? prefix + key : prefix + "." + key;
        entry(path, tuple.getKeyNode(), tuple.getValueNode());
      }
      open.remove(node);
    } else if (node instanceof SequenceNode list) {
      enter(node, open);
      int index = 0;
      for (Node element : list.getValue()) {
        entry(prefix + "[" + index++ + "]", element, element);
      }
      open.remove(node);
    }
  }

  private void entry(String path, Node key, Node value) {
    if (value instanceof ScalarNode scalar) {
      scalar(path, key, scalar);
    } else if (value instanceof SequenceNode list && list.getValue().isEmpty()) {
      add(path, "", "", ConfigEntry.Kind.EMPTY, key, value);
    } else {
      flatten(path, value);
    }
  }

  /**
   * @throws YAMLException when the map or list contains itself, or there is no end of them
   */
  private void enter(Node node, Set<Node> way) {
    if (steps++ > MAX_ENTRIES || entries.size() > MAX_ENTRIES) {
      throw new YAMLException("aliases make more than " + MAX_ENTRIES + " keys of it");
    }
    if (!way.add(node)) {
      throw new YAMLException("an alias contains itself");
    }
  }

  /** The entries of a map, those of its merge keys behind: own keys win, then earlier maps. */
  private List<NodeTuple> merged(MappingNode map) {
    boolean merges = false;
    for (NodeTuple tuple : map.getValue()) {
      merges |= isMerge(tuple);
    }
    if (!merges) {
      return map.getValue();
    }
    enter(map, merging);
    Map<String, NodeTuple> own = new HashMap<>();
    List<NodeTuple> all = new ArrayList<>();
    for (NodeTuple tuple : map.getValue()) {
      if (!isMerge(tuple)) {
        own.put(key(tuple.getKeyNode()), tuple);
        all.add(tuple);
      }
    }
    for (NodeTuple tuple : map.getValue()) {
      if (isMerge(tuple)) {
        List<Node> sources =
            tuple.getValueNode() instanceof SequenceNode list
                ? list.getValue()
                : List.of(tuple.getValueNode());
        for (Node source : sources) {
          if (source instanceof MappingNode from) {
            for (NodeTuple each : merged(from)) {
              if (own.putIfAbsent(key(each.getKeyNode()), each) == null) {
                all.add(each);
              }
            }
          }
        }
      }
    }
    merging.remove(map);
    return all;
  }

  private static boolean isMerge(NodeTuple tuple) {
    return tuple.getKeyNode().getTag().equals(Tag.MERGE);
  }

  /** As Spring flattens it: what is no string stands in brackets. */
  private String key(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      throw new MarkedYAMLException(
          null, null, "a map or list as a key", node.getStartMark(), null, null) {};
    }
    String written = restored(scalar.getValue());
    if (scalar.getTag().equals(Tag.STR) || isFiltered && scalar.getValue().indexOf(AT) >= 0) {
      return written;
    }
    Object value = scalars.value(scalar);
    return value instanceof String text ? text : "[" + value + "]";
  }

  private void scalar(String path, Node key, ScalarNode scalar) {
    String written = restored(scalar.getValue());
    Object value = scalars.value(scalar);
    ConfigEntry.Kind kind = ConfigEntry.Kind.TEXT;
    if (value == null) {
      kind = ConfigEntry.Kind.NULL;
    } else if (value instanceof Number) {
      kind = ConfigEntry.Kind.NUMBER;
    } else if (value instanceof Boolean) {
      kind = ConfigEntry.Kind.BOOLEAN;
    }
    String read = kind == ConfigEntry.Kind.TEXT ? written : value == null ? "" : value.toString();
    add(path, read, written, kind, key, scalar);
  }

  private void add(
      String path, String value, String written, ConfigEntry.Kind kind, Node key, Node at) {
    entries.add(new ConfigEntry(path, value, written, kind, span(key), span(at), document));
  }

  private String restored(String value) {
    return isFiltered ? value.replace(AT, '@') : value;
  }

  // Places

  private Span span(Node node) {
    int start = offset(node.getStartMark());
    int end = Math.max(start, offset(node.getEndMark()));
    // A block scalar ends where the next token begins.
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return ConfigReader.span(lines, start, end);
  }

  /** SnakeYAML counts code points and more line ends than we do: the index alone is common. */
  private int offset(Mark mark) {
    int index = mark.getIndex();
    return Math.min(
        text.length(), offsets == null ? index : offsets[Math.min(index, offsets.length - 1)]);
  }

  /** Where each code point begins; {@code null} when each is one UTF-16 unit. */
  private static int[] offsets(String text) {
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) {
      return null;
    }
    int[] offsets = new int[count + 1];
    int offset = 0;
    for (int i = 0; i < count; i++) {
      offsets[i] = offset;
      offset += Character.charCount(text.codePointAt(offset));
    }
    offsets[count] = offset;
    return offsets;
  }

  /** Numbers and booleans of YAML 1.1. */
  private static final class Scalars extends SafeConstructor {
    private static final Set<Tag> PLAIN = Set.of(Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);

    Scalars() {
      super(new LoaderOptions());
    }

    /** Boolean, Number, {@code null}, or the text as it is. */
    Object value(ScalarNode node) {
      if (!PLAIN.contains(node.getTag())) {
        return node.getValue();
      }
      try {
        return constructObject(node);
      } catch (YAMLException | NumberFormatException notWhatItIsTagged) {
        return node.getValue();
      }
    }
  }

  /** As Spring Boot has it: a date is text. */
  private static final class NoTimestamps extends Resolver {
    @Override
    public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
      if (!tag.equals(Tag.TIMESTAMP)) {
        super.addImplicitResolver(tag, regexp, first, limit);
      }
    }
  }
}
