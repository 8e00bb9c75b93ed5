package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text-making methods of the JDK and their likes, by their meaning. */
final class TextCalls {

  private static final Set<String> BUILDERS =
      Set.of(
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.util.StringJoiner",
          "java.io.StringWriter",
          "org.apache.commons.lang3.text.StrBuilder",
          "org.apache.commons.text.TextStringBuilder");

  /** Specifiers of java.util.Formatter; the text between them is kept. */
  private static final Pattern SPECIFIER =
      Pattern.compile("%(?:(\\d+)\\$)?[-#+ 0,(<]*\\d*(?:\\.\\d+)?([a-zA-Z%])");

  private static final Pattern MESSAGE_ARGUMENT = Pattern.compile("\\{(\\d+)[^}]*}");

  /** Methods that give back (a part of) the text that they are called on. */
  private static final Set<String> KEEPING =
      Set.of(
          "toString",
          "trim",
          "strip",
          "stripLeading",
          "stripTrailing",
          "stripIndent",
          "substring",
          "intern",
          "repeat",
          "indent",
          "translateEscapes");

  private final ValueAnalysis analysis;

  TextCalls(ValueAnalysis analysis) {
    this.analysis = analysis;
  }

  /** What a new text builder holds, or {@code null} when the type is none. */
  static Value initial(JavaType type, List<Value> arguments, Location at) {
    if (!type.isClass() || !BUILDERS.contains(type.name())) {
      return null;
    }
    boolean joiner = type.name().endsWith("StringJoiner");
    if (joiner) {
      // The separator, prefix and suffix stand between and around what is added.
      return Values.mixture(arguments.stream().filter(a -> a != null).toList(), at);
    }
    boolean text =
        arguments.size() == 1
            && !(arguments.get(0) instanceof Value.Constant constant
                && constant.literal().kind() == Literal.Kind.INT)
            && !(arguments.get(0) instanceof Value.Unknown unknown
                && unknown.type().kind() == JavaType.Kind.PRIMITIVE);
    return text && arguments.get(0) != null ? arguments.get(0) : Value.Constant.of("");
  }

  /** The result, or {@code null} when the call is none of these. */
  Value call(
      Instruction.Call call,
      CallTarget target,
      Value receiver,
      List<Value> arguments,
      State state,
      Location at) {
    if (receiver instanceof Value.Builder builder
        && !(state.read(receiver) instanceof Value.Elements)) {
      return builder(call.name(), builder, arguments, state, at);
    }
    if (target.isStatic()) {
      return statics(target, arguments, at);
    }
    Value text = state.read(receiver);
    if (isText(text, target)) {
      return text(call.name(), text, arguments, at);
    }
    return null;
  }

  private boolean isText(Value value, CallTarget target) {
    return target.receiver().isString()
        || value instanceof Value.Text
        || value instanceof Value.Repeat
        || value instanceof Value.Constant constant
            && constant.literal().kind() == Literal.Kind.STRING;
  }

  private Value builder(
      String name, Value.Builder builder, List<Value> arguments, State state, Location at) {
    Value content = state.read(builder);
    switch (name) {
      case "append", "add", "write", "appendln", "insert":
        List<Value> parts = new ArrayList<>();
        if (!name.equals("insert")) {
          parts.add(content);
        }
        parts.addAll(added(name, arguments));
        if (name.equals("insert")) {
          parts.add(content);
        }
        // Where in the text something is inserted is not tracked: it is taken as the front.
        parts.removeIf(part -> part == null);
        state.write(builder.site(), Values.concat(parts, at));
        return builder;
      case "reverse", "delete", "deleteCharAt", "ensureCapacity", "trimToSize", "setEmptyValue":
        return builder;
      case "setLength":
        boolean emptied =
            arguments.get(0) instanceof Value.Constant constant
                && Integer.valueOf(0).equals(constant.literal().value());
        if (emptied) {
          state.write(builder.site(), Value.Constant.of(""));
        }
        return builder;
      case "replace", "setCharAt":
        if (!arguments.isEmpty() && arguments.get(arguments.size() - 1) != null) {
          state.write(
              builder.site(), Values.concat(content, arguments.get(arguments.size() - 1), at));
        }
        return builder;
      case "toString", "substring", "subSequence", "build":
        return content;
      default:
        return null;
    }
  }

