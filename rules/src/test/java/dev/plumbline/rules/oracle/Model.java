package dev.plumbline.rules.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program: its classes, the first of them the servlet, whose first method handles requests.
 *
 * <p>A class with a constructor takes the text of its first field.
 */
record Model(List<Klass> classes) {

  static final String STEP_METHOD = "apply";

  /**
   * @param parent the class or interface above, empty for none
   */
  record Klass(
      String name, String parent, boolean constructed, List<Field> fields, List<Method> methods) {
    Klass {
      fields = List.copyOf(fields);
      methods = List.copyOf(methods);
    }

    boolean isServlet() {
      return name.equals("App");
    }
  }

  /**
   * @param value what it holds at first, empty for null
   */
  record Field(String name, Type type, boolean isStatic, Optional<Node> value) {}

  record Parameter(String name, Type type) {}

  record Method(String name, boolean isStatic, Type result, List<Parameter> parameters, Node body) {
    Method {
      parameters = List.copyOf(parameters);
    }

    Method withBody(Node other) {
      return new Method(name, isStatic, result, parameters, other);
    }
  }

  Model {
    classes = List.copyOf(classes);
  }

  Method entry() {
    return classes.get(0).methods().get(0);
  }

  /** The class, or none for interfaces and what is not there. */
  Optional<Klass> klass(String name) {
    return classes.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The method that a call on an object of the class runs. */
  Optional<Method> method(String className, String methodName) {
    Optional<Klass> klass = klass(className);
    if (klass.isEmpty()) {
      return Optional.empty();
    }
    for (Method method : klass.get().methods()) {
      if (method.name().equals(methodName)) {
        return Optional.of(method);
      }
    }
    return method(klass.get().parent(), methodName);
  }

  Stream<Node> nodes() {
    return Stream.concat(
        classes.stream()
            .flatMap(each -> each.fields().stream())
            .flatMap(each -> each.value().stream())
            .flatMap(Node::all),
        classes.stream().flatMap(each -> each.methods().stream()).flatMap(m -> m.body().all()));
  }

  /** The program with other methods in a class, none of them added. */
  Model withMethods(int klass, List<Method> methods) {
    Klass old = classes.get(klass);
    List<Klass> changed = new ArrayList<>(classes);
    changed.set(
        klass, new Klass(old.name(), old.parent(), old.constructed(), old.fields(), methods));
    return new Model(changed);
  }
}
