package dev.plumbline.rules.oracle;

import dev.plumbline.rules.oracle.Interpreter.Request;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Runs printed programs as the Java that they are: compiled by {@code javac} against the few types
 * of the servlet API that they use, with a database that notes what is executed.
 */
final class CompiledRun {

  private static final String DATABASE =
      """

      class Db {
        public static final List<String> LOG = new ArrayList<>();
        static Statement statement() {
          return (Statement) java.lang.reflect.Proxy.newProxyInstance(
              Db.class.getClassLoader(),
              new Class<?>[] {Statement.class},
              (proxy, method, arguments) -> LOG.add((String) arguments[0]));
        }
      }
      """;

  private static final Map<String, String> SERVLET_API =
      Map.of(
          "ServletException",
          """
          package jakarta.servlet;
          public class ServletException extends Exception {
            public ServletException(Throwable cause) { super(cause); }
          }
          """,
          "http/HttpServlet",
          """
          package jakarta.servlet.http;
          public class HttpServlet {
            protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws jakarta.servlet.ServletException {}
          }
          """,
          "http/HttpServletRequest",
          """
          package jakarta.servlet.http;
          public interface HttpServletRequest {
            String getParameter(String name);
            Object getAttribute(String name);
            void setAttribute(String name, Object value);
            HttpSession getSession();
          }
          """,
          "http/HttpSession",
          """
          package jakarta.servlet.http;
          public interface HttpSession {
            Object getAttribute(String name);
            void setAttribute(String name, Object value);
          }
          """,
          "http/HttpServletResponse",
          "package jakarta.servlet.http; public interface HttpServletResponse {}");

  private final Path folder;

  /**
   * @param folder where files may be made
   */
  CompiledRun(Path folder) {
    this.folder = folder;
  }

  /**
   * Compiles the programs, each in its package.
   *
   * @return what the compiler has against them, empty when nothing
   */
  String compile(Map<String, Model> programs) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> type : SERVLET_API.entrySet()) {
      files.add(write("jakarta/servlet/" + type.getKey() + ".java", type.getValue()));
    }
    for (Map.Entry<String, Model> program : programs.entrySet()) {
      String name = program.getKey();
      String source = Printer.print(program.getValue(), name, DATABASE).text();
      files.add(write(name + "/App.java", source));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of("-nowarn", "-proc:none", "--release", "17", "-d", folder.toString());
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean done =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      return done ? "" : messages.toString();
    }
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve("src").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Hands the requests, one after the other, to one servlet of the package: what each executes. */
  List<List<String>> run(String name, List<Request> requests)
      throws IOException, ReflectiveOperationException {
    URL[] path = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      Class<?> requestType = loader.loadClass("jakarta.servlet.http.HttpServletRequest");
      Class<?> responseType = loader.loadClass("jakarta.servlet.http.HttpServletResponse");
      Class<?> type = loader.loadClass(name + ".App");
      Object servlet = type.getDeclaredConstructor().newInstance();
      Method doGet = type.getDeclaredMethod("doGet", requestType, responseType);
      doGet.setAccessible(true);
      var log = loader.loadClass(name + ".Db").getDeclaredField("LOG");
      log.setAccessible(true);
      List<?> executed = (List<?>) log.get(null);
      Class<?> sessionType = loader.loadClass("jakarta.servlet.http.HttpSession");
      Object session = proxy(sessionType, Map.of(), null);
      List<List<String>> all = new ArrayList<>();
      for (Request request : requests) {
        executed.clear();
        Object handed = proxy(requestType, request.parameters(), session);
        List<String> failed = handle(doGet, servlet, handed, request);
        List<String> one = new ArrayList<>();
        executed.forEach(each -> one.add((String) each));
        one.addAll(failed);
        all.add(one);
      }
      return all;
    }
  }

  private static List<String> handle(Method doGet, Object servlet, Object request, Request values)
      throws ReflectiveOperationException {
    for (int i = 0; i < values.switches().size(); i++) {
      System.setProperty("switch" + i, values.switches().get(i).toString());
    }
    try {
      doGet.invoke(servlet, request, null);
      return List.of();
    } catch (InvocationTargetException e) {
      return List.of("failed: " + e.getCause().getClass().getSimpleName());
    } finally {
      for (int i = 0; i < values.switches().size(); i++) {
        System.clearProperty("switch" + i);
      }
    }
  }

  private static Object proxy(Class<?> type, Map<String, String> parameters, Object session) {
    Map<String, Object> attributes = new HashMap<>();
    InvocationHandler handler =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getParameter" -> parameters.get((String) arguments[0]);
              case "getAttribute" -> attributes.get((String) arguments[0]);
              case "setAttribute" -> {
                attributes.put((String) arguments[0], arguments[1]);
                yield null;
              }
              default -> session;
            };
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }
}
