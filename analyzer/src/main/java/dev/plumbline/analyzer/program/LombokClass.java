package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One type as Lombok sees it: its annotations, settings, and fields after {@code @Value} & co. */
final class LombokClass {

  /**
   * The annotations that promise more than a form or a table does; those of Bean Validation do not,
   * since a form may be wrong for a while.
   */
  private static final Set<String> NON_NULL =
      Set.of(
          "android.annotation.NonNull",
          "android.support.annotation.NonNull",
          "android.support.annotation.RecentlyNonNull",
          "androidx.annotation.NonNull",
          "androidx.annotation.RecentlyNonNull",
          "com.android.annotations.NonNull",
          "com.google.firebase.database.annotations.NotNull",
          "com.mongodb.lang.NonNull",
          "com.sun.istack.NotNull",
          "com.unboundid.util.NotNull",
          "edu.umd.cs.findbugs.annotations.NonNull",
          "io.micrometer.core.lang.NonNull",
          "io.reactivex.annotations.NonNull",
          "io.reactivex.rxjava3.annotations.NonNull",
          "jakarta.annotation.Nonnull",
          "javax.annotation.Nonnull",
          "libcore.util.NonNull",
          "lombok.NonNull",
          "org.checkerframework.checker.nullness.compatqual.NonNullDecl",
          "org.checkerframework.checker.nullness.compatqual.NonNullType",
          "org.checkerframework.checker.nullness.qual.NonNull",
          "org.codehaus.commons.nullanalysis.NotNull",
          "org.eclipse.jdt.annotation.NonNull",
          "org.jetbrains.annotations.NotNull",
          "org.jmlspecs.annotation.NonNull",
          "org.jspecify.annotations.NonNull",
          "org.netbeans.api.annotations.common.NonNull",
          "org.springframework.lang.NonNull",
          "reactor.util.annotation.NonNull");

  private static final Set<String> NULLABLE =
      Set.of("Nullable", "CheckForNull", "NullableDecl", "NullableType", "PossiblyNull");

  private final Program program;
  private final TypeInfo type;
  private final LombokAnnotations annotations;
  private final LombokSettings settings;
  private final List<Field> fields = new ArrayList<>();

  /** By name in lower case; made when it is first asked for, by two threads alike. */
  private volatile Map<String, List<MethodDecl>> methods;

  /**
   * A field as it is after Lombok, or a component of a record.
   *
   * @param isInitialized where it stands; a builder takes the initial value of
   *     {@code @Builder.Default} away
   * @param access as written, or as {@code @Value} and {@code @FieldDefaults} make it
   */
  record Field(
      String name,
      TypeRef written,
      List<AnnotationUse> annotations,
      boolean isStatic,
      boolean isFinal,
      boolean isInitialized,
      Access access) {

    /** Lombok reads the type as it is written: {@code Boolean} is no boolean. */
    boolean isBoolean() {
      return written.dimensions() == 0 && written.name().equals("boolean");
    }
  }

  LombokClass(
      Program program, TypeInfo type, LombokAnnotations annotations, LombokSettings settings) {
    this.program = program;
    this.type = type;
    this.annotations = annotations;
    this.settings = settings;
    for (Parameter each : type.declaration().recordComponents()) {
      fields.add(
          new Field(
              each.name(), each.type(), each.annotations(), false, true, false, Access.PRIVATE));
    }
    if (!type.declaration().fields().isEmpty()) {
      addFields();
    }
  }

  private void addFields() {
    boolean isValue = has("Value");
    boolean isUtility = has("UtilityClass");
    boolean isBuilt = has("Builder") || has("SuperBuilder");
    AnnotationUse defaults = on("FieldDefaults").orElse(null);
    boolean makeFinal =
        isValue
            || settings.flag("lombok.fieldDefaults.defaultFinal", false)
            || defaults != null && LombokAnnotations.flag(defaults, "makeFinal", false);
    Access level =
        isValue || settings.flag("lombok.fieldDefaults.defaultPrivate", false)
            ? Access.PRIVATE
            : defaults == null
                ? Access.PACKAGE
                : LombokAnnotations.access(defaults, "level", Access.PACKAGE)
                    .orElse(Access.PACKAGE);
    for (FieldDecl field : type.declaration().fields()) {
      List<AnnotationUse> uses = field.annotations();
      boolean isStatic = field.modifiers().isStatic() || isUtility;
      boolean isFinal =
          field.modifiers().isFinal() || makeFinal && !isStatic && !has(uses, "NonFinal");
      Access written = Access.of(field.modifiers());
      boolean kept = written != Access.PACKAGE || isStatic || has(uses, "PackagePrivate");
      boolean isInitialized =
          field.initializer() != Body.NONE && !(isBuilt && has(uses, "Default"));
      fields.add(
          new Field(
              field.name(),
              field.type(),
              uses,
              isStatic,
              isFinal,
              isInitialized,
              kept ? written : level));
    }
  }

