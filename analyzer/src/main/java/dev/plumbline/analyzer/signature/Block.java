package dev.plumbline.analyzer.signature;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.program.ExternalType;
import dev.plumbline.analyzer.program.ExternalType.ExternalField;
import dev.plumbline.analyzer.program.ExternalType.ExternalMethod;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One block of the signature table in memory; see {@link TableForm}. Types are decoded when they
 * are asked for, and share their texts and types. Synchronized: two threads rarely want the same
 * block, and what they get is kept outside.
 */
final class Block {

  private static final ExternalType.Kind[] KINDS = ExternalType.Kind.values();

  private final byte[] bytes;
  private final int[] textPlaces;
  private final String[] texts;
  private final int[] typePlaces;
  private final JavaType[] types;

  private final NameTable names;
  private final int[] recordPlaces;

  Block(byte[] bytes) {
    this.bytes = bytes;
    ByteSource in = new ByteSource(bytes, 0);
    textPlaces = new int[in.number()];
    texts = new String[textPlaces.length];
    for (int i = 0; i < textPlaces.length; i++) {
      textPlaces[i] = in.position();
      in.skip(in.number());
    }
    typePlaces = new int[in.number()];
    types = new JavaType[typePlaces.length];
    for (int i = 0; i < typePlaces.length; i++) {
      typePlaces[i] = in.position();
      skipType(in);
    }
    int count = in.number();
    names = new NameTable(bytes, count);
    recordPlaces = new int[count];
    int offset = 0;
    for (int i = 0; i < count; i++) {
      names.add(textPlaces[in.number()]);
      recordPlaces[i] = offset;
      offset += in.number();
    }
    for (int i = 0; i < count; i++) {
      recordPlaces[i] += in.position();
    }
  }

  /** The names of all types, in the order of the block. */
  List<String> names() {
    return names.names();
  }

  synchronized Optional<ExternalType> find(String canonicalName) {
    int number = names.find(canonicalName);
    return number < 0
        ? Optional.empty()
        : Optional.of(read(canonicalName, new ByteSource(bytes, recordPlaces[number])));
  }

  private ExternalType read(String name, ByteSource in) {
    int flags = in.number();
    List<TypeVariable> variables = variables(in);
    List<JavaType> supertypes = types(in);
    List<AnnotationUse> annotations = annotations(in);
    int fieldCount = in.number();
    Map<String, ExternalField> fields = fieldCount == 0 ? Map.of() : new HashMap<>(fieldCount * 2);
    for (int i = 0; i < fieldCount; i++) {
      String fieldName = text(in.number());
      int fieldFlags = in.number();
      JavaType type = type(in.number());
      Object constant = (fieldFlags & TableForm.HAS_CONSTANT) != 0 ? constant(in).value() : null;
      fields.put(
          fieldName, new ExternalField(type, (fieldFlags & TableForm.STATIC) != 0, constant));
    }
    Map<String, List<ExternalMethod>> methods = methods(in);
    return new ExternalType(
        name,
        KINDS[flags & TableForm.KIND_MASK],
        (flags & TableForm.PUBLIC) != 0,
        (flags & TableForm.HAS_MEMBER_TYPES) != 0,
        variables,
        supertypes,
        methods,
        fields,
        annotations);
  }

