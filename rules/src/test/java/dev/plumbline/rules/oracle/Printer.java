package dev.plumbline.rules.oracle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a program as one file of Java 17 that compiles against the servlet API and JDBC. */
final class Printer {

  /**
   * @param text of the file
   * @param sinkLines the line, from 1, of each sink by its number
   */
  record Source(String text, Map<Integer, Integer> sinkLines) {}

  private static final String HEAD =
      """
      import jakarta.servlet.ServletException;
      import jakarta.servlet.http.HttpServlet;
      import jakarta.servlet.http.HttpServletRequest;
      import jakarta.servlet.http.HttpServletResponse;
      import java.sql.Connection;
      import java.sql.DriverManager;
      import java.sql.SQLException;
      import java.sql.Statement;
      import java.nio.charset.StandardCharsets;
      import java.text.MessageFormat;
      import java.util.*;
      import java.util.stream.Collectors;
      """;

  /** The way to the database; {@link CompiledRun} puts another one in its place. */
  static final String DATABASE =
      """

      class Db {
        static Statement statement() throws SQLException {
          Connection connection = DriverManager.getConnection("jdbc:h2:mem:shop");
          return connection.createStatement();
        }
      }
      """;

  private static final String STEP =
      """

      interface Step {
        String apply(String text) throws SQLException;
      }
      """;

  private final StringBuilder out = new StringBuilder();
  private final Map<Integer, Integer> sinkLines = new TreeMap<>();
  private int lines;
  private int depth;

  private Printer() {}

  static Source print(Model model, String packageName) {
    return print(model, packageName, DATABASE);
  }

  static Source print(Model model, String packageName, String database) {
    Printer printer = new Printer();
    printer.line("package " + packageName + ";");
    printer.line("");
    printer.lines(HEAD);
    model.classes().forEach(printer::klass);
    if (model.nodes().anyMatch(node -> node.type() == Type.STEP)
        || model.classes().stream().anyMatch(each -> each.parent().equals("Step"))) {
      printer.lines(STEP);
    }
    printer.lines(database);
    String text = printer.out.toString().replace(Expressions.PACKAGE, packageName);
    return new Source(text, printer.sinkLines);
  }

  private static String part(Node node, int index) {
    return Expressions.print(node.part(index));
  }

  private void lines(String text) {
    text.lines().forEach(this::line);
  }

  private void line(String text) {
    out.append(text.isEmpty() ? "" : "  ".repeat(depth)).append(text).append('\n');
    lines++;
  }

  private void open(String text) {
    line(text + " {");
    depth++;
  }

  private void close(String text) {
    depth--;
    line("}" + text);
  }

  private void klass(Model.Klass klass) {
    line("");
    String above = klass.parent().isEmpty() ? "" : " extends " + klass.parent();
    if (klass.isServlet()) {
      open("public class App extends HttpServlet");
    } else {
      open("class " + klass.name() + (klass.parent().equals("Step") ? " implements Step" : above));
    }
    for (Model.Field field : klass.fields()) {
      String value = field.value().map(node -> " = " + Expressions.print(node)).orElse("");
      line(
          (field.isStatic() ? "static " : "")
              + field.type().java
              + " "
              + field.name()
              + value
              + ";");
    }
    if (klass.isServlet()) {
      lines(
          """

          @Override
          protected void doGet(HttpServletRequest request, HttpServletResponse response)
              throws ServletException {
            try {
              handle(request);
            } catch (SQLException e) {
              throw new ServletException(e);
            }
          }
          """);
    }
    if (klass.constructed()) {
      line("");
      open(klass.name() + "(String text)");
      line(
          klass.parent().equals("Data")
              ? "super(text);"
              : klass.fields().get(0).name() + " = text;");
      close("");
    }
    klass.methods().forEach(method -> method(klass, method));
    close("");
  }

  private void method(Model.Klass klass, Model.Method method) {
    line("");
    boolean isPublic = klass.parent().equals("Step") && method.name().equals(Model.STEP_METHOD);
    String parameters =
        method.parameters().stream()
            .map(each -> each.type().java + " " + each.name())
            .collect(Collectors.joining(", "));
    open(
        (isPublic ? "public " : "")
            + (method.isStatic() ? "static " : "")
            + method.result().java
            + (" " + method.name() + "(" + parameters + ") throws SQLException"));
    statements(method.body());
    close("");
  }

  private void statements(Node block) {
    block.parts().forEach(this::statement);
  }

  private void statement(Node node) {
    switch (node.kind()) {
      case IF -> branch(node);
      case COUNT -> {
        String[] loop = node.text().split(",");
        open("for (int %1$s = 0; %1$s < %2$s; %1$s++)".formatted(loop[0], loop[1]));
        statements(node.part(0));
        close("");
      }
      case EACH -> {
        String values = node.part(0).type() == Type.MAP ? ".values()" : "";
        open("for (String " + node.text() + " : " + part(node, 0) + values + ")");
        statements(node.part(1));
        close("");
      }
      case ITERATE -> {
        String iterator = node.text() + "s";
        line("Iterator<String> " + iterator + " = " + part(node, 0) + ".iterator();");
        open("while (" + iterator + ".hasNext())");
        line("String " + node.text() + " = " + iterator + ".next();");
        statements(node.part(1));
        close("");
      }
      case SWITCH -> choice(node);
      case TRY -> attempt(node);
      case SINK -> {
        line(simple(node) + ";");
        sinkLines.put(Integer.parseInt(node.text()), lines);
      }
      case BLOCK -> statements(node);
      default -> line(simple(node) + ";");
    }
  }

