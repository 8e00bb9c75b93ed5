package dev.plumbline.analyzer.signature;

import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads the descriptors and generic signatures of class files: JVMS 4.3 and 4.7.9.1. */
final class GenericSignature {

  private final String text;
  private final UnaryOperator<String> canonicalNames;
  private int at;

  /**
   * @param canonicalNames canonical name by internal name ({@code java/util/Map$Entry})
   */
  GenericSignature(String text, UnaryOperator<String> canonicalNames) {
    this.text = text;
    this.canonicalNames = canonicalNames;
  }

  boolean atEnd() {
    return at == text.length();
  }

  /** {@code <T:Ljava/lang/Object;U::Ljava/util/List<TT;>;>}, or nothing. */
  List<TypeVariable> typeVariables() {
    List<TypeVariable> variables = new ArrayList<>();
    if (!accept('<')) {
      return variables;
    }
    while (!accept('>')) {
      int colon = text.indexOf(':', at);
      String name = text.substring(at, colon);
      at = colon;
      List<JavaType> bounds = new ArrayList<>();
      while (accept(':')) {
        // The class bound is empty when the first bound is an interface.
        if (text.charAt(at) != ':') {
          JavaType bound = type();
          if (!bound.is("java.lang.Object")) {
            bounds.add(bound);
          }
        }
      }
      variables.add(new TypeVariable(name, bounds));
    }
    return variables;
  }

  /** The types in parentheses. */
  List<JavaType> parameters() {
    expect('(');
    List<JavaType> parameters = new ArrayList<>();
    while (!accept(')')) {
      parameters.add(type());
    }
    return parameters;
  }

  /** {@code ^Ljava/io/IOException;^TE;} to the end. */
  List<JavaType> thrown() {
    List<JavaType> thrown = new ArrayList<>();
    while (accept('^')) {
      thrown.add(type());
    }
    return thrown;
  }

  JavaType type() {
    char kind = text.charAt(at++);
    switch (kind) {
      case '[':
        JavaType component = type();
        return component.withDimensions(component.dimensions() + 1);
      case 'T':
        int end = text.indexOf(';', at);
        JavaType variable = JavaType.variable(text.substring(at, end));
        at = end + 1;
        return variable;
      case 'L':
        return classType();
      default:
        return primitive(kind);
    }
  }

  private JavaType classType() {
    int start = at;
    StringBuilder name = new StringBuilder();
    List<JavaType> arguments = List.of();
    while (true) {
      char c = text.charAt(at);
      if (c == ';' || c == '<' || c == '.') {
        name.append(text, start, at);
      }
      if (c == ';') {
        at++;
        return new JavaType(
            JavaType.Kind.CLASS, canonicalNames.apply(name.toString()), arguments, 0);
      } else if (c == '<') {
        List<JavaType> ofOuter = arguments;
        arguments = arguments();
        arguments.addAll(ofOuter);
        start = at;
      } else if (c == '.') {
        // An inner class of a parameterized one: its own arguments come before the outer's.
        name.append('$');
        start = ++at;
      } else {
        at++;
      }
    }
  }

  private List<JavaType> arguments() {
    expect('<');
    List<JavaType> arguments = new ArrayList<>();
    while (!accept('>')) {
      if (accept('*')) {
        arguments.add(JavaType.UNKNOWN);
      } else {
        // A wildcard is read as its bound: what comes out of it is at least that.
        if (!accept('+')) {
          accept('-');
        }
        arguments.add(type());
      }
    }
    return arguments;
  }

  private static JavaType primitive(char kind) {
    return switch (kind) {
      case 'B' -> JavaType.primitive("byte");
      case 'C' -> JavaType.primitive("char");
      case 'D' -> JavaType.primitive("double");
      case 'F' -> JavaType.primitive("float");
      case 'I' -> JavaType.INT;
      case 'J' -> JavaType.primitive("long");
      case 'S' -> JavaType.primitive("short");
      case 'V' -> JavaType.VOID;
      case 'Z' -> JavaType.BOOLEAN;
      default -> throw new IllegalArgumentException("not a type descriptor: " + kind);
    };
  }

  private boolean accept(char expected) {
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char expected) {
    if (!accept(expected)) {
      throw new IllegalArgumentException("expected " + expected + " at " + at + " in " + text);
    }
  }
}