  private static List<Value> added(String name, List<Value> arguments) {
    if (name.equals("insert")) {
      return arguments.size() > 1 ? arguments.subList(1, 2) : List.of();
    }
    return arguments.isEmpty() ? List.of() : arguments.subList(0, 1);
  }

  private Value text(String name, Value text, List<Value> arguments, Location at) {
    if (KEEPING.contains(name)) {
      return text;
    }
    switch (name) {
      case "concat":
        return arguments.get(0) == null ? text : Values.concat(text, arguments.get(0), at);
      case "formatted":
        return format(text, arguments, at);
      case "toLowerCase":
        return Values.constantText(text)
            .<Value>map(t -> Value.Constant.of(t.toLowerCase(Locale.ROOT)))
            .orElse(text);
      case "toUpperCase":
        return Values.constantText(text)
            .<Value>map(t -> Value.Constant.of(t.toUpperCase(Locale.ROOT)))
            .orElse(text);
      case "replace", "replaceAll", "replaceFirst":
        return replace(name, text, arguments, at);
      case "split", "lines", "chars":
        return new Value.Elements(text);
      default:
        return null;
    }
  }

  private static Value replace(String name, Value text, List<Value> arguments, Location at) {
    if (arguments.size() != 2) {
      return text;
    }
    String from = Values.constantText(arguments.get(0)).orElse(null);
    String to = Values.constantText(arguments.get(1)).orElse(null);
    String constant = Values.constantText(text).orElse(null);
    if (name.equals("replace") && from != null && to != null && constant != null) {
      return Value.Constant.of(constant.replace(from, to));
    }
    if (isIdentifierFilter(name, from, to)) {
      // Everything but the letters of a name is thrown away: what is left cannot leave its place.
      return text instanceof Value.Unknown unknown ? unknown.harmless() : text;
    }
    List<Value> parts = new ArrayList<>(List.of(text));
    if (arguments.get(1) != null) {
      parts.add(arguments.get(1));
    }
    return Values.concat(parts, at);
  }

  private static final Pattern IDENTIFIER_FILTER =
      Pattern.compile("(\\[\\^[\\w\\\\\\-.]+]|\\\\W)[+*]?");

  /** {@code replaceAll("[^A-Za-z0-9_]", "")} and {@code replaceAll("\\W+", "")}. */
  private static boolean isIdentifierFilter(String name, String pattern, String replacement) {
    return name.equals("replaceAll")
        && pattern != null
        && replacement != null
        && (replacement.isEmpty() || replacement.equals("_"))
        && IDENTIFIER_FILTER.matcher(pattern).matches();
  }

  private Value statics(CallTarget target, List<Value> arguments, Location at) {
    JavaType owner = target.receiver();
    if (owner.isString()) {
      switch (target.name()) {
        case "format":
          boolean locale =
              arguments.size() > 1
                  && !(arguments.get(0) instanceof Value.Constant)
                  && arguments.get(0) instanceof Value.Unknown unknown
                  && unknown.type().is("java.util.Locale");
          int from = locale ? 1 : 0;
          return arguments.size() <= from
              ? null
              : format(arguments.get(from), arguments.subList(from + 1, arguments.size()), at);
        case "valueOf", "copyValueOf":
          return arguments.isEmpty() || arguments.get(0) instanceof Value.Elements
              ? null
              : arguments.get(0);
        case "join":
          return join(arguments, at);
        default:
          return null;
      }
    }
    boolean nullable =
        owner.is("java.util.Objects")
            && (target.name().startsWith("requireNonNull") || target.name().equals("toString"));
    if (nullable && !arguments.isEmpty()) {
      return target.name().endsWith("Else") && arguments.size() > 1
          ? Values.join(arguments.get(0), arguments.get(1), at)
          : arguments.get(0);
    }
    if (owner.is("java.text.MessageFormat") && target.name().equals("format")) {
      return arguments.isEmpty()
          ? null
          : fill(MESSAGE_ARGUMENT, arguments.get(0), arguments.subList(1, arguments.size()), at);
    }
    if (owner.simpleName().equals("StringUtils")) {
      return stringUtils(target.name(), arguments, at);
    }
    return null;
  }

