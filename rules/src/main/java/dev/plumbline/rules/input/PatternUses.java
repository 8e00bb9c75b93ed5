package dev.plumbline.rules.input;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The constant patterns of a workspace: in calls, in constraints, in the paths of handlers.
 *
 * <p>Whether {@code Pattern.compile} makes a pattern for {@code matches} or for {@code find} is
 * told by its file: patterns are used where they are made.
 */
final class PatternUses {

  private static final String PATTERN = "java.util.regex.Pattern";

  /** What of {@code String} takes a pattern, other than {@code matches}. */
  private static final Set<String> SEARCHING = Set.of("replaceAll", "replaceFirst", "split");

  private static final Pattern CONSTRAINT =
      Pattern.compile(
          "(?:javax|jakarta)\\.validation\\.constraints\\.(?:Pattern|Email)"
              + "|org\\.hibernate\\.validator\\.constraints\\.(?:Email|URL)");

  private static final Pattern MAPPING =
      Pattern.compile(
          "org\\.springframework\\.web\\.bind\\.annotation\\.\\w+Mapping"
              + "|(?:javax|jakarta)\\.ws\\.rs\\.Path");

  /** Flags by their names, which the constraint has for its own too. */
  private static final Map<String, Integer> FLAGS =
      Map.of(
          "UNIX_LINES", Pattern.UNIX_LINES,
          "CASE_INSENSITIVE", Pattern.CASE_INSENSITIVE,
          "COMMENTS", Pattern.COMMENTS,
          "MULTILINE", Pattern.MULTILINE,
          "DOTALL", Pattern.DOTALL,
          "UNICODE_CASE", Pattern.UNICODE_CASE,
          "CANON_EQ", Pattern.CANON_EQ,
          "LITERAL", Pattern.LITERAL,
          "UNICODE_CHARACTER_CLASS", Pattern.UNICODE_CHARACTER_CLASS);

  /** There are nine flags. */
  private static final int MAX_FLAGS = 9;

  private final Program program;
  private final Set<SourceRole> roles;
  private final List<PatternUse> uses = new ArrayList<>();

  PatternUses(Program program, Set<SourceRole> roles) {
    this.program = program;
    this.roles = roles;
  }

  /** Those of calls first, in path and source order. */
  List<PatternUse> all() {
    Set<String> matching = filesThatMatchWhole();
    for (CodeBody body : program.bodies()) {
      if (isAsked(body.owner())) {
        for (Block block : body.body().blocks()) {
          for (Instruction each : block.instructions()) {
            if (each instanceof Instruction.Call call) {
              call(body, call, matching);
            }
          }
        }
      }
    }
    for (TypeInfo type : program.types()) {
      if (isAsked(type)) {
        annotations(type);
      }
    }
    return uses;
  }

  private boolean isAsked(TypeInfo type) {
    return roles.contains(type.file().file().role());
  }

  private Set<String> filesThatMatchWhole() {
    Set<String> files = new HashSet<>();
    for (CodeBody body : program.bodies()) {
      for (Block block : body.body().blocks()) {
        for (Instruction each : block.instructions()) {
          if (each instanceof Instruction.Call call
              && call.arguments().size() == 0
              && (call.name().equals("matches") || call.name().equals("asMatchPredicate"))) {
            files.add(body.owner().file().file().path());
          }
        }
      }
    }
    return files;
  }

  private void call(CodeBody body, Instruction.Call call, Set<String> matching) {
    boolean compiles = call.name().equals("compile");
    boolean matches = call.name().equals("matches");
    int count = call.arguments().size();
    if (count == 0 || count > 2 || !compiles && !matches && !SEARCHING.contains(call.name())) {
      return;
    }
    CallTarget target = program.inference().target(body, call);
    boolean ofPattern = target.owner().is(PATTERN) && (compiles || matches);
    boolean ofString = target.owner().isString() && !compiles && call.receiver() != Body.NONE;
    if (!ofPattern && !ofString) {
      return;
    }
    int flags = compiles && count == 2 ? flags(body, call.arguments().get(1), 0) : 0;
    boolean whole = compiles ? matching.contains(body.owner().file().file().path()) : matches;
    String where = (ofPattern ? "Pattern." : "String.") + call.name();
    program
        .fixedValues()
        .of(body, call.arguments().get(0))
        .text()
        .ifPresent(regex -> add(regex, flags, whole, body.location(call.nameSpan()), where));
  }

