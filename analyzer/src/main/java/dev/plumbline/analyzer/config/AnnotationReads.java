package dev.plumbline.analyzer.config;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keys that annotations read: {@code @Value("${…}")} and its like, also through constants and
 * composed annotations, and placeholders in other annotations of frameworks that resolve them.
 */
final class AnnotationReads {

  /** Whose annotations resolve placeholders in their texts. */
  private static final List<String> RESOLVING =
      List.of("org.springframework.", "io.micronaut.", "io.quarkus.", "io.github.resilience4j.");

  private final Program program;
  private final KnownAnnotations known;
  private final ReadCollector collector;

  AnnotationReads(Program program, KnownAnnotations known, ReadCollector collector) {
    this.program = program;
    this.known = known;
    this.collector = collector;
  }

  void collect(TypeInfo type) {
    TypeDecl declaration = type.declaration();
    if (declaration.kind() != TypeDecl.Kind.ANNOTATION) {
      // An annotation reads where it is used.
      all(declaration.annotations(), type, "", TypeRef.VOID);
    }
    for (FieldDecl field : declaration.fields()) {
      all(field.annotations(), type, field.name(), field.type());
    }
    for (Parameter component : declaration.recordComponents()) {
      all(component.annotations(), type, component.name(), component.type());
    }
    for (MethodInfo method : type.methods()) {
      all(method.declaration().annotations(), type, method.name(), TypeRef.VOID);
      for (Parameter parameter : method.declaration().parameters()) {
        all(parameter.annotations(), type, parameter.name(), parameter.type());
      }
    }
  }

  /**
   * @param type of what the annotations stand on; void for methods and types
   */
  private void all(List<AnnotationUse> uses, TypeInfo scope, String target, TypeRef type) {
    for (AnnotationUse use : uses) {
      one(use, scope, target, type);
    }
  }

  private void one(AnnotationUse use, TypeInfo scope, String target, TypeRef type) {
    KnownAnnotations.Form form = known.form(use, scope);
    Location location = scope.location(use.span());
    if (form != null) {
      switch (form) {
        case TEXT -> text(use, scope, scope, target, location);
        case NAMED -> named(use, scope, target, type, location);
        case CONDITION -> condition(use, scope, location);
        case PREFIX, MAPPING, FILES -> {}
      }
    } else if (use.elements().isEmpty()) {
      composed(use, scope, target, location);
    } else if (use.elements().values().stream().anyMatch(AnnotationReads::mayHavePlaceholder)) {
      String name = known.name(use, scope);
      if (RESOLVING.stream().anyMatch(name::startsWith)) {
        for (ElementValue value : use.elements().values()) {
          forEachText(
              program.constants().of(value, scope),
              text ->
                  collector.placeholders(
                      ConfigRead.Kind.PLACEHOLDER, dollars(text, name), scope, target, location));
        }
      }
    }
  }

  /**
   * @param from the type in whose code the annotation itself stands
   */
  private void text(
      AnnotationUse use, TypeInfo from, TypeInfo owner, String target, Location location) {
    String text =
        program.constants().element(use, "value", from).flatMap(ConstantValue::text).orElse(null);
    if (text == null) {
      collector.unknown(ConfigRead.Kind.VALUE, owner, location);
    } else {
      collector.placeholders(ConfigRead.Kind.VALUE, text, owner, target, location);
    }
  }

  private void named(
      AnnotationUse use, TypeInfo scope, String target, TypeRef type, Location location) {
    Optional<String> key = textOf(use, "name", scope).or(() -> textOf(use, "value", scope));
    boolean written = use.element("name").isPresent() || use.element("value").isPresent();
    if (key.isEmpty() && written) {
      collector.unknown(ConfigRead.Kind.VALUE, scope, location);
      return;
    }
    if (key.isEmpty() && type.kind() == TypeRef.Kind.VOID) {
      // On a producer it only qualifies.
      return;
    }
    // MicroProfile Config: without a name it is that of the class and the field.
    boolean optional = type.simpleName().startsWith("Optional");
    collector.key(
        ConfigRead.Kind.VALUE,
        key.orElse(scope.name() + "." + target),
        textOf(use, "defaultValue", scope).or(() -> optional ? Optional.of("") : Optional.empty()),
        scope,
        target,
        location);
  }

  private void condition(AnnotationUse use, TypeInfo scope, Location location) {
    String prefix = textOf(use, "prefix", scope).orElse("");
    String start = prefix.isEmpty() || prefix.endsWith(".") ? prefix : prefix + ".";
    for (String element : List.of("name", "value")) {
      use.element(element)
          .flatMap(value -> program.constants().of(value, scope).texts())
          .orElse(List.of())
          .forEach(
              name ->
                  collector.key(
                      ConfigRead.Kind.CONDITION,
                      start + name,
                      Optional.empty(),
                      scope,
                      "",
                      location));
    }
  }

  /** An annotation of the workspace that {@code @Value} stands on. */
  private void composed(AnnotationUse use, TypeInfo scope, String target, Location location) {
    if (!program.hasType(known.name(use, scope))) {
      return;
    }
    TypeInfo type = program.type(known.name(use, scope), scope).orElse(null);
    if (type == null || type.declaration().kind() != TypeDecl.Kind.ANNOTATION) {
      return;
    }
    for (AnnotationUse meta : type.annotations()) {
      if (known.form(meta, type) == KnownAnnotations.Form.TEXT) {
        text(meta, type, scope, target, location);
      }
    }
  }

  private Optional<String> textOf(AnnotationUse use, String element, TypeInfo scope) {
    return use.element(element).flatMap(value -> program.constants().of(value, scope).text());
  }

  /** Quarkus writes {@code @Scheduled(every = "{key}")}. */
  private static String dollars(String text, String annotation) {
    boolean braces = annotation.startsWith("io.quarkus.") && text.matches("\\{[^{}]+}");
    return braces ? "$" + text : text;
  }

  /** The cheap test before constants are worked out. */
  private static boolean mayHavePlaceholder(ElementValue value) {
    if (value instanceof ElementValue.LiteralValue literal) {
      return literal.literal().kind() == Literal.Kind.STRING
          && ((String) literal.literal().value()).contains("{");
    }
    List<ElementValue> inner = new ArrayList<>();
    if (value instanceof ElementValue.OperationValue operation) {
      inner.addAll(operation.operands());
    } else if (value instanceof ElementValue.ArrayValue array) {
      inner.addAll(array.elements());
    } else if (value instanceof ElementValue.AnnotationValue nested) {
      inner.addAll(nested.annotation().elements().values());
    }
    return value instanceof ElementValue.NameValue
        || inner.stream().anyMatch(AnnotationReads::mayHavePlaceholder);
  }

  private static void forEachText(ConstantValue value, Consumer<String> sink) {
    if (value instanceof ConstantValue.Several several) {
      several.elements().forEach(each -> forEachText(each, sink));
    } else if (value instanceof ConstantValue.Nested nested) {
      nested.values().values().forEach(each -> forEachText(each, sink));
    } else {
      value.text().ifPresent(sink);
    }
  }
}
