package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The workspace's code around handlers that calls a validator: aspects, and what converts or
 * resolves what a request carries. A <i>may</i> analysis: a pointcut is read by its annotations and
 * packages only.
 */
public final class ValidationAdvice {

  private static final Pattern DESIGNATOR =
      Pattern.compile("(@?[a-z]+)\\s*\\(\\s*([^()]*(?:\\([^()]*\\))?[^()]*)\\)");

  private static final String ASPECT = "org.aspectj.lang.annotation.Aspect";

  private final Program program;
  private final boolean advised;
  private final List<Aspect> aspects = new ArrayList<>();

  /**
   * @param pointcuts its pointcut expressions
   * @param parameterTypes what the names in {@code @annotation(name)} stand for
   */
  private record Aspect(TypeInfo type, List<String> pointcuts, List<Parameter> parameterTypes) {}

  private record Parameter(String name, String type) {}

  ValidationAdvice(Program program, Library library, ValidationCalls calls) {
    this.program = program;
    boolean found = false;
    for (TypeInfo type : program.types()) {
      if (isAspect(program, type)) {
        if (calls.isValidating(type)) {
          aspects.add(aspect(program, type));
        }
      } else if (!type.methods().isEmpty()) {
        Set<String> ancestors = program.hierarchy().ancestors(type.name());
        found |=
            ancestors.size() > 1
                && library.requestAdvice().stream().anyMatch(ancestors::contains)
                && calls.isValidating(type);
      }
    }
    advised = found;
  }

  /** Whether code that runs before the endpoint's handler may validate its arguments. */
  public boolean covers(Endpoint endpoint) {
    if (advised) {
      return true;
    }
    for (Aspect aspect : aspects) {
      for (String pointcut : aspect.pointcuts()) {
        if (matches(pointcut, aspect, endpoint)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAspect(Program program, TypeInfo type) {
    return type.annotations().stream()
        .anyMatch(each -> program.annotationName(each, type).equals(ASPECT));
  }

  private static Aspect aspect(Program program, TypeInfo type) {
    List<String> pointcuts = new ArrayList<>();
    List<Parameter> parameters = new ArrayList<>();
    for (MethodInfo method : type.methods()) {
      for (AnnotationUse annotation : method.declaration().annotations()) {
        annotation.elements().values().forEach(value -> texts(value, pointcuts));
      }
      method.declaration().parameters().forEach(p -> parameters.add(parameter(program, p, method)));
    }
    return new Aspect(type, List.copyOf(pointcuts), List.copyOf(parameters));
  }

  private static Parameter parameter(
      Program program, dev.plumbline.analyzer.ir.Parameter written, MethodInfo method) {
    return new Parameter(written.name(), program.names().resolve(written.type(), method).name());
  }

  private static void texts(ElementValue value, List<String> texts) {
    if (value instanceof ElementValue.LiteralValue literal) {
      texts.add(String.valueOf(literal.literal().value()));
    } else if (value instanceof ElementValue.OperationValue operation) {
      StringBuilder text = new StringBuilder();
      List<String> parts = new ArrayList<>();
      operation.operands().forEach(operand -> texts(operand, parts));
      parts.forEach(text::append);
      texts.add(text.toString());
    } else if (value instanceof ElementValue.ArrayValue array) {
      array.elements().forEach(each -> texts(each, texts));
    }
  }

  private boolean matches(String pointcut, Aspect aspect, Endpoint endpoint) {
    Matcher designator = DESIGNATOR.matcher(pointcut);
    while (designator.find()) {
      String argument = designator.group(2).strip();
      boolean matches =
          switch (designator.group(1)) {
            case "execution", "within", "call" -> isBelow(argument, endpoint);
            case "@annotation", "@within", "@target", "@args" ->
                isAnnotated(annotationName(argument, aspect), endpoint);
            case "bean" -> true;
            default -> false;
          };
      if (matches) {
        return true;
      }
    }
    return false;
  }

  /** {@code @annotation(log)} names a parameter of the advice whose type is the annotation. */
  private String annotationName(String argument, Aspect aspect) {
    for (Parameter parameter : aspect.parameterTypes()) {
      if (parameter.name().equals(argument)) {
        return parameter.type();
      }
    }
    return program.names().resolve(argument, aspect.type(), null).name();
  }

  private boolean isAnnotated(String name, Endpoint endpoint) {
    MethodInfo handler = endpoint.handler();
    return isAmong(handler.declaration().annotations(), handler.owner(), name)
        || isAmong(endpoint.controller().annotations(), endpoint.controller(), name)
        || isAmong(handler.owner().annotations(), handler.owner(), name)
        || endpoint.parameters().stream()
            .flatMap(parameter -> parameter.annotations().stream())
            .anyMatch(each -> program.annotationName(each.use(), each.scope()).equals(name));
  }

  private boolean isAmong(List<AnnotationUse> uses, TypeInfo scope, String name) {
    return uses.stream().anyMatch(use -> program.annotationName(use, scope).equals(name));
  }

  /** Whether the packages that the pattern names before its first wildcard hold the controller. */
  private static boolean isBelow(String pattern, Endpoint endpoint) {
    String signature = pattern.replaceAll("\\(.*", "").strip();
    String path = signature.substring(signature.lastIndexOf(' ') + 1);
    int wildcard = path.indexOf('*');
    int packages = path.indexOf("..");
    int end = wildcard < 0 ? path.length() : wildcard;
    end = packages < 0 ? end : Math.min(end, packages);
    String prefix = path.substring(0, end);
    boolean whole = end == path.length();
    String controller = endpoint.controller().name();
    return whole
        ? path.startsWith(controller) || controller.equals(path)
        : controller.startsWith(prefix);
  }
}
