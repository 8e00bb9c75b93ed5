package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.ir.GeneratorInput;
import dev.plumbline.analyzer.ir.ProtoFile;
import dev.plumbline.analyzer.ir.ProtoFile.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads Protocol Buffers files (the language guides of proto2, proto3 and editions) as far as
 * generated Java classes depend on them: no numbers, no reserved ranges, no custom options, no
 * extensions.
 */
final class ProtoReader {

  /** Deeper than anybody nests messages; a bound because the text may be hostile. */
  private static final int MAX_DEPTH = 64;

  private final ProtoTokens tokens;
  private final Map<String, String> options = new HashMap<>();
  private final List<ProtoFile.Message> messages = new ArrayList<>();
  private final List<ProtoFile.EnumType> enums = new ArrayList<>();
  private final List<ProtoFile.Service> services = new ArrayList<>();
  private String packageName = "";
  private String syntax = "proto2";

  private ProtoReader(ProtoTokens tokens) {
    this.tokens = tokens;
  }

  static Optional<GeneratorInput> read(String path, String text, Consumer<Problem> problems) {
    try {
      ProtoReader reader = new ProtoReader(new ProtoTokens(text));
      reader.file();
      return Optional.of(
          new ProtoFile(
              path,
              reader.packageName,
              reader.syntax,
              reader.options,
              reader.messages,
              reader.enums,
              reader.services));
    } catch (ProtoTokens.SyntaxException e) {
      problems.accept(
          Problem.inSource(
              "This Protocol Buffers file cannot be read: "
                  + e.getMessage()
                  + "; the classes that are generated from it are unknown to the review.",
              e.span()));
      return Optional.empty();
    }
  }

  private void file() throws ProtoTokens.SyntaxException {
    while (!tokens.atEnd()) {
      switch (tokens.current()) {
        case ";" -> tokens.take();
        case "syntax", "edition" -> {
          tokens.take();
          tokens.expect("=");
          syntax = unquoted(tokens.take());
          tokens.expect(";");
        }
        case "package" -> {
          tokens.take();
          packageName = tokens.take();
          tokens.expect(";");
        }
        case "option" -> option();
        case "message" -> messages.add(message(0));
        case "enum" -> enums.add(enumType());
        case "service" -> services.add(service());
        default -> tokens.skipStatement();
      }
    }
  }

  /** {@code option java_package = "x";} Options of others stand in parentheses. */
  private void option() throws ProtoTokens.SyntaxException {
    tokens.expect("option");
    if (tokens.at("(")) {
      tokens.skipStatement();
      return;
    }
    String name = tokens.take();
    tokens.expect("=");
    if (!tokens.at("{")) {
      options.put(name, unquoted(tokens.current()));
    }
    tokens.skipStatement();
  }

  private static String unquoted(String token) {
    boolean quoted = token.length() > 1 && (token.startsWith("\"") || token.startsWith("'"));
    return quoted ? token.substring(1, token.length() - 1) : token;
  }

  private ProtoFile.Message message(int depth) throws ProtoTokens.SyntaxException {
    tokens.expect("message");
    return body(tokens.take(), depth);
  }

  private ProtoFile.Message body(String name, int depth) throws ProtoTokens.SyntaxException {
    if (depth > MAX_DEPTH) {
      throw tokens.failure("messages are nested too deeply");
    }
    List<ProtoFile.Field> fields = new ArrayList<>();
    List<ProtoFile.Message> nested = new ArrayList<>();
    List<ProtoFile.EnumType> nestedEnums = new ArrayList<>();
    tokens.expect("{");
    while (!tokens.accept("}")) {
      switch (tokens.current()) {
        case ";" -> tokens.take();
        case "message" -> nested.add(message(depth + 1));
        case "enum" -> nestedEnums.add(enumType());
        case "oneof" -> oneof(fields, nested, depth);
        case "option", "reserved", "extensions", "extend" -> tokens.skipStatement();
        default -> field(Optional.empty(), fields, nested, depth);
      }
    }
    return new ProtoFile.Message(name, fields, nested, nestedEnums);
  }