  /** {@code CASE_INSENSITIVE | DOTALL}; a flag that is not known counts as not set. */
  private int flags(CodeBody body, int register, int depth) {
    if (program.fixedValues().of(body, register) instanceof ConstantValue.Scalar scalar) {
      return scalar.value() instanceof Integer number ? number : 0;
    }
    int flags = 0;
    for (Instruction each : body.definitions(register)) {
      if (each instanceof Instruction.LoadName load) {
        flags |= FLAGS.getOrDefault(load.path().get(load.path().size() - 1), 0);
      } else if (each instanceof Instruction.Operation operation && depth < MAX_FLAGS) {
        for (int i = 0; i < operation.operands().size(); i++) {
          flags |= flags(body, operation.operands().get(i), depth + 1);
        }
      }
    }
    return flags;
  }

  private void add(String regex, int flags, boolean whole, Location place, String where) {
    uses.add(new PatternUse(new PatternUse.Question(regex, flags, whole), place, where));
  }

  private void annotations(TypeInfo type) {
    annotations(type.declaration().annotations(), type);
    type.declaration().recordComponents().forEach(component -> parameter(component, type));
    for (FieldDecl field : type.declaration().fields()) {
      annotations(field.annotations(), type);
      type(field.type(), type);
    }
    for (MethodDecl method : type.declaration().methods()) {
      annotations(method.annotations(), type);
      type(method.returnType(), type);
      method.parameters().forEach(parameter -> parameter(parameter, type));
    }
  }

  private void parameter(Parameter parameter, TypeInfo scope) {
    annotations(parameter.annotations(), scope);
    type(parameter.type(), scope);
  }

  /** {@code List<@Pattern(regexp = "x") String>}. */
  private void type(TypeRef type, TypeInfo scope) {
    annotations(type.annotations(), scope);
    type.arguments().forEach(argument -> type(argument, scope));
  }

  private void annotations(List<AnnotationUse> annotations, TypeInfo scope) {
    for (AnnotationUse use : annotations) {
      if (!use.elements().isEmpty()) {
        annotation(use, scope);
      }
    }
  }

  private void annotation(AnnotationUse use, TypeInfo scope) {
    String name = program.annotationName(use, scope);
    if (CONSTRAINT.matcher(name).matches()) {
      text(use, "regexp", scope)
          .ifPresent(
              regex ->
                  add(regex, flags(use), true, scope.location(use.span()), "@" + use.simpleName()));
    } else if (MAPPING.matcher(name).matches()) {
      for (String element : List.of("value", "path")) {
        program
            .constants()
            .element(use, element, scope)
            .ifPresent(paths -> mapping(use, paths, scope));
      }
    } else if (use.simpleName().equals("List")) {
      use.element("value").ifPresent(value -> nested(value, scope));
    }
  }

  /** Several constraints of a kind on one value, as they had to be written before Java 8. */
  private void nested(ElementValue value, TypeInfo scope) {
    if (value instanceof ElementValue.ArrayValue array) {
      array.elements().forEach(element -> nested(element, scope));
    } else if (value instanceof ElementValue.AnnotationValue annotation) {
      annotation(annotation.annotation(), scope);
    }
  }

  private Optional<String> text(AnnotationUse use, String element, TypeInfo scope) {
    return program.constants().element(use, element, scope).flatMap(ConstantValue::text);
  }

  private static int flags(AnnotationUse use) {
    return use.element("flags").map(PatternUses::flags).orElse(0);
  }

  private static int flags(ElementValue value) {
    if (value instanceof ElementValue.ArrayValue array) {
      return array.elements().stream().mapToInt(PatternUses::flags).reduce(0, (a, b) -> a | b);
    }
    return value instanceof ElementValue.NameValue name
        ? FLAGS.getOrDefault(name.path().get(name.path().size() - 1), 0)
        : 0;
  }

  /** {@code /users/{name:[a-z]+}}. */
  private void mapping(AnnotationUse use, ConstantValue paths, TypeInfo scope) {
    for (ConstantValue each : paths.elements()) {
      for (String regex : variables(each.text().orElse(""))) {
        add(regex, 0, true, scope.location(use.span()), "@" + use.simpleName());
      }
    }
  }

  /** The patterns of the variables of a path; they may have braces of their own. */
  static List<String> variables(String path) {
    List<String> patterns = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{' && depth++ == 0) {
        begin = i + 1;
      } else if (c == '}' && depth > 0 && --depth == 0) {
        String variable = path.substring(begin, i);
        int colon = variable.indexOf(':');
        if (colon >= 0) {
          patterns.add(variable.substring(colon + 1).strip());
        }
      }
    }
    return patterns;
  }
}
