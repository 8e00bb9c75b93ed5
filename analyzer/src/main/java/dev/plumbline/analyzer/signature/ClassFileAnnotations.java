package dev.plumbline.analyzer.signature;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Turns an annotation of a class file into the form that source annotations have. */
final class ClassFileAnnotations extends AnnotationVisitor {

  /** Annotations of compilers, of Kotlin and of API tooling: many, and nobody asks for them. */
  private static final List<String> UNINTERESTING =
      List.of(
          "kotlin.",
          "scala.",
          "org.apiguardian.",
          "aQute.",
          "org.osgi.",
          "org.apache.yetus.",
          "org.codehaus.mojo.",
          "software.amazon.awssdk.annotations.",
          "javax.annotation.Generated",
          "jakarta.annotation.Generated",
          "javax.annotation.processing.Generated",
          "com.google.errorprone.",
          "com.google.common.annotations.",
          "com.google.j2objc.",
          "java.lang.annotation.Retention",
          "java.lang.annotation.Documented");

  /** What a reader of a method's signature needs: null-ness, aliases, transactions. */
  private static final Set<String> ON_METHODS =
      Set.of(
          "Nullable",
          "CheckForNull",
          "AliasFor",
          "Transactional",
          "CheckReturnValue",
          "DefaultValue",
          "Blocking",
          "Language");

  private final String name;
  private final UnaryOperator<String> canonicalNames;
  private final Consumer<AnnotationUse> sink;
  private final Map<String, ElementValue> elements = new LinkedHashMap<>();

  ClassFileAnnotations(
      String name, UnaryOperator<String> canonicalNames, Consumer<AnnotationUse> sink) {
    super(Opcodes.ASM9);
    this.name = name;
    this.canonicalNames = canonicalNames;
    this.sink = sink;
  }

  static boolean onType(String annotationName) {
    return UNINTERESTING.stream().noneMatch(annotationName::startsWith);
  }

  static boolean onMethod(String annotationName) {
    return ON_METHODS.contains(annotationName.substring(annotationName.lastIndexOf('.') + 1));
  }

  @Override
  public void visit(String element, Object value) {
    elements.put(element, literal(value));
  }

  @Override
  public void visitEnum(String element, String descriptor, String constant) {
    elements.put(element, enumConstant(descriptor, constant));
  }

  @Override
  public AnnotationVisitor visitAnnotation(String element, String descriptor) {
    return nested(descriptor, use -> elements.put(element, use));
  }

  @Override
  public AnnotationVisitor visitArray(String element) {
    return new Elements(values -> elements.put(element, values));
  }

  @Override
  public void visitEnd() {
    sink.accept(new AnnotationUse(name, elements, TableForm.NOWHERE));
  }

  private ClassFileAnnotations nested(String descriptor, Consumer<ElementValue> target) {
    String nestedName = canonicalNames.apply(Type.getType(descriptor).getInternalName());
    return new ClassFileAnnotations(
        nestedName,
        canonicalNames,
        use -> target.accept(new ElementValue.AnnotationValue(use, TableForm.NOWHERE)));
  }

  private ElementValue enumConstant(String descriptor, String constant) {
    String type = canonicalNames.apply(Type.getType(descriptor).getInternalName());
    return new ElementValue.NameValue(
        List.of((type + "." + constant).split("\\.")), TableForm.NOWHERE);
  }

  private ElementValue literal(Object value) {
    if (value.getClass().isArray()) {
      List<ElementValue> values = new ArrayList<>();
      for (int i = 0; i < java.lang.reflect.Array.getLength(value); i++) {
        values.add(literal(java.lang.reflect.Array.get(value, i)));
      }
      return new ElementValue.ArrayValue(values, TableForm.NOWHERE);
    }
    return new ElementValue.LiteralValue(asLiteral(value), TableForm.NOWHERE);
  }

  private Literal asLiteral(Object value) {
    if (value instanceof Type type) {
      return new Literal(Literal.Kind.CLASS, classLiteral(type));
    } else if (value instanceof String text) {
      return Literal.string(text);
    } else if (value instanceof Boolean bool) {
      return Literal.bool(bool);
    } else if (value instanceof Character character) {
      return new Literal(Literal.Kind.CHAR, character);
    } else if (value instanceof Long number) {
      return new Literal(Literal.Kind.LONG, number);
    } else if (value instanceof Float number) {
      return new Literal(Literal.Kind.FLOAT, number);
    } else if (value instanceof Double number) {
      return new Literal(Literal.Kind.DOUBLE, number);
    }
    return Literal.integer(((Number) value).intValue());
  }

  private TypeRef classLiteral(Type type) {
    int dimensions = 0;
    Type element = type;
    if (type.getSort() == Type.ARRAY) {
      dimensions = type.getDimensions();
      element = type.getElementType();
    }
    TypeRef plain =
        element.getSort() == Type.OBJECT
            ? TypeRef.named(canonicalNames.apply(element.getInternalName()))
            : element.getSort() == Type.VOID
                ? TypeRef.VOID
                : TypeRef.primitive(element.getClassName());
    return plain.withDimensions(dimensions);
  }

  /** The elements of an array that is not one of primitives. */
  private final class Elements extends AnnotationVisitor {
    private final Consumer<ElementValue> target;
    private final List<ElementValue> values = new ArrayList<>();

    Elements(Consumer<ElementValue> target) {
      super(Opcodes.ASM9);
      this.target = target;
    }

    @Override
    public void visit(String element, Object value) {
      values.add(literal(value));
    }

    @Override
    public void visitEnum(String element, String descriptor, String constant) {
      values.add(enumConstant(descriptor, constant));
    }

    @Override
    public AnnotationVisitor visitAnnotation(String element, String descriptor) {
      return nested(descriptor, values::add);
    }

    @Override
    public void visitEnd() {
      target.accept(new ElementValue.ArrayValue(values, TableForm.NOWHERE));
    }
  }
}