  private void branch(Node node) {
    open("if (" + part(node, 0) + ")");
    statements(node.part(1));
    if (!node.part(2).parts().isEmpty()) {
      close(" else {");
      depth++;
      statements(node.part(2));
    }
    close("");
  }

  private void choice(Node node) {
    String[] target = node.text().split(",");
    open("switch (\"%s\".charAt(%s))".formatted(target[0], target[1]));
    List<String> labels = List.of("case 'A':", "case 'B':", "default:");
    for (int i = 0; i < labels.size(); i++) {
      line(labels.get(i));
      depth++;
      statements(node.part(i));
      if (Validity.completes(node.part(i))) {
        line("break;");
      }
      depth--;
    }
    close("");
  }

  private void attempt(Node node) {
    open("try");
    statements(node.part(0));
    String caught = takesAll(node) ? "RuntimeException" : "IllegalStateException";
    close(" catch (" + caught + " " + node.text() + ") {");
    depth++;
    statements(node.part(1));
    if (!node.part(2).parts().isEmpty()) {
      close(" finally {");
      depth++;
      statements(node.part(2));
    }
    close("");
  }

  /** Whether a try statement catches any exception, and not only the one that has a message. */
  static boolean takesAll(Node attempt) {
    return attempt.text().startsWith("any");
  }

  private String simple(Node node) {
    String text = node.text();
    return switch (node.kind()) {
      case DECLARE -> node.type().java + " " + text + " = " + part(node, 0);
      case ASSIGN -> assignment(node);
      case STATIC_SET -> text + " = " + part(node, 0);
      case FIELD_SET -> part(node, 0) + "." + text + " = " + part(node, 1);
      case ARRAY_SET -> part(node, 0) + "[" + text + "] = " + part(node, 1);
      case LIST_ADD -> part(node, 0) + ".add(" + part(node, 1) + ")";
      case LIST_INSERT -> part(node, 0) + ".add(" + text + ", " + part(node, 1) + ")";
      case LIST_SET -> part(node, 0) + ".set(" + text + ", " + part(node, 1) + ")";
      case LIST_DROP -> part(node, 0) + ".remove(" + text + ")";
      case CLEAR -> part(node, 0) + ".clear()";
      case MAP_PUT ->
          part(node, 0) + ".put(" + Expressions.quoted(text) + ", " + part(node, 1) + ")";
      case MAP_OFFER ->
          part(node, 0) + ".putIfAbsent(" + Expressions.quoted(text) + ", " + part(node, 1) + ")";
      case MAP_MERGE ->
          "%s.merge(%s, %s, String::concat)"
              .formatted(part(node, 0), Expressions.quoted(text), part(node, 1));
      case ADD_ALL ->
          part(node, 0)
              + (node.part(0).type() == Type.MAP ? ".putAll(" : ".addAll(")
              + part(node, 1)
              + ")";
      case MAP_DROP -> part(node, 0) + ".remove(" + Expressions.quoted(text) + ")";
      case APPEND -> append(node);
      case INSERT -> part(node, 0) + ".insert(0, " + part(node, 1) + ")";
      case RESET -> part(node, 0) + ".setLength(0)";
      case ATTRIBUTE_SET ->
          Expressions.attributes(text)
              + ".setAttribute("
              + Expressions.name(text)
              + ", "
              + part(node, 0)
              + ")";
      case FOR_EACH ->
          "%s.forEach(%s -> %s.append(%s))"
              .formatted(part(node, 0), text, part(node, 1), part(node, 2));
      case DO -> part(node, 0);
      case THROW -> "throw new IllegalStateException(" + part(node, 0) + ")";
      case BREAK -> "if (" + part(node, 0) + ") break";
      case CONTINUE -> "if (" + part(node, 0) + ") continue";
      case RETURN -> node.parts().isEmpty() ? "return" : "return " + part(node, 0);
      case SINK ->
          "Db.statement().execute(\"%s\" + %s + \"'\")".formatted(sinkHead(text), part(node, 0));
      default -> Expressions.print(node);
    };
  }

  private String assignment(Node node) {
    Node value = node.part(0);
    boolean added =
        value.kind() == Kind.CONCAT
            && value.part(0).kind() == Kind.LOCAL
            && value.part(0).text().equals(node.text());
    return node.text() + (added ? " += " + part(value, 1) : " = " + part(node, 0));
  }

  private String append(Node node) {
    StringBuilder text = new StringBuilder(part(node, 0));
    for (int i = 1; i < node.parts().size(); i++) {
      text.append(".append(").append(part(node, i)).append(")");
    }
    return text.toString();
  }

  /** What stands in a statement before the value; tells the sinks apart. */
  static String sinkHead(String number) {
    return "delete from t" + number + " where c = '";
  }
}
