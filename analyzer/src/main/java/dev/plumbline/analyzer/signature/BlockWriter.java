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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes one block of the signature table; see {@link TableForm}. */
final class BlockWriter {

  private final Map<String, Integer> textNumbers = new HashMap<>();
  private final ByteSink texts = new ByteSink();
  private final Map<JavaType, Integer> typeNumbers = new HashMap<>();
  private final ByteSink types = new ByteSink();
  private final ByteSink directory = new ByteSink();
  private final ByteSink records = new ByteSink();
  private int count;

  /** Size of the records so far, in bytes. */
  int size() {
    return records.size();
  }

  void add(ExternalType type) {
    ByteSink record = new ByteSink();
    record.number(
        type.kind().ordinal()
            | (type.isPublic() ? TableForm.PUBLIC : 0)
            | (type.hasMemberTypes() ? TableForm.HAS_MEMBER_TYPES : 0));
    variables(type.typeVariables(), record);
    types(type.supertypes(), record);
    annotations(type.annotations(), record);
    Map<String, ExternalField> fields = new TreeMap<>(type.fields());
    record.number(fields.size());
    fields.forEach((name, field) -> field(name, field, record));
    List<ExternalMethod> methods =
        new TreeMap<>(type.methods()).values().stream().flatMap(List::stream).toList();
    record.number(methods.size());
    methods.forEach(method -> method(method, record));
    directory.number(text(type.name()));
    directory.number(record.size());
    records.append(record);
    count++;
  }

  byte[] toByteArray() {
    ByteSink block = new ByteSink();
    block.number(textNumbers.size());
    block.append(texts);
    block.number(typeNumbers.size());
    block.append(types);
    block.number(count);
    block.append(directory);
    block.append(records);
    return block.toByteArray();
  }

  private void field(String name, ExternalField field, ByteSink out) {
    out.number(text(name));
    out.number(
        (field.isStatic() ? TableForm.STATIC : 0)
            | (field.constant() != null ? TableForm.HAS_CONSTANT : 0));
    out.number(type(field.type()));
    if (field.constant() != null) {
      constant(field.constant(), out);
    }
  }

  private void method(ExternalMethod method, ByteSink out) {
    out.number(text(method.name()));
    out.number(
        (method.isStatic() ? TableForm.STATIC : 0)
            | (method.isAbstract() ? TableForm.ABSTRACT : 0)
            | (method.variableArity() ? TableForm.VARIABLE_ARITY : 0)
            | (method.typeVariables().isEmpty() ? 0 : TableForm.HAS_VARIABLES)
            | (method.thrown().isEmpty() ? 0 : TableForm.HAS_THROWN)
            | (method.annotations().isEmpty() ? 0 : TableForm.HAS_ANNOTATIONS));
    if (!method.typeVariables().isEmpty()) {
      variables(method.typeVariables(), out);
    }
    types(method.parameters(), out);
    out.number(type(method.returnType()));
    if (!method.thrown().isEmpty()) {
      types(method.thrown(), out);
    }
    if (!method.annotations().isEmpty()) {
      annotations(method.annotations(), out);
    }
  }

  private void variables(List<TypeVariable> variables, ByteSink out) {
    out.number(variables.size());
    for (TypeVariable variable : variables) {
      out.number(text(variable.name()));
      types(variable.bounds(), out);
    }
  }

  private void types(List<JavaType> list, ByteSink out) {
    out.number(list.size());
    list.forEach(type -> out.number(type(type)));
  }

  private int type(JavaType type) {
    Integer known = typeNumbers.get(type);
    if (known != null) {
      return known;
    }
    ByteSink entry = new ByteSink();
    if (type.isArray()) {
      entry.number(TableForm.ARRAY);
      entry.number(type(type.withDimensions(0)));
      entry.number(type.dimensions());
    } else if (type.kind() == JavaType.Kind.PRIMITIVE) {
      entry.number(TableForm.PRIMITIVE);
      entry.number(text(type.name()));
    } else if (type.kind() == JavaType.Kind.VARIABLE) {
      entry.number(TableForm.VARIABLE);
      entry.number(text(type.name()));
    } else if (type.kind() == JavaType.Kind.CLASS) {
      entry.number(type.arguments().isEmpty() ? TableForm.CLASS : TableForm.GENERIC);
      entry.number(text(type.name()));
      if (!type.arguments().isEmpty()) {
        types(type.arguments(), entry);
      }
    } else {
      entry.number(TableForm.UNKNOWN);
    }
    // Its parts have their numbers by now, so that a reader meets them first.
    int number = typeNumbers.size();
    typeNumbers.put(type, number);
    types.append(entry);
    return number;
  }

  private int text(String text) {
    Integer known = textNumbers.get(text);
    if (known != null) {
      return known;
    }
    int number = textNumbers.size();
    textNumbers.put(text, number);
    texts.text(text);
    return number;
  }

  private void annotations(List<AnnotationUse> annotations, ByteSink out) {
    out.number(annotations.size());
    annotations.forEach(annotation -> annotation(annotation, out));
  }

  private void annotation(AnnotationUse annotation, ByteSink out) {
    out.number(text(annotation.name()));
    out.number(annotation.elements().size());
    annotation
        .elements()
        .forEach(
            (name, value) -> {
              out.number(text(name));
              value(value, out);
            });
  }

  private void value(ElementValue value, ByteSink out) {
    if (value instanceof ElementValue.NameValue name) {
      out.number(TableForm.NAME);
      out.number(text(String.join(".", name.path())));
    } else if (value instanceof ElementValue.ArrayValue array) {
      out.number(TableForm.LIST);
      out.number(array.elements().size());
      array.elements().forEach(element -> value(element, out));
    } else if (value instanceof ElementValue.AnnotationValue nested) {
      out.number(TableForm.ANNOTATION);
      annotation(nested.annotation(), out);
    } else if (value instanceof ElementValue.LiteralValue literal) {
      constant(literal.literal(), out);
    } else {
      throw new IllegalArgumentException("no class file has this value: " + value);
    }
  }

  private void constant(Literal literal, ByteSink out) {
    if (literal.value() instanceof TypeRef type) {
      out.number(TableForm.CLASS_LITERAL);
      out.number(text(type.name()));
      out.number(type.dimensions());
    } else {
      constant(literal.value(), out);
    }
  }

  private void constant(Object value, ByteSink out) {
    if (value instanceof Boolean bool) {
      out.number(TableForm.BOOLEAN);
      out.number(bool ? 1 : 0);
    } else if (value instanceof Character character) {
      out.number(TableForm.CHAR);
      out.number(character);
    } else if (value instanceof Long number) {
      out.number(TableForm.LONG);
      out.number(number);
    } else if (value instanceof Float number) {
      out.number(TableForm.FLOAT);
      out.number(Integer.toUnsignedLong(Float.floatToRawIntBits(number)));
    } else if (value instanceof Double number) {
      out.number(TableForm.DOUBLE);
      out.number(Double.doubleToRawLongBits(number));
    } else if (value instanceof String text) {
      out.number(TableForm.STRING);
      out.number(text(text));
    } else {
      out.number(TableForm.INT);
      out.number(Integer.toUnsignedLong(((Number) value).intValue()));
    }
  }
}
