package dev.plumbline.rules.oracle;

import java.util.List;
import java.util.stream.Collectors;

/** How expressions are written in Java. */
final class Expressions {

  /** Stands for the name of the program's package. */
  static final String PACKAGE = "@package@";

  private Expressions() {}

  static String attributes(String text) {
    return text.startsWith("session") ? "request.getSession()" : "request";
  }

  /** The name of an attribute. The programs of one scan may not share their sessions. */
  static String name(String text) {
    return quoted(PACKAGE + text.substring(text.indexOf('.')));
  }

  private static String part(Node node, int index) {
    return print(node.part(index));
  }

  static String print(Node node) {
    String text = node.text();
    return switch (node.kind()) {
      case CONST -> quoted(text);
      case LOCAL, STATIC, INT_CONST -> text;
      case THIS -> "this";
      case LESS -> part(node, 0) + " - 1";
      case FIELD -> part(node, 0) + "." + text;
      case SOURCE -> "request.getParameter(" + quoted(text) + ")";
      case ATTRIBUTE -> "((String) " + attributes(text) + ".getAttribute(" + name(text) + "))";
      case CONCAT -> "(" + part(node, 0) + " + " + part(node, 1) + ")";
      case CHOICE -> "(" + part(node, 0) + " ? " + part(node, 1) + " : " + part(node, 2) + ")";
      case CALL -> call(node);
      case APPLY -> part(node, 0) + ".apply(" + part(node, 1) + ")";
      case ARRAY_GET -> part(node, 0) + "[" + text + "]";
      case LIST_GET -> part(node, 0) + ".get(" + text + ")";
      case LIST_REMOVE -> part(node, 0) + ".remove(" + text + ")";
      case LIST_NEXT -> part(node, 0) + ".iterator().next()";
      case MAP_GET -> part(node, 0) + ".get(" + quoted(text) + ")";
      case MAP_GET_OR ->
          part(node, 0) + ".getOrDefault(" + quoted(text) + ", " + part(node, 1) + ")";
      case COMPUTED -> {
        String[] names = text.split(",");
        yield "%s.computeIfAbsent(%s, %s -> %s)"
            .formatted(part(node, 0), quoted(names[0]), names[1], part(node, 1));
      }
      case BUILT -> part(node, 0) + ".toString()";
      case NUMBER -> "String.valueOf(Integer.parseInt(" + part(node, 0) + "))";
      case LENGTH -> "String.valueOf(" + part(node, 0) + ".length())";
      case VALUE_OF -> "String.valueOf((Object) " + part(node, 0) + ")";
      case TRIM -> part(node, 0) + ".trim()";
      case LOWER -> part(node, 0) + ".toLowerCase()";
      case REPLACE -> part(node, 0) + ".replace(\"a\", \"b\")";
      case TAIL -> part(node, 0) + ".substring(1)";
      case FORMAT ->
          switch (text) {
            case "0" -> "String.format(\"<%s>\", " + part(node, 0) + ")";
            case "1" -> "\"<%s>\".formatted(" + part(node, 0) + ")";
            default -> "MessageFormat.format(\"<{0}>\", " + part(node, 0) + ")";
          };
      case SPLIT -> part(node, 0) + ".split(\",\")[0]";
      case BYTES ->
          "new String("
              + part(node, 0)
              + ".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)";
      case ENCODED ->
          "new String(Base64.getDecoder().decode(Base64.getEncoder().encodeToString("
              + part(node, 0)
              + ".getBytes())))";
      case FIND ->
          "%s.stream().filter(%s -> %s).findFirst().orElse(%s)"
              .formatted(part(node, 0), text, part(node, 1), part(node, 2));
      case JOIN -> "String.join(\",\", " + part(node, 0) + ", " + part(node, 1) + ")";
      case OPTIONAL -> "Optional.ofNullable(" + part(node, 0) + ").orElse(" + part(node, 1) + ")";
      case MAPPED ->
          "Optional.ofNullable(%s).map(%s -> %s).orElse(%s)"
              .formatted(part(node, 0), text, part(node, 1), part(node, 2));
      case STREAM ->
          "%s.stream().map(%s -> %s).collect(Collectors.joining(\",\"))"
              .formatted(part(node, 0), text, part(node, 1));
      case MESSAGE -> part(node, 0) + ".getMessage()";
      case NEW_BUILDER -> "new StringBuilder(" + part(node, 0) + ")";
      case NEW_ARRAY -> "new String[] {" + list(node.parts()) + "}";
      case NEW_LIST -> "new ArrayList<>()";
      case LIST_OF -> "new ArrayList<>(Arrays.asList(" + list(node.parts()) + "))";
      case NEW_MAP -> "new LinkedHashMap<>()";
      case COPY -> copy(node);
      case NEW_OBJECT -> "new " + text + "(" + list(node.parts()) + ")";
      case METHOD_REF -> text.replace(".", "::");
      case ANONYMOUS ->
          "new Step() { public String apply(String %s) throws SQLException { return %s; } }"
              .formatted(text, part(node, 0));
      case LAMBDA -> text + " -> " + part(node, 0);
      default -> condition(node);
    };
  }

  private static String copy(Node node) {
    String source = part(node, 0);
    return switch (node.type()) {
      case ARRAY -> source + ".clone()";
      case MAP -> "new LinkedHashMap<>(" + source + ")";
      default -> "new ArrayList<>(" + source + ")";
    };
  }

  private static String condition(Node node) {
    String text = node.text();
    return switch (node.kind()) {
      case OPAQUE -> "Boolean.getBoolean(\"switch" + text + "\")";
      case COMPARE -> {
        String[] numbers = text.split(",");
        yield "%s * %s + %s > %s".formatted(numbers[0], part(node, 0), numbers[1], numbers[2]);
      }
      case INT_IS -> part(node, 0) + " == " + text;
      case EQUALS -> quoted(text) + ".equals(" + part(node, 0) + ")";
      case IS_NULL -> part(node, 0) + " == null";
      case MATCHES -> part(node, 0) + ".matches(" + quoted(text) + ")";
      case STARTS -> part(node, 0) + ".startsWith(" + quoted(text) + ")";
      case IN_SET ->
          "Set.of(\"" + text.replace(",", "\", \"") + "\").contains(" + part(node, 0) + ")";
      case NOT -> "!(" + part(node, 0) + ")";
      case AND -> "(" + part(node, 0) + " && " + part(node, 1) + ")";
      case OR -> "(" + part(node, 0) + " || " + part(node, 1) + ")";
      default -> throw new IllegalStateException("no expression: " + node.kind());
    };
  }

  private static String call(Node node) {
    boolean isStatic = node.text().contains(".");
    List<Node> arguments = isStatic ? node.parts() : node.parts().subList(1, node.parts().size());
    String target = isStatic ? node.text() : part(node, 0) + "." + node.text();
    return target + "(" + list(arguments) + ")";
  }

  private static String list(List<Node> nodes) {
    return nodes.stream().map(Expressions::print).collect(Collectors.joining(", "));
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\") + '"';
  }
}
