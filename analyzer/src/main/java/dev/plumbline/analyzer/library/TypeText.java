package dev.plumbline.analyzer.library;

import dev.plumbline.analyzer.program.ExternalType;
import dev.plumbline.analyzer.program.ExternalType.ExternalMethod;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads types as the library data write them: {@code java.util.Optional<T>}, {@code long[]}. */
final class TypeText {

  private final String text;
  private final List<String> variables;
  private int at;

  private TypeText(String text, List<String> variables) {
    this.text = text;
    this.variables = variables;
  }

  /**
   * @throws IllegalArgumentException when the text is not a type
   */
  static JavaType parse(String text, List<String> variables) {
    TypeText reader = new TypeText(text.replace(" ", ""), variables);
    JavaType type = reader.type();
    if (reader.at != reader.text.length()) {
      throw new IllegalArgumentException("not a type: " + text);
    }
    return type;
  }

  static ExternalType externalType(TypeModel model) {
    Map<String, List<ExternalMethod>> methods = new HashMap<>();
    model
        .returns()
        .forEach(
            (name, result) ->
                methods.put(
                    name,
                    List.of(
                        ExternalMethod.of(
                            name, null, parse(result, model.typeParameters()), false))));
    return new ExternalType(
        model.name(),
        model.isInterface() ? ExternalType.Kind.INTERFACE : ExternalType.Kind.CLASS,
        true,
        model.typeParameters().stream().map(TypeVariable::unbounded).toList(),
        model.supertypes().stream().map(s -> parse(s, model.typeParameters())).toList(),
        methods,
        Map.of(),
        List.of());
  }

  private JavaType type() {
    int start = at;
    while (at < text.length()
        && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    String name = text.substring(start, at);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("not a type: " + text);
    }
    List<JavaType> arguments = new ArrayList<>();
    if (at < text.length() && text.charAt(at) == '<') {
      do {
        at++;
        arguments.add(type());
      } while (at < text.length() && text.charAt(at) == ',');
      if (at >= text.length() || text.charAt(at) != '>') {
        throw new IllegalArgumentException("not a type: " + text);
      }
      at++;
    }
    int dimensions = 0;
    while (text.startsWith("[]", at)) {
      dimensions++;
      at += 2;
    }
    if (variables.contains(name)) {
      return JavaType.variable(name).withDimensions(dimensions);
    }
    JavaType plain =
        name.indexOf('.') < 0
            ? JavaType.primitive(name)
            : new JavaType(JavaType.Kind.CLASS, name, arguments, 0);
    return plain.withDimensions(dimensions);
  }
}
