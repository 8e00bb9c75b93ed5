package dev.plumbline.analyzer.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a library data file. Its form is described in docs/library-data.md; an unknown key or word
 * is an error, because a misspelt one would silently say nothing.
 *
 * <p>A name that begins with {@code j*.} stands for two: {@code javax.} and {@code jakarta.}.
 */
final class LibraryReader {

  private static final String EITHER = "j*.";
  private static final List<String> NAMESPACES = List.of("javax.", "jakarta.");

  private static final Pattern TYPE_NAME =
      Pattern.compile(
          "(?:j\\*\\.)?[\\p{javaJavaIdentifierStart}&&[^.]][\\p{javaJavaIdentifierPart}.]*");

  private LibraryReader() {}

  /**
   * @param file the name for messages
   * @throws LibraryDataException when the file does not have the form that is described
   */
  static LibraryFile read(String file, InputStream in) throws IOException {
    return read(file, tree(file, new InputStreamReader(in, StandardCharsets.UTF_8)));
  }

  /**
   * @throws LibraryDataException when the text is not YAML
   */
  static DataTree tree(String file, Reader in) {
    List<String> problems = new ArrayList<>();
    Optional<DataTree> tree = YamlTree.read(file, in, problems);
    if (!problems.isEmpty()) {
      throw new LibraryDataException(problems);
    }
    return tree.orElseThrow();
  }

  /**
   * @throws LibraryDataException when the tree does not have the form that is described
   */
  static LibraryFile read(String file, DataTree tree) {
    List<String> problems = new ArrayList<>();
    LibraryFile read = file(DataNode.of(tree, file, problems));
    if (!problems.isEmpty()) {
      throw new LibraryDataException(problems);
    }
    return read;
  }

  private static LibraryFile file(DataNode root) {
    Map<String, DataNode> entries = root.entries(Shape.FILE);
    List<AnnotationModel> annotations = new ArrayList<>();
    List<TypeRole> typeRoles = new ArrayList<>();
    List<MethodModel> methods = new ArrayList<>();
    for (DataNode each : items(entries, "annotations")) {
      annotations(each, annotations);
    }
    for (DataNode each : items(entries, "typeRoles")) {
      typeRoles(each, typeRoles);
    }
    for (DataNode each : items(entries, "methods")) {
      methods.addAll(MethodReader.read(each));
    }
    return new LibraryFile(
        text(entries, "library"), names(entries, "packages"), annotations, typeRoles, methods);
  }

  private static List<DataNode> items(Map<String, DataNode> entries, String key) {
    return entries.containsKey(key) ? entries.get(key).items() : List.of();
  }

  private static String text(Map<String, DataNode> entries, String key) {
    return entries.containsKey(key) ? entries.get(key).text().orElse("") : "";
  }

  private static List<String> namespaces(String text) {
    return text.contains(EITHER) ? NAMESPACES : List.of("");
  }

  /** The names at the key, both of {@code j*.}; a problem if there are none or one is twice. */
  static List<String> names(Map<String, DataNode> entries, String key) {
    List<String> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (DataNode item : items(entries, key)) {
      String name = item.text().orElse("");
      if (!name.isEmpty() && !TYPE_NAME.matcher(name).matches()) {
        item.problem("no name of a type or package: " + name);
      } else if (!name.isEmpty() && !seen.add(name)) {
        item.problem(name + " is there twice");
      } else if (!name.isEmpty()) {
        namespaces(name).forEach(namespace -> all.add(name.replace(EITHER, namespace)));
      }
    }
    return List.copyOf(all);
  }

  /** As {@link #names}, but there must be one. */
  static List<String> requiredNames(DataNode node, Map<String, DataNode> entries, String key) {
    if (!entries.containsKey(key)) {
      node.problem("the key " + key + " is missing");
    }
    return names(entries, key);
  }

  private static void annotations(DataNode node, List<AnnotationModel> annotations) {
    Map<String, DataNode> entries = node.entries(Shape.ANNOTATION);
    Optional<AnnotationModel.Role> role = role(node, entries, AnnotationModel.Role.class);
    String as = role.map(each -> kind(entries, each.kinds())).orElse("");
    for (String name : requiredNames(node, entries, "names")) {
      if (role.isPresent()) {
        AnnotationModel model = new AnnotationModel(name, role.get(), framework(entries), as);
        if (annotations.contains(model)) {
          node.problem(name + " has this role already");
        }
        annotations.add(model);
      }
    }
  }

  private static void typeRoles(DataNode node, List<TypeRole> roles) {
    Map<String, DataNode> entries = node.entries(Shape.TYPE_ROLE);
    Optional<TypeRole.Role> role = role(node, entries, TypeRole.Role.class);
    String as = role.map(each -> kind(entries, each.kinds())).orElse("");
    List<String> methods =
        entries.containsKey("methods") ? entries.get("methods").texts() : List.of();
    for (String name : requiredNames(node, entries, "names")) {
      if (role.isPresent()) {
        TypeRole each = new TypeRole(name, role.get(), framework(entries), as, methods);
        if (roles.contains(each)) {
          node.problem(name + " has this role already");
        }
        roles.add(each);
      }
    }
  }

  private static <E extends Enum<E>> Optional<E> role(
      DataNode node, Map<String, DataNode> entries, Class<E> type) {
    if (!entries.containsKey("role")) {
      node.problem("the key role is missing");
      return Optional.empty();
    }
    return entries.get("role").word(type);
  }

  private static String framework(Map<String, DataNode> entries) {
    return entries.containsKey("framework")
        ? entries.get("framework").word(Frameworks.ALL).orElse("")
        : "";
  }

  private static String kind(Map<String, DataNode> entries, List<String> kinds) {
    DataNode as = entries.get("as");
    if (as == null) {
      return "";
    }
    if (kinds.isEmpty()) {
      as.problem("this role has no kinds, so the key as says nothing");
      return "";
    }
    return as.word(kinds).orElse("");
  }
}