  private void oneof(List<ProtoFile.Field> fields, List<ProtoFile.Message> nested, int depth)
      throws ProtoTokens.SyntaxException {
    tokens.expect("oneof");
    String name = tokens.take();
    tokens.expect("{");
    while (!tokens.accept("}")) {
      if (tokens.at("option")) {
        tokens.skipStatement();
      } else if (!tokens.accept(";")) {
        field(Optional.of(name), fields, nested, depth);
      }
    }
  }

  private void field(
      Optional<String> oneof,
      List<ProtoFile.Field> fields,
      List<ProtoFile.Message> nested,
      int depth)
      throws ProtoTokens.SyntaxException {
    Label label =
        switch (tokens.current()) {
          case "optional" -> Label.OPTIONAL;
          case "required" -> Label.REQUIRED;
          case "repeated" -> Label.REPEATED;
          default -> Label.PLAIN;
        };
    if (label != Label.PLAIN) {
      tokens.take();
    }
    String type = tokens.take();
    if (type.equals("group")) {
      group(oneof, label, fields, nested, depth);
      return;
    }
    String keyType = "";
    if (type.equals("map") && tokens.accept("<")) {
      label = Label.MAP;
      keyType = tokens.take();
      tokens.expect(",");
      type = tokens.take();
      tokens.expect(">");
    }
    fields.add(new ProtoFile.Field(tokens.take(), label, type, keyType, oneof));
    tokens.expect("=");
    tokens.skipStatement();
  }

  /** {@code optional group Result = 1 { … }}: a message and a field of it, named in lower case. */
  private void group(
      Optional<String> oneof,
      Label label,
      List<ProtoFile.Field> fields,
      List<ProtoFile.Message> nested,
      int depth)
      throws ProtoTokens.SyntaxException {
    String name = tokens.take();
    tokens.expect("=");
    while (!tokens.at("{")) {
      tokens.take();
    }
    nested.add(body(name, depth + 1));
    fields.add(
        new ProtoFile.Field(name.toLowerCase(java.util.Locale.ROOT), label, name, "", oneof));
  }

  private ProtoFile.EnumType enumType() throws ProtoTokens.SyntaxException {
    tokens.expect("enum");
    String name = tokens.take();
    List<String> constants = new ArrayList<>();
    tokens.expect("{");
    while (!tokens.accept("}")) {
      if (tokens.at("option") || tokens.at("reserved")) {
        tokens.skipStatement();
      } else if (!tokens.accept(";")) {
        constants.add(tokens.take());
        tokens.expect("=");
        tokens.skipStatement();
      }
    }
    return new ProtoFile.EnumType(name, constants);
  }

  private ProtoFile.Service service() throws ProtoTokens.SyntaxException {
    tokens.expect("service");
    String name = tokens.take();
    List<ProtoFile.Rpc> methods = new ArrayList<>();
    tokens.expect("{");
    while (!tokens.accept("}")) {
      if (tokens.accept("rpc")) {
        methods.add(rpc());
      } else if (!tokens.accept(";")) {
        tokens.skipStatement();
      }
    }
    return new ProtoFile.Service(name, methods);
  }

  private ProtoFile.Rpc rpc() throws ProtoTokens.SyntaxException {
    String name = tokens.take();
    tokens.expect("(");
    boolean requests = stream();
    String request = tokens.take();
    tokens.expect(")");
    tokens.expect("returns");
    tokens.expect("(");
    boolean responses = stream();
    String response = tokens.take();
    tokens.expect(")");
    tokens.skipStatement();
    return new ProtoFile.Rpc(name, request, requests, response, responses);
  }

  /** {@code stream} before a type; a message may be called that too. */
  private boolean stream() throws ProtoTokens.SyntaxException {
    return tokens.at("stream") && tokens.accept("stream") && !tokens.at(")");
  }
}