  /** Commons Lang, Spring and their many namesakes agree on these. */
  private Value stringUtils(String name, List<Value> arguments, Location at) {
    switch (name) {
      case "join",
      "collectionToDelimitedString",
      "collectionToCommaDelimitedString",
      "arrayToDelimitedString",
      "arrayToCommaDelimitedString":
        List<Value> atoms = new ArrayList<>();
        for (Value argument : arguments) {
          if (argument == null) {
            return null;
          }
          Values.forEachAtom(argument, atoms::add);
        }
        return Values.mixture(atoms, at);
      case "trim",
      "strip",
      "trimToEmpty",
      "trimToNull",
      "lowerCase",
      "upperCase",
      "capitalize",
      "uncapitalize",
      "removeEnd",
      "removeStart",
      "substringBefore",
      "substringAfter",
      "substringBeforeLast",
      "substringAfterLast",
      "left",
      "right",
      "chop",
      "repeat":
        return arguments.isEmpty() || arguments.get(0) instanceof Value.Elements
            ? null
            : arguments.get(0);
      default:
        return null;
    }
  }

  private static Value join(List<Value> arguments, Location at) {
    List<Value> atoms = new ArrayList<>();
    for (Value argument : arguments) {
      if (argument == null) {
        return null;
      }
      Values.forEachAtom(argument, atoms::add);
    }
    return Values.mixture(atoms, at);
  }

  /** {@code format} with its specifiers replaced by the arguments. */
  private Value format(Value format, List<Value> arguments, Location at) {
    return fill(SPECIFIER, format, arguments, at);
  }

  private Value fill(Pattern pattern, Value format, List<Value> arguments, Location at) {
    List<Value> spread = spread(arguments);
    String text = Values.constantText(format).orElse(null);
    if (text == null || spread == null) {
      List<Value> atoms = new ArrayList<>();
      Values.forEachAtom(format, atoms::add);
      arguments.forEach(argument -> Values.forEachAtom(argument, atoms::add));
      return Values.mixture(atoms, at);
    }
    List<Value> parts = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int end = 0;
    int next = 0;
    while (matcher.find()) {
      parts.add(Value.Constant.of(text.substring(end, matcher.start())));
      end = matcher.end();
      String conversion = matcher.groupCount() > 1 ? matcher.group(2) : "s";
      if (conversion.equals("%")) {
        parts.add(Value.Constant.of("%"));
        continue;
      }
      if (conversion.equals("n")) {
        parts.add(Value.Constant.of("\n"));
        continue;
      }
      int index = matcher.group(1) == null ? next++ : index(pattern, matcher.group(1));
      if (index >= 0 && index < spread.size() && spread.get(index) != null) {
        parts.add(converted(conversion, spread.get(index)));
      }
    }
    parts.add(Value.Constant.of(text.substring(end)));
    return Values.concat(parts, at);
  }

  private static int index(Pattern pattern, String digits) {
    // Formatter counts from 1, MessageFormat from 0.
    int number = digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    return pattern == SPECIFIER ? number - 1 : number;
  }

  private static Value converted(String conversion, Value value) {
    boolean number = "dfxXoeEgGbBhHtT".contains(conversion);
    return number && value instanceof Value.Unknown unknown
        ? new Value.Unknown(
            unknown.origin(), JavaType.INT, unknown.description(), unknown.location())
        : value;
  }

  /** The arguments one by one; {@code null} when an array hides how many there are. */
  private static List<Value> spread(List<Value> arguments) {
    return arguments.size() == 1 && arguments.get(0) instanceof Value.Elements ? null : arguments;
  }
}
