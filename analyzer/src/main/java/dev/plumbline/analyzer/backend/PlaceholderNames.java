package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.taint.Substitution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names in placeholders of MyBatis statements mean, as its {@code ParamNameResolver} has
 * it: {@code @Param}, {@code param1}, names of parameters, and properties of a single one.
 */
final class PlaceholderNames {

  private static final String PARAM = "org.apache.ibatis.annotations.Param";

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*|\\[\\w*\\])*");

  /** Of OGNL, the language of these expressions. */
  private static final Set<String> WORDS =
      Set.of(
          "and",
          "or",
          "not",
          "eq",
          "neq",
          "lt",
          "gt",
          "lte",
          "gte",
          "in",
          "null",
          "true",
          "false",
          "new",
          "instanceof");

  private static final Pattern QUOTED =
      Pattern.compile("'[^']*'|\"[^\"]*\"|@[\\w.$]+@\\w+(\\([^()]*\\))?");

  private static final Pattern POSITION = Pattern.compile("(?:param|arg)(\\d+)");

  /** What a single collection or array is called, whatever its parameter is. */
  private static final Set<String> WHOLES =
      Set.of("list", "collection", "array", "value", "_parameter");

  /** Longer ways lead through objects of objects, and are taken apart by generated code. */
  private static final int MAX_WAY = 3;

  /** Locals may stand for locals. */
  private static final int MAX_LOCALS = 4;

  private final Program program;

  PlaceholderNames(Program program) {
    this.program = program;
  }

  /** A part of an argument. */
  record Part(int argument, List<String> way, JavaType type) {}

  /** The expressions on parameters that a placeholder stands for, with locals replaced. */
  Set<String> expressions(String expression, Map<String, String> locals) {
    Set<String> found = new LinkedHashSet<>();
    collect(expression, locals, found, 0);
    return found;
  }

  private void collect(
      String expression, Map<String, String> locals, Set<String> found, int depth) {
    String bare = QUOTED.matcher(expression).replaceAll("''");
    Matcher matcher = NAME.matcher(bare);
    while (matcher.find()) {
      String path = matcher.group();
      if (matcher.end() < bare.length() && bare.charAt(matcher.end()) == '(') {
        // A method of what stands before its name.
        int dot = path.lastIndexOf('.');
        if (dot < 0) {
          continue;
        }
        path = path.substring(0, dot);
      }
      if (WORDS.contains(path)) {
        continue;
      }
      int end = firstBreak(path);
      String root = path.substring(0, end);
      String local = locals.get(root);
      if (local == null) {
        found.add(path);
      } else if (depth < MAX_LOCALS) {
        Set<String> behind = new LinkedHashSet<>();
        collect(local, without(locals, root), behind, depth + 1);
        for (String each : behind) {
          found.add(each + path.substring(end));
        }
      }
    }
  }

  private static Map<String, String> without(Map<String, String> locals, String name) {
    Map<String, String> others = new HashMap<>(locals);
    others.remove(name);
    return others;
  }

  private static int firstBreak(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '.' || path.charAt(i) == '[') {
        return i;
      }
    }
    return path.length();
  }

  /** {@code null} for what is no part of an argument, or one that is too deep to be told apart. */
  Part part(String expression, MethodInfo method) {
    if (!NAME.matcher(expression).matches()) {
      return null;
    }
    List<String> way = new ArrayList<>();
    for (String step : expression.replace("[", ".[").split("\\.")) {
      way.add(step.startsWith("[") ? Substitution.ELEMENT : step);
    }
    String root = way.get(0);
    List<Parameter> parameters = method.declaration().parameters();
    int named = named(root, parameters, method);
    if (named >= 0) {
      return at(named, way.subList(1, way.size()), method);
    }
    List<Integer> arguments = arguments(parameters, method);
    if (arguments.size() != 1 || hasName(parameters.get(arguments.get(0)), method)) {
      return null;
    }
    int only = arguments.get(0);
    JavaType type = type(only, method);
    if (isValue(type) || WHOLES.contains(root)) {
      return at(only, way.subList(1, way.size()), method);
    }
    // A name that the class does not have is one of the configuration.
    boolean isProperty = isOpen(type) || step(type, root, method).isKnown();
    return isProperty ? at(only, way, method) : null;
  }

  /** Row bounds and result handlers are no parameters of the statement. */
  private List<Integer> arguments(List<Parameter> parameters, MethodInfo method) {
    List<Integer> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      String type = type(i, method).name();
      if (!type.endsWith(".RowBounds") && !type.endsWith(".ResultHandler")) {
        arguments.add(i);
      }
    }
    return arguments;
  }

  private int named(String root, List<Parameter> parameters, MethodInfo method) {
    boolean several = arguments(parameters, method).size() > 1;
    for (int i = 0; i < parameters.size(); i++) {
      String name = param(parameters.get(i), method);
      if (root.equals(name) || name == null && several && root.equals(parameters.get(i).name())) {
        return i;
      }
    }
    Matcher position = POSITION.matcher(root);
    if (position.matches() && several) {
      int number = Integer.parseInt(position.group(1)) - (root.startsWith("param") ? 1 : 0);
      return number >= 0 && number < parameters.size() ? number : -1;
    }
    return -1;
  }

  private boolean hasName(Parameter parameter, MethodInfo method) {
    return param(parameter, method) != null;
  }

  private String param(Parameter parameter, MethodInfo method) {
    for (AnnotationUse use : parameter.annotations()) {
      if (program.annotationName(use, method.owner()).equals(PARAM)) {
        return use.element("value")
            .map(value -> program.constants().of(value, method.owner()))
            .flatMap(value -> value.text())
            .orElse(parameter.name());
      }
    }
    return null;
  }

  private JavaType type(int parameter, MethodInfo method) {
    return program.names().resolve(method.declaration().parameters().get(parameter).type(), method);
  }

  /** Whether MyBatis takes the parameter itself for any name. */
  private boolean isValue(JavaType type) {
    return type.kind() == JavaType.Kind.PRIMITIVE
        || type.isString()
        || type.isClass() && type.name().startsWith("java.lang.") && !type.is("java.lang.Object")
        || type.isClass() && type.name().startsWith("java.math.");
  }

  /** Whether the type may have any property. */
  private boolean isOpen(JavaType type) {
    return !type.isClass()
        || type.is("java.lang.Object")
        || program.hierarchy().isSubtype(type, "java.util.Map");
  }

  private Part at(int argument, List<String> way, MethodInfo method) {
    if (way.size() > MAX_WAY) {
      return null;
    }
    JavaType type = type(argument, method);
    for (String step : way) {
      JavaType next = step(type, step, method);
      if (!next.isKnown() && !step.equals(Substitution.ELEMENT) && isClosed(type)) {
        // MyBatis fails there, or another statement that shares the fragment is meant.
        return null;
      }
      type = next;
    }
    return new Part(argument, way, type);
  }

  /** Whether nothing but what the program declares is a property of the type. */
  private boolean isClosed(JavaType type) {
    return !isOpen(type)
        && program.type(type.name()).isPresent()
        && program.hierarchy().isHeaderKnown(type.name());
  }

  private JavaType step(JavaType type, String step, MethodInfo method) {
    if (step.equals(Substitution.ELEMENT)) {
      return type.isArray()
          ? type.component()
          : type.isClass() && type.arguments().size() == 1
              ? type.arguments().get(0)
              : JavaType.UNKNOWN;
    }
    if (!type.isClass()) {
      return JavaType.UNKNOWN;
    }
    JavaType field =
        program
            .members()
            .field(type, step, method.owner())
            .map(Members.Field::type)
            .orElse(JavaType.UNKNOWN);
    if (field.isKnown()) {
      return field;
    }
    String getter = Character.toUpperCase(step.charAt(0)) + step.substring(1);
    for (String name : List.of("get" + getter, "is" + getter)) {
      for (Members.Method each : program.members().methods(type, name, 0, method.owner())) {
        return program.members().returnType(each);
      }
    }
    return JavaType.UNKNOWN;
  }
}
