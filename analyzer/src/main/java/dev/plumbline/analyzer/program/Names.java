package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.ImportDecl;
import dev.plumbline.analyzer.ir.TypeParameter;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What type a name means where it stands: JLS 6.4.1 and 6.5.5.
 *
 * <p>A single-type import settles a name even when nobody knows the type. A name that only an
 * on-demand import of an unknown package could explain stays {@link JavaType.Kind#UNRESOLVED}.
 */
public final class Names {

  private final Program program;
  private final Map<TypeInfo, Map<String, JavaType>> cache;

  private final LongAdder resolved = new LongAdder();
  private final LongAdder unresolved = new LongAdder();

  Names(Program program) {
    this.program = program;
    this.cache = new ConcurrentHashMap<>(program.types().size());
  }

  /** How many names, each once for each type that uses it, were looked up and found. */
  public long resolvedCount() {
    return resolved.sum();
  }

  /** How many names, each once for each type that uses it, nobody knows. */
  public long unresolvedCount() {
    return unresolved.sum();
  }

  /**
   * The type that source text means.
   *
   * @param scope the type in whose code or header the text stands
   * @param body the code that it stands in, for local types and the method's type variables; may be
   *     {@code null}
   */
  public JavaType resolve(TypeRef written, TypeInfo scope, CodeBody body) {
    return resolve(written, scope, body == null ? null : body.method(), body);
  }

  /** The type of a parameter or result of {@code method} as its header has it. */
  public JavaType resolve(TypeRef written, MethodInfo method) {
    return resolve(written, method.owner(), method, null);
  }

  private JavaType resolve(TypeRef written, TypeInfo scope, MethodInfo method, CodeBody body) {
    return switch (written.kind()) {
      case VOID -> JavaType.VOID;
      case PRIMITIVE -> JavaType.primitive(written.name()).withDimensions(written.dimensions());
      case INFERRED, WILDCARD -> JavaType.UNKNOWN;
      // A wildcard is read as its bound: what comes out of it is at least that.
      case WILDCARD_EXTENDS, WILDCARD_SUPER, INTERSECTION, UNION ->
          written.arguments().isEmpty()
              ? JavaType.UNKNOWN
              : resolve(written.arguments().get(0), scope, method, body);
      case NAMED, DIAMOND -> {
        JavaType raw = resolve(written.name(), scope, method, body);
        if (written.arguments().isEmpty()) {
          yield raw.withDimensions(raw.dimensions() + written.dimensions());
        }
        List<JavaType> arguments = new ArrayList<>(written.arguments().size());
        for (TypeRef argument : written.arguments()) {
          arguments.add(resolve(argument, scope, method, body));
        }
        yield new JavaType(
            raw.kind(), raw.name(), arguments, raw.dimensions() + written.dimensions());
      }
    };
  }

  /**
   * The raw type that a simple or dotted name means.
   *
   * @param body may be {@code null}
   */
  public JavaType resolve(String name, TypeInfo scope, CodeBody body) {
    return resolve(name, scope, body == null ? null : body.method(), body);
  }

  private JavaType resolve(String name, TypeInfo scope, MethodInfo method, CodeBody body) {
    if (method != null && isVariable(name, method.declaration().typeParameters())) {
      return JavaType.variable(name);
    }
    for (CodeBody code = body; code != null; code = code.enclosing().orElse(null)) {
      for (TypeInfo local : code.localTypes()) {
        if (local.declaration().simpleName().equals(name)) {
          return JavaType.of(local.name());
        }
      }
    }
    Map<String, JavaType> known = cache.get(scope);
    if (known == null) {
      known = cache.computeIfAbsent(scope, key -> new ConcurrentHashMap<>());
    }
    JavaType type = known.get(name);
    if (type == null) {
      type = inType(name, scope, true);
      if (known.put(name, type) == null) {
        (type.isKnown() ? resolved : unresolved).increment();
      }
    }
    return type;
  }

  /** Bounds may name other variables; more would be a cycle. */
  private static final int MAX_BOUNDS = 8;

  /**
   * {@code type}, or what a type variable that is in scope in {@code body} is at least (JLS 4.4): a
   * class, or {@link JavaType#UNKNOWN} for a variable that nobody declares there.
   */
  JavaType upperBound(JavaType type, CodeBody body) {
    JavaType current = type;
    for (int i = 0; i < MAX_BOUNDS && current.kind() == JavaType.Kind.VARIABLE; i++) {
      JavaType bound = bound(current.name(), body);
      current = bound.withDimensions(bound.dimensions() + current.dimensions());
    }
    return current;
  }

  /** The bounds of a variable behind the first one. */
  List<JavaType> furtherBounds(JavaType variable, CodeBody body) {
    List<JavaType> bounds = bounds(variable.name(), body);
    return bounds == null || bounds.size() < 2 ? List.of() : bounds.subList(1, bounds.size());
  }

  private JavaType bound(String variable, CodeBody body) {
    List<JavaType> bounds = bounds(variable, body);
    return bounds == null ? JavaType.UNKNOWN : bounds.isEmpty() ? JavaType.OBJECT : bounds.get(0);
  }

  /** As written; {@code null} for a variable that is not in scope. */
  private List<JavaType> bounds(String variable, CodeBody body) {
    for (CodeBody code = body; code != null; ) {
      for (TypeParameter each : code.method().declaration().typeParameters()) {
        if (each.name().equals(variable)) {
          MethodInfo declaring = code.method();
          return each.bounds().stream().map(bound -> resolve(bound, declaring)).toList();
        }
      }
      CodeBody around = null;
      for (TypeInfo type = code.owner(); type != null; type = type.outer().orElse(null)) {
        for (TypeVariable each : type.typeVariables(this)) {
          if (each.name().equals(variable)) {
            return each.bounds();
          }
        }
        if (type.enclosingBody().isPresent()) {
          around = type.enclosingBody().get();
          break;
        }
      }
      code = around;
    }
    return null;
  }

  /** In the header of {@code type}: its own members are not in scope yet (JLS 8.1.4). */
  JavaType resolveInHeader(TypeRef written, TypeInfo type) {
    JavaType raw = headerName(written.name(), type);
    List<JavaType> arguments = new ArrayList<>(written.arguments().size());
    for (TypeRef argument : written.arguments()) {
      arguments.add(
          argument.isNamed()
              ? resolveInHeader(argument, type)
              : argument.kind() == TypeRef.Kind.WILDCARD_EXTENDS
                  ? resolveInHeader(argument.arguments().get(0), type)
                  : JavaType.UNKNOWN);
    }
    return new JavaType(raw.kind(), raw.name(), arguments, written.dimensions());
  }

  private JavaType headerName(String name, TypeInfo type) {
    if (isVariable(name, type.declaration().typeParameters())) {
      return JavaType.variable(name);
    }
    CodeBody body = type.enclosingBody().orElse(null);
    if (body != null) {
      for (CodeBody code = body; code != null; code = code.enclosing().orElse(null)) {
        for (TypeInfo local : code.localTypes()) {
          if (local != type && local.declaration().simpleName().equals(name)) {
            return JavaType.of(local.name());
          }
        }
      }
      if (isVariable(name, body.method().declaration().typeParameters())) {
        return JavaType.variable(name);
      }
    }
    if (type.outer().isEmpty()) {
      return inUnit(name, type);
    }
    return inType(name, type.outer().get(), true);
  }

  private JavaType inType(String name, TypeInfo scope, boolean inherited) {
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    for (TypeInfo type = scope; type != null; type = type.outer().orElse(null)) {
      if (isVariable(first, type.declaration().typeParameters()) && dot < 0) {
        return JavaType.variable(first);
      }
      JavaType found = null;
      if (type.declaration().simpleName().equals(first)) {
        found = JavaType.of(type.name());
      } else {
        found = memberType(type, first, inherited);
      }
      if (found != null) {
        return dot < 0 ? found : members(found, name.substring(dot + 1), scope, name);
      }
      CodeBody body = type.enclosingBody().orElse(null);
      for (; body != null; body = body.enclosing().orElse(null)) {
        for (TypeInfo local : body.localTypes()) {
          if (local.declaration().simpleName().equals(first)) {
            JavaType localType = JavaType.of(local.name());
            return dot < 0 ? localType : members(localType, name.substring(dot + 1), scope, name);
          }
        }
        if (dot < 0 && isVariable(first, body.method().declaration().typeParameters())) {
          return JavaType.variable(first);
        }
      }
    }
    return inUnit(name, scope);
  }

  private JavaType memberType(TypeInfo type, String simpleName, boolean inherited) {
    for (TypeInfo member : type.memberTypes()) {
      if (member.declaration().simpleName().equals(simpleName)) {
        return JavaType.of(member.name());
      }
    }
    String generated = program.generated().memberType(type, simpleName);
    if (generated != null) {
      return JavaType.of(generated);
    }
    if (inherited) {
      for (JavaType supertype : program.hierarchy().known(type)) {
        JavaType found = memberType(supertype.name(), simpleName, type, 0);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** Deep enough for any real hierarchy; a bound because a broken program may be cyclic. */
  private static final int MAX_DEPTH = 40;

  /** The member type of that name, inherited ones included, or {@code null}. */
  JavaType memberType(JavaType owner, String simpleName, TypeInfo near) {
    return memberType(owner.name(), simpleName, near, 0);
  }

  private JavaType memberType(String owner, String simpleName, TypeInfo near, int depth) {
    if (depth > MAX_DEPTH) {
      return null;
    }
    TypeInfo type = program.type(owner, near).orElse(null);
    if (type == null) {
      ExternalType external = program.external().find(owner).orElse(null);
      if (external == null) {
        return null;
      }
      if (external.hasMemberTypes()) {
        String name = owner + "." + simpleName;
        if (program.external().find(name).isPresent()) {
          return JavaType.of(name);
        }
      }
      for (JavaType supertype : external.supertypes()) {
        JavaType found = memberType(supertype.name(), simpleName, near, depth + 1);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    for (TypeInfo member : type.memberTypes()) {
      if (member.declaration().simpleName().equals(simpleName)) {
        return JavaType.of(member.name());
      }
    }
    String generated = program.generated().memberType(type, simpleName);
    if (generated != null) {
      return JavaType.of(generated);
    }
    for (JavaType supertype : program.hierarchy().known(type)) {
      JavaType found = memberType(supertype.name(), simpleName, type, depth + 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private JavaType members(JavaType type, String rest, TypeInfo near, String written) {
    JavaType current = type;
    for (String part : rest.split("\\.")) {
      JavaType member = memberType(current.name(), part, near, 0);
      if (member == null) {
        // The outer type is known by its import alone; then the dotted name is certain too.
        if (program.hasType(current.name())
            || program.external().find(current.name()).isPresent()) {
          return JavaType.unresolved(written);
        }
        member = JavaType.of(current.name() + "." + part);
      }
      current = member;
    }
    return current;
  }

  private JavaType inUnit(String name, TypeInfo scope) {
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    JavaType found = simpleInUnit(first, scope);
    if (found != null) {
      return dot < 0 ? found : members(found, name.substring(dot + 1), scope, name);
    }
    return dot < 0 ? JavaType.unresolved(name) : qualified(name, scope);
  }

  private JavaType simpleInUnit(String name, TypeInfo scope) {
    var unit = scope.file().unit();
    for (ImportDecl each : unit.imports()) {
      if (!each.onDemand() && each.name().endsWith(name) && endsWithPart(each.name(), name)) {
        if (each.isStatic() && !isType(each.name())) {
          continue;
        }
        return canonical(each.name());
      }
    }
    String samePackage = unit.packageName().isEmpty() ? name : unit.packageName() + "." + name;
    if (isType(samePackage)) {
      return JavaType.of(samePackage);
    }
    for (ImportDecl each : unit.imports()) {
      if (each.onDemand() && isType(each.name() + "." + name)) {
        return JavaType.of(each.name() + "." + name);
      }
    }
    String javaLang = "java.lang." + name;
    return isType(javaLang) ? JavaType.of(javaLang) : null;
  }

  private JavaType qualified(String name, TypeInfo scope) {
    // The longest prefix that is a type; the rest are its members.
    for (int end = name.indexOf('.'); end > 0; end = name.indexOf('.', end + 1)) {
      String prefix = name.substring(0, end);
      if (isType(prefix)) {
        return members(JavaType.of(prefix), name.substring(end + 1), scope, name);
      }
    }
    if (isType(name)) {
      return JavaType.of(name);
    }
    // A full name of an unknown library: certain as it stands, if it follows the naming law.
    return Character.isLowerCase(name.charAt(0)) ? JavaType.of(name) : JavaType.unresolved(name);
  }

  /** An import names a member type by dots too, so the name is canonical already. */
  private static JavaType canonical(String imported) {
    return JavaType.of(imported);
  }

  private boolean isType(String canonicalName) {
    return program.hasType(canonicalName)
        || program.external().find(canonicalName).map(ExternalType::isPublic).orElse(false);
  }

  private static boolean endsWithPart(String dotted, String part) {
    int start = dotted.length() - part.length();
    return start == 0 || dotted.charAt(start - 1) == '.';
  }

  private static boolean isVariable(String name, List<TypeParameter> parameters) {
    for (TypeParameter parameter : parameters) {
      if (parameter.name().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