  private Map<String, List<ExternalMethod>> methods(ByteSource in) {
    int count = in.number();
    if (count == 0) {
      return Map.of();
    }
    Map<String, List<ExternalMethod>> methods = new HashMap<>(count * 2);
    // Methods of one name stand one behind the other, and most have their name for themselves.
    List<ExternalMethod> sameName = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ExternalMethod method = method(in);
      if (!sameName.isEmpty() && !sameName.get(0).name().equals(method.name())) {
        methods.put(sameName.get(0).name(), List.copyOf(sameName));
        sameName.clear();
      }
      sameName.add(method);
    }
    methods.put(sameName.get(0).name(), List.copyOf(sameName));
    return methods;
  }

  private ExternalMethod method(ByteSource in) {
    String name = text(in.number());
    int flags = in.number();
    boolean generic = (flags & TableForm.HAS_VARIABLES) != 0;
    List<TypeVariable> variables = generic ? variables(in) : List.of();
    List<JavaType> parameters = types(in);
    JavaType result = type(in.number());
    List<JavaType> thrown = (flags & TableForm.HAS_THROWN) != 0 ? types(in) : List.of();
    boolean annotated = (flags & TableForm.HAS_ANNOTATIONS) != 0;
    List<AnnotationUse> annotations = annotated ? annotations(in) : List.of();
    return new ExternalMethod(
        name,
        variables,
        parameters,
        (flags & TableForm.VARIABLE_ARITY) != 0,
        result,
        (flags & TableForm.STATIC) != 0,
        (flags & TableForm.ABSTRACT) != 0,
        thrown,
        annotations);
  }

  private List<TypeVariable> variables(ByteSource in) {
    int count = in.number();
    if (count == 0) {
      return List.of();
    }
    List<TypeVariable> variables = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      variables.add(new TypeVariable(text(in.number()), types(in)));
    }
    return variables;
  }

  private List<JavaType> types(ByteSource in) {
    int count = in.number();
    if (count == 0) {
      return List.of();
    }
    JavaType[] list = new JavaType[count];
    for (int i = 0; i < count; i++) {
      list[i] = type(in.number());
    }
    return List.of(list);
  }

  private JavaType type(int number) {
    JavaType known = types[number];
    if (known == null) {
      known = decode(new ByteSource(bytes, typePlaces[number]));
      types[number] = known;
    }
    return known;
  }

  private JavaType decode(ByteSource in) {
    return switch (in.number()) {
      case TableForm.PRIMITIVE -> JavaType.primitive(text(in.number()));
      case TableForm.VARIABLE -> JavaType.variable(text(in.number()));
      case TableForm.CLASS -> JavaType.of(text(in.number()));
      case TableForm.GENERIC -> new JavaType(JavaType.Kind.CLASS, text(in.number()), types(in), 0);
      case TableForm.ARRAY -> type(in.number()).withDimensions(in.number());
      default -> JavaType.UNKNOWN;
    };
  }

  private static void skipType(ByteSource in) {
    int kind = in.number();
    if (kind == TableForm.UNKNOWN) {
      return;
    }
    in.number();
    if (kind == TableForm.ARRAY) {
      in.number();
    } else if (kind == TableForm.GENERIC) {
      int count = in.number();
      for (int i = 0; i < count; i++) {
        in.number();
      }
    }
  }

  private String text(int number) {
    String known = texts[number];
    if (known == null) {
      known = new ByteSource(bytes, textPlaces[number]).text();
      texts[number] = known;
    }
    return known;
  }

  private List<AnnotationUse> annotations(ByteSource in) {
    int count = in.number();
    if (count == 0) {
      return List.of();
    }
    List<AnnotationUse> annotations = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      annotations.add(annotation(in));
    }
    return annotations;
  }

  private AnnotationUse annotation(ByteSource in) {
    String name = text(in.number());
    int count = in.number();
    Map<String, ElementValue> elements = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      elements.put(text(in.number()), value(in));
    }
    return new AnnotationUse(name, elements, TableForm.NOWHERE);
  }

  private ElementValue value(ByteSource in) {
    int start = in.position();
    switch (in.number()) {
      case TableForm.NAME:
        return new ElementValue.NameValue(
            List.of(text(in.number()).split("\\.")), TableForm.NOWHERE);
      case TableForm.LIST:
        int count = in.number();
        List<ElementValue> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
          elements.add(value(in));
        }
        return new ElementValue.ArrayValue(elements, TableForm.NOWHERE);
      case TableForm.ANNOTATION:
        return new ElementValue.AnnotationValue(annotation(in), TableForm.NOWHERE);
      default:
        in.skip(start - in.position());
        return new ElementValue.LiteralValue(constant(in), TableForm.NOWHERE);
    }
  }

  private Literal constant(ByteSource in) {
    switch (in.number()) {
      case TableForm.BOOLEAN:
        return Literal.bool(in.number() != 0);
      case TableForm.CHAR:
        return new Literal(Literal.Kind.CHAR, (char) in.number());
      case TableForm.INT:
        return Literal.integer(in.number());
      case TableForm.LONG:
        return new Literal(Literal.Kind.LONG, in.longNumber());
      case TableForm.FLOAT:
        return new Literal(Literal.Kind.FLOAT, Float.intBitsToFloat(in.number()));
      case TableForm.DOUBLE:
        return new Literal(Literal.Kind.DOUBLE, Double.longBitsToDouble(in.longNumber()));
      case TableForm.STRING:
        return Literal.string(text(in.number()));
      case TableForm.CLASS_LITERAL:
        String name = text(in.number());
        TypeRef type =
            name.indexOf('.') < 0 && Character.isLowerCase(name.charAt(0))
                ? (name.equals("void") ? TypeRef.VOID : TypeRef.primitive(name))
                : TypeRef.named(name);
        return new Literal(Literal.Kind.CLASS, type.withDimensions(in.number()));
      default:
        throw new IllegalStateException("the signature table is damaged");
    }
  }
}
