package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compile-time constants across files: constant variables (JLS 4.12.4), constant expressions (JLS
 * 15.29) and the values of annotation elements (JLS 9.7.1), which <i>must</i> be what is told here.
 * What {@code List.of} or {@code String.format} make of constants is no constant to the language:
 * see {@link FixedValues}.
 *
 * <p>A constant that depends on itself is unknown, and so is what depends on it, whoever asks
 * first. Each field is worked out once; chains of fields are walked by a loop. Safe to use from
 * many threads.
 */
public final class Constants {

  private record Key(TypeInfo owner, String field) {}

  /** What a name in an expression stands for: a field to be worked out, or a value. */
  private record Target(Key field, ConstantValue value) {}

  private static final ConstantValue NO_CONSTANT = new ConstantValue.Unknown("an expression");

  private final Program program;
  private final Map<Key, ConstantValue> known = new ConcurrentHashMap<>();

  Constants(Program program) {
    this.program = program;
  }

  /** The constant that {@code field} is: the value of a constant variable, or an enum constant. */
  public ConstantValue of(Members.Field field) {
    Target target = target(field);
    return target.field() == null ? target.value() : settle(target.field());
  }

  /**
   * The value of an annotation element or a case label.
   *
   * @param scope the type in whose declaration, header included, the value stands
   */
  public ConstantValue of(ElementValue value, TypeInfo scope) {
    Map<List<String>, Target> targets = new HashMap<>();
    collect(value, scope, targets);
    for (Target target : targets.values()) {
      if (target.field() != null) {
        settle(target.field());
      }
    }
    return evaluate(value, scope, targets);
  }

  /**
   * An element of an annotation: as it is written, else the default of an annotation type of the
   * workspace.
   *
   * @return empty when neither is there
   */
  public Optional<ConstantValue> element(AnnotationUse use, String element, TypeInfo scope) {
    Optional<ElementValue> written = use.element(element);
    if (written.isPresent()) {
      return written.map(value -> of(value, scope));
    }
    TypeInfo type = program.type(program.annotationName(use, scope), scope).orElse(null);
    return type == null || type.declaration().kind() != TypeDecl.Kind.ANNOTATION
        ? Optional.empty()
        : type.method(element)
            .flatMap(method -> method.declaration().defaultValue())
            .map(value -> of(value, type));
  }

  // Fields

  /** Depth first over the fields that a field names, with an explicit stack. */
  private ConstantValue settle(Key root) {
    Map<Key, Map<List<String>, Target>> entered = new HashMap<>();
    Deque<Key> work = new ArrayDeque<>();
    work.push(root);
    while (!work.isEmpty()) {
      Key key = work.peek();
      Map<List<String>, Target> targets = entered.get(key);
      if (known.containsKey(key)) {
        work.pop();
      } else if (targets == null) {
        targets = new LinkedHashMap<>();
        collect(
            key.owner().field(key.field()).orElseThrow().constant().get(), key.owner(), targets);
        entered.put(key, targets);
        for (Target target : targets.values()) {
          // One that is entered and not known is further down the stack: a cycle.
          if (target.field() != null
              && !known.containsKey(target.field())
              && !entered.containsKey(target.field())) {
            work.push(target.field());
          }
        }
      } else {
        known.put(key, initial(key, targets));
        work.pop();
      }
    }
    return known.get(root);
  }

  private ConstantValue initial(Key key, Map<List<String>, Target> targets) {
    FieldDecl field = key.owner().field(key.field()).orElseThrow();
    ConstantValue value = evaluate(field.constant().orElseThrow(), key.owner(), targets);
    if (value instanceof ConstantValue.Scalar scalar) {
      Object converted = convert(scalar.value(), field.type(), key.owner());
      if (converted != null) {
        return new ConstantValue.Scalar(converted);
      }
    }
    return new ConstantValue.Unknown(key.owner().name() + "." + key.field());
  }

  private Object convert(Object value, TypeRef type, TypeInfo scope) {
    if (type.kind() == TypeRef.Kind.PRIMITIVE && type.dimensions() == 0) {
      return ConstantOperators.convert(value, type.name()).orElse(null);
    }
    // A class of the project may be called String.
    boolean string = program.names().resolve(type, scope, null).isString();
    return string ? ConstantOperators.convert(value, "String").orElse(null) : null;
  }

  private Target target(Members.Field field) {
    TypeInfo owner = field.info().orElse(null);
    FieldDecl declaration = field.declaration().orElse(null);
    if (owner != null && declaration != null && declaration.constant().isPresent()) {
      return new Target(new Key(owner, declaration.name()), null);
    }
    if (isEnumConstant(field, owner)) {
      return new Target(null, new ConstantValue.EnumName(field.owner(), field.name()));
    }
    Optional<Object> constant = owner == null ? libraryConstant(field) : Optional.empty();
    return new Target(
        null,
        constant
            .<ConstantValue>map(ConstantValue.Scalar::new)
            .orElseGet(() -> new ConstantValue.Unknown(field.owner() + "." + field.name())));
  }