  Program program() {
    return program;
  }

  TypeInfo type() {
    return type;
  }

  LombokSettings settings() {
    return settings;
  }

  /** In source order. */
  List<Field> fields() {
    return fields;
  }

  boolean isClassOrEnum() {
    TypeDecl.Kind kind = type.declaration().kind();
    return kind == TypeDecl.Kind.CLASS || kind == TypeDecl.Kind.ENUM;
  }

  boolean isRecord() {
    return type.declaration().kind() == TypeDecl.Kind.RECORD;
  }

  boolean isEnum() {
    return type.declaration().kind() == TypeDecl.Kind.ENUM;
  }

  boolean has(String simpleName) {
    return on(simpleName).isPresent();
  }

  Optional<AnnotationUse> on(String simpleName) {
    return annotations.find(type.annotations(), type, simpleName);
  }

  boolean has(List<AnnotationUse> uses, String simpleName) {
    return on(uses, simpleName).isPresent();
  }

  Optional<AnnotationUse> on(List<AnnotationUse> uses, String simpleName) {
    return annotations.find(uses, type, simpleName);
  }

  /** What the source type means where the class stands. */
  JavaType resolve(Field field) {
    return program.names().resolve(field.written(), type, null);
  }

  /** Whether Lombok checks the field for null: a marker of any of the libraries that it knows. */
  boolean isNonNull(Field field) {
    return field.annotations().stream().anyMatch(this::isNonNull);
  }

  private boolean isNonNull(AnnotationUse use) {
    return annotations.written().fullName(use, type, NON_NULL).isPresent();
  }

  /** The annotations of a field that go along to parameters and methods. */
  List<AnnotationUse> copyable(Field field) {
    List<AnnotationUse> copied = new ArrayList<>();
    List<String> chosen = settings.list("lombok.copyableAnnotations");
    for (AnnotationUse each : field.annotations()) {
      if (isNonNull(each)
          || NULLABLE.contains(each.simpleName())
          || !chosen.isEmpty() && chosen.contains(canonical(each))) {
        copied.add(each);
      }
    }
    return copied;
  }

  private String canonical(AnnotationUse use) {
    return program.annotationName(use, type);
  }

  /**
   * Whether the source has a method of that name, in any case of letters and with any parameters:
   * then Lombok makes none. {@code @Tolerate} hides a method from this.
   */
  boolean declaresMethod(String name) {
    return !declared(name).isEmpty();
  }

  /** Like {@link #declaresMethod(String)}, among those that accept so many arguments. */
  boolean declaresMethod(String name, int arguments) {
    for (MethodDecl method : declared(name)) {
      int parameters = method.parameters().size();
      boolean variableArity =
          parameters > 0 && method.parameters().get(parameters - 1).variableArity();
      if (variableArity ? arguments >= parameters - 1 : arguments == parameters) {
        return true;
      }
    }
    return false;
  }

  private List<MethodDecl> declared(String name) {
    Map<String, List<MethodDecl>> index = methods;
    if (index == null) {
      index = new HashMap<>();
      for (MethodDecl method : type.declaration().methods()) {
        if (on(method.annotations(), "Tolerate").isEmpty()) {
          index
              .computeIfAbsent(method.name().toLowerCase(Locale.ROOT), key -> new ArrayList<>(1))
              .add(method);
        }
      }
      methods = index;
    }
    return index.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** Whether {@code @Tolerate} hides a method of the source from Lombok. */
  boolean isTolerated(MethodInfo method) {
    return annotations
        .find(method.declaration().annotations(), method.owner(), "Tolerate")
        .isPresent();
  }

  /** Whether the source has a constructor that Lombok takes note of. */
  boolean declaresConstructor() {
    return declaresMethod(MethodDecl.CONSTRUCTOR);
  }
}
