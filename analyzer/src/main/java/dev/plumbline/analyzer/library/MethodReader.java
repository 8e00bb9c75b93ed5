package dev.plumbline.analyzer.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what library data say of methods: which ones are meant, and their roles. */
final class MethodReader {

  private static final Pattern ARITY = Pattern.compile("(\\d{1,2})(?:(\\+)|-(\\d{1,2}))?");
  private static final Pattern METHOD_NAME =
      Pattern.compile("<init>|\\*|\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*\\*?");

  /** The keys that say which methods are meant; the others say what they do. */
  private static final Set<String> MATCHING =
      Set.of("on", "names", "except", "arity", "parameters", "when", "key", "override");

  private MethodReader() {}

  /** A model for each type that the entry names. */
  static List<MethodModel> read(DataNode node) {
    Map<String, DataNode> entries = node.entries(Shape.METHOD);
    List<String> types = LibraryReader.requiredNames(node, entries, "on");
    List<String> names = methodNames(node, entries);
    Optional<List<String>> parameters =
        Optional.ofNullable(entries.get("parameters")).map(DataNode::texts);
    MethodModel.Arity arity = arity(entries.get("arity"));
    if (parameters.isPresent() && entries.containsKey("arity")) {
      node.problem("parameters tell how many arguments there are; leave out arity");
    }
    List<MethodRole> roles = new RoleReader(entries).roles();
    if (MATCHING.containsAll(entries.keySet()) && entries.size() == node.size()) {
      node.problem("no role: say what the methods do, for example sink or flow");
    }
    boolean overrides = entries.containsKey("override") && entries.get("override").flag();
    Optional<Place> key = Optional.ofNullable(entries.get("key")).flatMap(DataNode::place);
    List<MethodModel> models = new ArrayList<>(types.size());
    for (String type : types) {
      models.add(
          new MethodModel(
              type,
              names,
              entries.containsKey("except") ? entries.get("except").texts() : List.of(),
              parameters.map(MethodReader::arityOf).orElse(arity),
              parameters,
              when(entries.get("when")),
              key,
              overrides,
              roles));
    }
    return models;
  }

  private static MethodModel.Arity arityOf(List<String> parameters) {
    int size = parameters.size();
    boolean variable = size > 0 && parameters.get(size - 1).endsWith("...");
    return new MethodModel.Arity(variable ? size - 1 : size, variable ? Integer.MAX_VALUE : size);
  }

  private static List<String> methodNames(DataNode node, Map<String, DataNode> entries) {
    if (!entries.containsKey("names")) {
      node.problem("the key names is missing: the methods that are meant");
      return List.of();
    }
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (DataNode item : entries.get("names").items()) {
      String name = item.text().orElse("");
      if (!METHOD_NAME.matcher(name).matches()) {
        item.problem("no name of a method: " + name);
      } else if (!seen.add(name)) {
        item.problem(name + " is there twice");
      }
      names.add(name);
    }
    return names;
  }

  private static MethodModel.Arity arity(DataNode node) {
    if (node == null) {
      return MethodModel.Arity.ANY;
    }
    Matcher form = ARITY.matcher(node.text().orElse("0"));
    if (!form.matches()) {
      node.problem("no number of arguments; expected for example 2, 1-3 or 2+");
      return MethodModel.Arity.ANY;
    }
    int least = Integer.parseInt(form.group(1));
    if (form.group(2) != null) {
      return new MethodModel.Arity(least, Integer.MAX_VALUE);
    }
    int most = form.group(3) == null ? least : Integer.parseInt(form.group(3));
    if (most < least) {
      node.problem("no number of arguments can be so");
    }
    return new MethodModel.Arity(least, most);
  }

  private static Map<Integer, List<String>> when(DataNode node) {
    Map<Integer, List<String>> when = new TreeMap<>();
    if (node != null) {
      node.entries()
          .forEach(
              (argument, constants) -> {
                if (argument.matches("\\d{1,2}")) {
                  when.put(Integer.valueOf(argument), constants.texts());
                } else {
                  constants.problem("expected the number of an argument, not " + argument);
                }
              });
    }
    return when;
  }
}