  private Optional<Object> libraryConstant(Members.Field field) {
    ExternalType.ExternalField found =
        program
            .external()
            .find(field.owner())
            .map(type -> type.fields().get(field.name()))
            .orElse(null);
    if (found == null || found.constant() == null) {
      return Optional.empty();
    }
    // A class file keeps byte, short, char and boolean constants as int.
    return found.type().kind() == JavaType.Kind.PRIMITIVE
        ? ConstantOperators.convert(found.constant(), found.type().name())
        : Optional.of(found.constant());
  }

  private boolean isEnumConstant(Members.Field field, TypeInfo owner) {
    if (owner == null) {
      return field.type().name().equals(field.owner())
          && program.hierarchy().isSubtype(field.type(), "java.lang.Enum");
    }
    return field.declaration().isEmpty()
        && owner.declaration().enumConstants().stream()
            .anyMatch(constant -> constant.name().equals(field.name()));
  }

  // Expressions

  /** What the names in {@code value} stand for. */
  private void collect(ElementValue value, TypeInfo scope, Map<List<String>, Target> targets) {
    if (value instanceof ElementValue.NameValue name) {
      if (!targets.containsKey(name.path())) {
        targets.put(name.path(), target(name, scope));
      }
    } else if (value instanceof ElementValue.OperationValue operation) {
      operation.operands().forEach(operand -> collect(operand, scope, targets));
    } else if (value instanceof ElementValue.CastValue cast) {
      collect(cast.operand(), scope, targets);
    } else if (value instanceof ElementValue.ArrayValue array) {
      array.elements().forEach(element -> collect(element, scope, targets));
    } else if (value instanceof ElementValue.AnnotationValue nested) {
      nested.annotation().elements().values().forEach(each -> collect(each, scope, targets));
    }
  }

  private Target target(ElementValue.NameValue name, TypeInfo scope) {
    NameMeaning meaning =
        NameMeanings.of(program, scope, isInHeader(name.span(), scope), name.path());
    return meaning
        .field()
        .map(this::target)
        .orElseGet(
            () -> new Target(null, new ConstantValue.Unknown(String.join(".", name.path()))));
  }

  /** Annotations of a type stand before its name, and its own members are not in scope there. */
  private static boolean isInHeader(Span span, TypeInfo scope) {
    Span name = scope.declaration().nameSpan();
    return scope.declaration().kind() != TypeDecl.Kind.ANONYMOUS
        && (span.startLine() < name.startLine()
            || span.startLine() == name.startLine() && span.startColumn() < name.startColumn());
  }

  private ConstantValue evaluate(
      ElementValue value, TypeInfo scope, Map<List<String>, Target> targets) {
    if (value instanceof ElementValue.LiteralValue literal) {
      return literal(literal.literal(), scope);
    }
    if (value instanceof ElementValue.NameValue name) {
      return named(name, targets);
    }
    if (value instanceof ElementValue.OperationValue operation) {
      List<Object> operands = new ArrayList<>(operation.operands().size());
      for (ElementValue operand : operation.operands()) {
        if (!(evaluate(operand, scope, targets) instanceof ConstantValue.Scalar scalar)) {
          return NO_CONSTANT;
        }
        operands.add(scalar.value());
      }
      return scalar(ConstantOperators.apply(operation.operator(), operands).orElse(null));
    }
    if (value instanceof ElementValue.CastValue cast) {
      return evaluate(cast.operand(), scope, targets) instanceof ConstantValue.Scalar scalar
          ? scalar(convert(scalar.value(), cast.type(), scope))
          : NO_CONSTANT;
    }
    if (value instanceof ElementValue.ArrayValue array) {
      return new ConstantValue.Several(
          array.elements().stream().map(each -> evaluate(each, scope, targets)).toList());
    }
    if (value instanceof ElementValue.AnnotationValue nested) {
      Map<String, ConstantValue> elements = new LinkedHashMap<>();
      nested
          .annotation()
          .elements()
          .forEach((name, each) -> elements.put(name, evaluate(each, scope, targets)));
      return new ConstantValue.Nested(program.annotationName(nested.annotation(), scope), elements);
    }
    return new ConstantValue.Unknown(((ElementValue.OtherValue) value).text());
  }

  private ConstantValue named(ElementValue.NameValue name, Map<List<String>, Target> targets) {
    Target target = targets.get(name.path());
    ConstantValue value = target.field() == null ? target.value() : known.get(target.field());
    // A field that is still not known is part of a cycle.
    return value != null ? value : new ConstantValue.Unknown(String.join(".", name.path()));
  }

  private ConstantValue literal(Literal literal, TypeInfo scope) {
    return switch (literal.kind()) {
      case NULL -> new ConstantValue.Unknown("null");
      case CLASS ->
          new ConstantValue.ClassName(
              program.names().resolve((TypeRef) literal.value(), scope, null));
      default -> new ConstantValue.Scalar(literal.value());
    };
  }

  private static ConstantValue scalar(Object value) {
    return value == null ? NO_CONSTANT : new ConstantValue.Scalar(value);
  }
}
