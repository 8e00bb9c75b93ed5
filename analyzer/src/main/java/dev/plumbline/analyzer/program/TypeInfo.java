package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.ImportDecl;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeParameter;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A type of the workspace: its declaration and where it stands in the program. */
public final class TypeInfo {

  private final String name;
  private final TypeDecl declaration;
  private final LoweredFile file;
  private final TypeInfo outer;
  private final Optional<TypeInfo> present = Optional.of(this);
  private final CodeBody enclosingBody;
  private final JavaType type;
  private final List<String> typeParameterNames;
  private List<TypeVariable> typeVariables;
  private Map<String, List<MethodInfo>> methodsByName;
  private List<ImportDecl> staticImports;
  private Map<String, FieldDecl> fieldsByName;
  private final List<MethodInfo> methods = new ArrayList<>();
  private final List<TypeInfo> memberTypes = new ArrayList<>();
  private final List<TypeInfo> memberTypesView = Collections.unmodifiableList(memberTypes);
  private volatile Map<String, FieldDecl> fields;

  TypeInfo(
      String name, TypeDecl declaration, LoweredFile file, TypeInfo outer, CodeBody enclosingBody) {
    this.name = name;
    this.declaration = declaration;
    this.file = file;
    this.outer = outer;
    this.enclosingBody = enclosingBody;
    this.typeParameterNames =
        declaration.typeParameters().stream().map(TypeParameter::name).toList();
    this.type =
        new JavaType(
            JavaType.Kind.CLASS,
            name,
            typeParameterNames.stream().map(JavaType::variable).toList(),
            0);
  }

  void add(MethodInfo method) {
    methods.add(method);
  }

  void add(TypeInfo memberType) {
    memberTypes.add(memberType);
  }

  /** Canonical name of a top-level or member type; binary name of a local or anonymous one. */
  public String name() {
    return name;
  }

  public TypeDecl declaration() {
    return declaration;
  }

  public LoweredFile file() {
    return file;
  }

  /** Itself, found; one object, because this is asked for all the time. */
  Optional<TypeInfo> present() {
    return present;
  }

  /** The type that it is declared in, directly or in the code of a method. */
  public Optional<TypeInfo> outer() {
    return outer == null ? Optional.empty() : outer.present;
  }

  /** The body that declares a local or anonymous type. */
  public Optional<CodeBody> enclosingBody() {
    return Optional.ofNullable(enclosingBody);
  }

  /** Methods, constructors and initialisers, in source order. */
  public List<MethodInfo> methods() {
    return Collections.unmodifiableList(methods);
  }

  /** Those of that name, in source order. */
  List<MethodInfo> methodsNamed(String methodName) {
    // Racy on purpose: two threads may build equal maps.
    Map<String, List<MethodInfo>> known = methodsByName;
    if (known == null) {
      known = new HashMap<>();
      for (MethodInfo method : methods) {
        known.computeIfAbsent(method.name(), key -> new ArrayList<>(1)).add(method);
      }
      methodsByName = known;
    }
    return known.getOrDefault(methodName, List.of());
  }

  /** The static imports of its file, in source order. */
  List<ImportDecl> staticImports() {
    if (outer != null) {
      return outer.staticImports();
    }
    List<ImportDecl> known = staticImports;
    if (known == null) {
      known = file.unit().imports().stream().filter(ImportDecl::isStatic).toList();
      staticImports = known;
    }
    return known;
  }

  public List<TypeInfo> memberTypes() {
    return memberTypesView;
  }

  public Optional<FieldDecl> field(String fieldName) {
    // Built on first use and racy on purpose: two threads may build equal indexes.
    Map<String, FieldDecl> known = fields;
    if (known == null) {
      known = new HashMap<>();
      for (FieldDecl field : declaration.fields()) {
        known.putIfAbsent(field.name(), field);
      }
      fields = known;
    }
    return Optional.ofNullable(known.get(fieldName));
  }

  /** The gathered initialiser, {@code <clinit>} or {@code <init-fields>}. */
  public Optional<MethodInfo> method(String methodName) {
    return methods.stream().filter(m -> m.declaration().name().equals(methodName)).findFirst();
  }

  /** The type itself, with its own type variables as arguments. */
  public JavaType type() {
    return type;
  }

  /** Its type variables with resolved bounds, in order. */
  List<TypeVariable> typeVariables(Names names) {
    // Racy on purpose: two threads may build equal lists.
    List<TypeVariable> known = typeVariables;
    if (known == null) {
      known = new ArrayList<>(declaration.typeParameters().size());
      for (TypeParameter parameter : declaration.typeParameters()) {
        List<JavaType> bounds = new ArrayList<>(parameter.bounds().size());
        for (TypeRef bound : parameter.bounds()) {
          bounds.add(names.resolve(bound, this, null));
        }
        known.add(new TypeVariable(parameter.name(), bounds));
      }
      known = List.copyOf(known);
      typeVariables = known;
    }
    return known;
  }

  /** The names of its type variables, in order. */
  public List<String> typeParameterNames() {
    return typeParameterNames;
  }

  /** The nearest type around it, or itself, that is declared outside of any code. */
  public TypeInfo declaredAround() {
    TypeInfo type = this;
    while (type.outer != null
        && (type.enclosingBody != null || type.declaration.kind() == TypeDecl.Kind.ANONYMOUS)) {
      type = type.outer;
    }
    return type;
  }

  /** The name as a reader would say it: without the package, local types by their declared name. */
  public String displayName() {
    if (declaration.kind() == TypeDecl.Kind.ANONYMOUS) {
      return declaration.superclass().map(s -> "new " + s.simpleName()).orElse("anonymous class");
    }
    return outer == null || enclosingBody != null
        ? declaration.simpleName()
        : outer.displayName() + "." + declaration.simpleName();
  }

  public Location location(Span span) {
    return new Location(file.file().path(), span);
  }

  public List<AnnotationUse> annotations() {
    return declaration.annotations();
  }

  @Override
  public String toString() {
    return name;
  }
}
