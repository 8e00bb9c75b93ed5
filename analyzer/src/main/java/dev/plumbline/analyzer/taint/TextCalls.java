package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Methods of strings and of what builds strings: constants are computed, parts of a text keep their
 * places, and tests prove what they test.
 */
final class TextCalls {

  private static final Set<String> BUILDERS =
      Set.of(
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.util.StringJoiner",
          "java.io.StringWriter",
          "java.io.CharArrayWriter",
          "org.apache.commons.text.TextStringBuilder",
          "org.apache.commons.text.StrBuilder",
          "org.apache.commons.lang3.text.StrBuilder",
          "org.apache.commons.lang.text.StrBuilder");

  private static final Set<String> BOXES =
      Set.of(
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Short",
          "java.lang.Byte",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Boolean");

  /** Methods that give back the text as it is, as far as its parts go. */
  private static final Set<String> KEEPING =
      Set.of(
          "toString",
          "trim",
          "strip",
          "stripLeading",
          "stripTrailing",
          "stripIndent",
          "intern",
          "indent",
          "translateEscapes",
          "describeConstable");

  private static final Pattern PLACEHOLDER =
      Pattern.compile("%(?:(\\d+)\\$)?[-#+ 0,(<]*\\d*(?:\\.\\d+)?([a-zA-Z%])");
  private static final Pattern MESSAGE_ARGUMENT = Pattern.compile("\\{(\\d+)[^}]*}");

  private final Context context;
  private final Reader reader;
  private final Transfer transfer;
  private final CodeBody body;

  TextCalls(Context context, Transfer transfer, CodeBody body) {
    this.context = context;
    this.reader = context.reader();
    this.transfer = transfer;
    this.body = body;
  }

  static boolean isBuilder(JavaType type) {
    return type.isClass() && BUILDERS.contains(type.name());
  }

  /** What a new text or text builder is, or {@code null} when the type is none. */
  Val create(JavaType type, List<Val> arguments, int number, Instruction site, State state) {
    if (isBuilder(type)) {
      Val text = Val.EMPTY;
      if (type.name().equals("java.util.StringJoiner")) {
        text = arguments.size() == 3 ? reader.text(arguments.get(1), state) : Val.EMPTY;
      } else if (arguments.size() == 1 && !isNumber(arguments.get(0))) {
        text = reader.text(arguments.get(0), state);
      }
      return transfer.allocate(
          number, Obj.fresh(type).with(Obj.TEXT, text == null ? Val.EMPTY : text), state);
    }
    if (type.isString()) {
      return arguments.isEmpty() ? Val.EMPTY : fromBytes(arguments.get(0), number, state);
    }
    return null;
  }

  private Val fromBytes(Val value, int number, State state) {
    if (value instanceof Val.Const || value instanceof Val.Text || value == null) {
      return value;
    }
    Val text = reader.text(value, state);
    if (text instanceof Val.Atom atom && !atom.type().isString()) {
      return new Val.Atom(Id.made(number, 1), JavaType.STRING, atom.taints());
    }
    return text;
  }

  private boolean isNumber(Val value) {
    return value instanceof Val.Const constant && constant.value() instanceof Number
        || value instanceof Val.Atom atom
            && atom.type().kind() == JavaType.Kind.PRIMITIVE
            && !atom.type().isArray();
  }

  /**
   * @return {@code null} when the call is none of these
   */
  CallTransfer.Outcome call(
      Instruction site,
      int number,
      CallTarget target,
      Val receiver,
      List<Val> arguments,
      State state) {
    if (receiver != null) {
      CallTransfer.Outcome built = onBuilder(site, number, target, receiver, arguments, state);
      if (built != null) {
        return built;
      }
      if (target.owner().isString()
          || target.receiver().isString()
          || isText(receiver) && !target.receiver().isKnown()
          || target.owner().name().equals("java.lang.CharSequence")
          || isText(receiver)) {
        Val result = onText(site, number, target, reader.text(receiver, state), arguments, state);
        return result == null ? null : new CallTransfer.Outcome(result);
      }
      if (target.name().equals("equals") && arguments.size() == 1) {
        return new CallTransfer.Outcome(equal(receiver, arguments.get(0), state));
      }
      if (target.name().equals("toString")
          && arguments.isEmpty()
          && receiver instanceof Val.Const) {
        return new CallTransfer.Outcome(new Val.Const(Join.text((Val.Const) receiver)));
      }
      if (receiver instanceof Val.Const constant
          && constant.value() instanceof Number
          && Set.of("intValue", "longValue", "shortValue", "byteValue").contains(target.name())) {
        return new CallTransfer.Outcome(receiver);
      }
      if (receiver instanceof Val.Const constant
          && constant.value() instanceof Boolean
          && target.name().equals("booleanValue")) {
        return new CallTransfer.Outcome(receiver);
      }
      if (receiver instanceof Val.Const constant
          && constant.value() instanceof dev.plumbline.analyzer.program.ConstantValue.EnumName name
          && target.name().equals("name")) {
        return new CallTransfer.Outcome(new Val.Const(name.name()));
      }
      return null;
    }
    Val result = statics(site, number, target, arguments, state);
    return result == null ? null : new CallTransfer.Outcome(result);
  }

  private static boolean isText(Val value) {
    return value instanceof Val.Text
        || value instanceof Val.Repeat
        || value instanceof Val.Const constant && constant.isText();
  }

  // ---- builders

  private CallTransfer.Outcome onBuilder(
      Instruction site,
      int number,
      CallTarget target,
      Val receiver,
      List<Val> arguments,
      State state) {
    if (receiver instanceof Val.Choice choice
        && choice.options().stream().allMatch(o -> holdsText(o, target, state))) {
      Val result = null;
      for (Val option : choice.options()) {
        Val before = textOf(option, state);
        CallTransfer.Outcome each = onBuilder(site, number, target, option, arguments, state);
        if (each == null) {
          return null;
        }
        result = Join.of(result, each.value());
        // It may be another one that was meant.
        reader.store(option, Obj.TEXT, Join.of(before, textOf(option, state)), state);
      }
      return new CallTransfer.Outcome(result);
    }
    if (!holdsText(receiver, target, state)) {
      return null;
    }
    Val content = textOf(receiver, state);
    List<Val> texts = new ArrayList<>();
    for (Val argument : arguments) {
      Val text = argument == null ? null : reader.text(argument, state);
      texts.add(text);
    }
    Trace joined = Trace.step(null, body, site, null);
    switch (target.name()) {
      case "append", "write", "appendln", "print", "println", "appendCodePoint", "append0", "add":
        if (texts.isEmpty()) {
          return new CallTransfer.Outcome(receiver);
        }
        List<Val> parts = new ArrayList<>();
        parts.add(content);
        boolean joiner = target.receiver().name().equals("java.util.StringJoiner");
        if (joiner) {
          parts.add(new Val.Const(","));
        }
        if (texts.get(0) != null) {
          parts.add(texts.get(0));
        }
        put(receiver, Join.concat(parts, joined), state);
        return new CallTransfer.Outcome(receiver);
      case "insert":
        Val at = arguments.get(0);
        Val inserted = texts.size() > 1 ? texts.get(1) : null;
        boolean front =
            at instanceof Val.Const constant && Integer.valueOf(0).equals(constant.value());
        if (inserted != null) {
          put(
              receiver,
              front
                  ? Join.concat(List.of(inserted, content), joined)
                  : content instanceof Val.Const one
                          && inserted instanceof Val.Const other
                          && at instanceof Val.Const where
                      ? insert(one, where, other)
                      : Join.concat(List.of(content, inserted), joined),
              state);
        }
        return new CallTransfer.Outcome(receiver);
      case "setLength", "delete":
        boolean emptied =
            arguments.size() == 1
                ? isZero(arguments.get(0))
                : arguments.size() == 2
                    && isZero(arguments.get(0))
                    && !(arguments.get(1) instanceof Val.Const);
        if (emptied && target.name().equals("setLength")) {
          put(receiver, Val.EMPTY, state);
        } else if (content instanceof Val.Const constant && constantArguments(arguments) != null) {
          put(receiver, edited(constant, target.name(), constantArguments(arguments)), state);
        } else if (emptied) {
          put(receiver, Val.EMPTY, state);
        }
        return new CallTransfer.Outcome(receiver);
      case "reverse",
      "deleteCharAt",
      "ensureCapacity",
      "trimToSize",
      "setEmptyValue",
      "flush",
      "close":
        if (content instanceof Val.Const constant && constantArguments(arguments) != null) {
          put(receiver, edited(constant, target.name(), constantArguments(arguments)), state);
        }
        return new CallTransfer.Outcome(receiver);
      case "replace", "setCharAt":
        Val last = texts.get(texts.size() - 1);
        if (content instanceof Val.Const constant && constantArguments(arguments) != null) {
          put(receiver, edited(constant, target.name(), constantArguments(arguments)), state);
        } else if (last != null) {
          put(receiver, Join.concat(List.of(content, last), joined), state);
        }
        return new CallTransfer.Outcome(receiver);
      case "toString", "build", "getBuffer":
        return new CallTransfer.Outcome(content);
      case "equals", "hashCode", "getClass":
        return null;
      default:
        Val result = onText(site, number, target, content, arguments, state);
        return result == null ? null : new CallTransfer.Outcome(result);
    }
  }

  private static boolean isZero(Val value) {
    return value instanceof Val.Const constant && Integer.valueOf(0).equals(constant.value());
  }

  private static Val insert(Val.Const text, Val.Const at, Val.Const inserted) {
    StringBuilder builder = new StringBuilder(Join.text(text));
    int index = at.value() instanceof Integer i ? i : 0;
    return index < 0 || index > builder.length()
        ? text
        : new Val.Const(builder.insert(index, Join.text(inserted)).toString());
  }

  private static Val edited(Val.Const text, String method, List<Object> arguments) {
    StringBuilder builder = new StringBuilder(Join.text(text));
    try {
      switch (method) {
        case "reverse" -> builder.reverse();
        case "deleteCharAt" -> builder.deleteCharAt((Integer) arguments.get(0));
        case "setLength" -> builder.setLength((Integer) arguments.get(0));
        case "delete" -> builder.delete((Integer) arguments.get(0), (Integer) arguments.get(1));
        case "setCharAt" ->
            builder.setCharAt((Integer) arguments.get(0), (Character) arguments.get(1));
        case "replace" ->
            builder.replace(
                (Integer) arguments.get(0), (Integer) arguments.get(1), (String) arguments.get(2));
        default -> {
          return text;
        }
      }
    } catch (ClassCastException | IndexOutOfBoundsException thrownAtRunTime) {
      return text;
    }
    return builder.length() > 60_000 ? text : new Val.Const(builder.toString());
  }

  private boolean holdsText(Val value, CallTarget target, State state) {
    if (!(value instanceof Val.Atom atom)) {
      return false;
    }
    Obj object = state.object(atom.id());
    if (object != null && object.slot(Obj.TEXT) != null) {
      return true;
    }
    return (object == null || !object.fresh())
        && (isBuilder(target.receiver()) || isBuilder(atom.type()));
  }

  private Val textOf(Val builder, State state) {
    Val.Atom atom = (Val.Atom) builder;
    Obj object = state.object(atom.id());
    Val text = object == null ? null : object.slot(Obj.TEXT);
    if (text != null) {
      return text;
    }
    // What a builder holds that comes from outside is not the builder, which will hold more.
    Id id = atom.id().field(Obj.TEXT);
    List<Taint> taints = state.taints(atom);
    if (id.equals(atom.id()) || !atom.id().isInput()) {
      return new Val.Atom(Id.made(-3, id.hashCode()), JavaType.STRING, taints);
    }
    List<Taint> own = List.of(new Taint(id, 0, 0, true, null));
    for (Taint taint : taints) {
      if (taint.origin() instanceof Source) {
        own = Join.taints(own, List.of(taint));
      }
    }
    return new Val.Atom(id, JavaType.STRING, own);
  }

  private void put(Val builder, Val text, State state) {
    Val.Atom atom = (Val.Atom) builder;
    Obj object = state.object(atom.id());
    boolean many = object != null && object.many();
    reader.store(builder, Obj.TEXT, many ? Join.of(object.slot(Obj.TEXT), text) : text, state);
  }

  // ---- strings

  private Val onText(
      Instruction site, int number, CallTarget target, Val text, List<Val> arguments, State state) {
    if (text instanceof Val.Choice choice
        && choice.options().size() <= Join.MAX_OPTIONS
        && choice.options().stream().anyMatch(o -> o instanceof Val.Const)
        && !isTest(target)) {
      Val result = null;
      for (Val option : choice.options()) {
        if (Val.NULL.equals(option)) {
          continue;
        }
        Val each = onText(site, number, target, option, arguments, state);
        if (each == null) {
          return null;
        }
        result = Join.of(result, each);
      }
      return result;
    }
    String name = target.name();
    if (text instanceof Val.Const constant && constant.isText()) {
      List<Object> known = constantArguments(arguments);
      if (known != null) {
        Val folded = StringFolding.call((String) constant.value(), name, known);
        if (folded != null) {
          return folded;
        }
      }
    }
    Trace joined = Trace.step(null, body, site, null);
    switch (name) {
      case "concat":
        return arguments.get(0) == null
            ? text
            : Join.concat(List.of(text, reader.text(arguments.get(0), state)), joined);
      case "formatted":
        return format(text, arguments, number, state, joined);
      case "equals", "contentEquals", "equalsIgnoreCase":
        return arguments.isEmpty() ? null : equal(text, arguments.get(0), state);
      case "matches":
        return matches(text, arguments, state);
      case "contains",
      "startsWith",
      "endsWith",
      "indexOf",
      "isEmpty",
      "isBlank",
      "length",
      "charAt",
      "compareTo",
      "compareToIgnoreCase",
      "hashCode",
      "lastIndexOf",
      "regionMatches",
      "codePointAt":
        return test(site, number, target, text, arguments, state);
      case "replace", "replaceAll", "replaceFirst":
        return replaced(number, name, text, arguments, state);
      case "substring", "subSequence", "toLowerCase", "toUpperCase", "repeat":
        return fromLastPlace(part(number, name, text, state), name, text, arguments);
      case "toCharArray", "getBytes", "chars", "codePoints":
        return sameAs(number, text, target.returnType(), state);
      case "split", "lines":
        return split(number, text, target, state);
      default:
        return KEEPING.contains(name) ? text : null;
    }
  }

  private static boolean isTest(CallTarget target) {
    return target.returnType().name().equals("boolean");
  }

  private static List<Object> constantArguments(List<Val> arguments) {
    List<Object> known = new ArrayList<>(arguments.size());
    for (Val argument : arguments) {
      if (!(argument instanceof Val.Const constant)) {
        return null;
      }
      known.add(constant.value());
    }
    return known;
  }

  /** Behind the last dot there are no two dots, behind the last slash there is no slash. */
  private static Val fromLastPlace(Val part, String method, Val text, List<Val> arguments) {
    boolean behind =
        method.equals("substring")
            && arguments.size() == 1
            && arguments.get(0) instanceof Val.Atom index
            && text instanceof Val.Atom atom
            && index.forms().contains(new Val.Form(atom.id(), Kinds.LAST_PLACE));
    return behind ? Heap.cleared(part, Kinds.of(SinkKind.PATH)) : part;
  }

  /** Another form of a text that keeps its characters, or some of them. */
  private Val part(int number, String method, Val text, State state) {
    if (!(text instanceof Val.Atom atom)) {
      return method.equals("repeat") ? new Val.Repeat(List.of(text)) : text;
    }
    List<Taint> taints = Transfer.inexact(state.taints(atom));
    // What is checked of the lower case form holds for the text, what is checked of a part does
    // not.
    boolean whole = method.startsWith("to");
    List<Val.Form> forms = new ArrayList<>(whole ? atom.forms() : List.of());
    if (whole) {
      forms.add(new Val.Form(atom.id(), Kinds.ALL));
    }
    return new Val.Atom(Id.made(number, 2), JavaType.STRING, taints, forms, false);
  }

  /** An array, stream and the like of the characters. */
  private Val sameAs(int number, Val text, JavaType type, State state) {
    List<Taint> taints = reader.deepTaints(text, state);
    if (text instanceof Val.Const) {
      return text;
    }
    List<Val.Form> forms =
        text instanceof Val.Atom atom ? List.of(new Val.Form(atom.id(), Kinds.ALL)) : List.of();
    return new Val.Atom(Id.made(number, 3), type, taints, forms, false);
  }

  private Val split(int number, Val text, CallTarget target, State state) {
    List<Taint> taints = Transfer.inexact(reader.deepTaints(text, state));
    return new Val.Atom(Id.made(number, 4), target.returnType(), taints);
  }

  private Val replaced(int number, String method, Val text, List<Val> arguments, State state) {
    if (arguments.size() < 2 || arguments.get(0) == null || arguments.get(1) == null) {
      return text;
    }
    long clears = 0;
    List<Object> known = constantArguments(arguments);
    if (known != null && !method.equals("replaceFirst")) {
      String from = String.valueOf(known.get(0));
      String to = String.valueOf(known.get(1));
      clears = context.regexes().replaced(from, to, !method.equals("replaceAll"));
    }
    List<Taint> taints =
        Join.taints(
            Heap.clear(Transfer.inexact(reader.deepTaints(text, state)), clears),
            Transfer.inexact(reader.deepTaints(arguments.get(1), state)));
    if (clears == 0 && isText(text)) {
      // The places of the parts stay; what stands around them may be another text.
      return reader.deepTaints(arguments.get(1), state).isEmpty() && text instanceof Val.Text
          ? text
          : new Val.Atom(Id.made(number, 5), JavaType.STRING, taints);
    }
    return new Val.Atom(Id.made(number, 5), JavaType.STRING, taints);
  }

  // ---- tests

  private Val equal(Val left, Val right, State state) {
    if (left == null || right == null) {
      return null;
    }
    Val one = reader.text(left, state);
    Val other = reader.text(right, state);
    List<Id> inputs = new ArrayList<>(Truth.inputs(one));
    inputs.addAll(Truth.inputs(other));
    if (one instanceof Val.Const && other instanceof Val.Const) {
      return one.equals(other) ? Val.TRUE : Val.FALSE;
    }
    for (Val side : List.of(one, other)) {
      if (side instanceof Val.Atom atom && atom.canonical()) {
        return Truth.test(side, true, Kinds.of(SinkKind.PATH), inputs);
      }
    }
    boolean leftKnown = isTrusted(one);
    boolean rightKnown = isTrusted(other);
    return leftKnown
        ? Truth.test(other, true, Kinds.ALL, inputs)
        : rightKnown
            ? Truth.test(one, true, Kinds.ALL, inputs)
            : new Val.Condition(java.util.Map.of(), java.util.Map.of(), List.of(), inputs);
  }

  /** A constant, or one of several. */
  static boolean isTrusted(Val value) {
    return value instanceof Val.Const constant && constant.value() != null
        || value instanceof Val.Choice choice
            && choice.options().stream().allMatch(TextCalls::isTrusted);
  }

  private Val matches(Val text, List<Val> arguments, State state) {
    List<Id> inputs = Truth.inputs(text);
    if (!arguments.isEmpty()
        && arguments.get(0) instanceof Val.Const constant
        && constant.value() instanceof String regex) {
      return Truth.test(text, true, context.regexes().matches(regex, 0), inputs);
    }
    return new Val.Condition(java.util.Map.of(), java.util.Map.of(), List.of(), inputs);
  }

  private Val test(
      Instruction site, int number, CallTarget target, Val text, List<Val> arguments, State state) {
    List<Id> inputs = new ArrayList<>(Truth.inputs(text));
    String first =
        !arguments.isEmpty()
                && arguments.get(0) instanceof Val.Const constant
                && constant.value() != null
            ? String.valueOf(constant.value())
            : null;
    boolean truth = target.returnType().name().equals("boolean");
    if (!truth) {
      List<Taint> taints = Heap.clear(reader.deepTaints(text, state), Kinds.ALL);
      JavaType type = target.returnType();
      if (target.name().equals("charAt")) {
        return new Val.Atom(
            Id.made(number, 6), type, Transfer.inexact(reader.deepTaints(text, state)));
      }
      if (target.name().equals("lastIndexOf")
          && text instanceof Val.Atom atom
          && first != null
          && (first.equals(".") || first.equals("/") || first.equals("\\") || first.equals("46"))) {
        return new Val.Atom(
            Id.made(number, 6),
            type,
            taints,
            List.of(new Val.Form(atom.id(), Kinds.LAST_PLACE)),
            false);
      }
      return new Val.Atom(Id.made(number, 6), type, taints);
    }
    if (target.name().equals("contains") && first != null) {
      long clears =
          first.equals("..")
              ? Kinds.of(SinkKind.PATH)
              : first.length() == 1 ? Kinds.without(first.charAt(0)) : 0;
      return Truth.test(text, false, clears, inputs);
    }
    if (target.name().equals("startsWith")) {
      if (text instanceof Val.Atom atom && atom.canonical()) {
        return Truth.test(text, true, Kinds.of(SinkKind.PATH), inputs);
      }
      if (first != null) {
        Val.Condition yes = Truth.test(text, true, UrlPrefix.clears(first), inputs);
        if (first.equals("//")) {
          return Truth.test(text, false, Kinds.NOT_TWO_SLASHES, inputs);
        }
        return first.equals("/") ? Truth.test(text, true, Kinds.SLASH_FIRST, inputs) : yes;
      }
    }
    if (target.name().equals("endsWith")
        && !arguments.isEmpty()
        && UrlPrefix.isHost(text)
        && UrlPrefix.isDomain(arguments.get(0))) {
      return Truth.test(text, true, Kinds.HOST, inputs);
    }
    return new Val.Condition(java.util.Map.of(), java.util.Map.of(), List.of(), inputs);
  }

  // ---- static methods

  private Val statics(
      Instruction site, int number, CallTarget target, List<Val> arguments, State state) {
    String owner = target.owner().name();
    Trace joined = Trace.step(null, body, site, null);
    if (owner.equals("java.lang.String")) {
      return switch (target.name()) {
        case "valueOf", "copyValueOf" ->
            arguments.isEmpty() || arguments.get(0) == null
                ? null
                : asText(reader.text(arguments.get(0), state), number);
        case "format" -> {
          int at = arguments.size() > 1 && isLocale(arguments.get(0)) ? 1 : 0;
          yield arguments.size() <= at || arguments.get(at) == null
              ? null
              : format(
                  reader.text(arguments.get(at), state),
                  arguments.subList(at + 1, arguments.size()),
                  number,
                  state,
                  joined);
        }
        case "join" -> join(arguments, number, state, joined);
        default -> null;
      };
    }
    if (BOXES.contains(owner)) {
      List<Object> known = constantArguments(arguments);
      return known == null || known.contains(null)
          ? null
          : StringFolding.box(owner, target.name(), known);
    }
    if (owner.equals("java.text.MessageFormat")
        && target.name().equals("format")
        && !arguments.isEmpty()) {
      return arguments.get(0) == null
          ? null
          : message(
              reader.text(arguments.get(0), state),
              arguments.subList(1, arguments.size()),
              number,
              state,
              joined);
    }
    if (owner.equals("java.util.regex.Pattern")
        && target.name().equals("matches")
        && arguments.size() == 2
        && arguments.get(1) != null) {
      return matches(reader.text(arguments.get(1), state), arguments, state);
    }
    if (owner.equals("java.util.Objects")) {
      return switch (target.name()) {
        case "equals" ->
            arguments.size() == 2 ? equal(arguments.get(0), arguments.get(1), state) : null;
        case "requireNonNull" -> arguments.get(0);
        case "toString" ->
            arguments.get(0) == null ? null : asText(reader.text(arguments.get(0), state), number);
        case "requireNonNullElse" -> Join.of(arguments.get(0), arguments.get(1));
        default -> null;
      };
    }
    boolean utility =
        owner.endsWith("StringUtils") || owner.endsWith("RegExUtils") || owner.endsWith("StrUtil");
    if (utility && arguments.size() >= 2 && arguments.get(0) != null) {
      Val text = reader.text(arguments.get(0), state);
      if (target.name().equals("replace") && arguments.size() == 3
          || target.name().equals("replaceAll") && arguments.size() == 3) {
        return replaced(number, target.name(), text, arguments.subList(1, 3), state);
      }
      if ((target.name().equals("remove") || target.name().equals("removeAll"))
          && arguments.size() == 2) {
        return replaced(
            number,
            target.name().equals("remove") ? "replace" : "replaceAll",
            text,
            List.of(arguments.get(1), Val.EMPTY),
            state);
      }
    }
    if (owner.equals("java.lang.Math")) {
      List<Object> known = constantArguments(arguments);
      return known == null ? null : StringFolding.math(target.name(), known);
    }
    return null;
  }

  private static Val asText(Val value, int number) {
    if (value instanceof Val.Const constant) {
      return new Val.Const(Join.text(constant));
    }
    return value instanceof Val.Atom atom && !atom.type().isString()
        ? new Val.Atom(
            Id.made(number, 7),
            JavaType.STRING,
            atom.taints(),
            List.of(new Val.Form(atom.id(), Kinds.ALL)),
            atom.canonical())
        : value;
  }

  private static boolean isLocale(Val value) {
    return value instanceof Val.Atom atom && atom.type().is("java.util.Locale");
  }

  private Val join(List<Val> arguments, int number, State state, Trace joined) {
    if (arguments.isEmpty() || arguments.get(0) == null) {
      return null;
    }
    Val separator = reader.text(arguments.get(0), state);
    List<Val> items = items(arguments.subList(1, arguments.size()), state);
    if (items != null) {
      List<Val> parts = new ArrayList<>();
      for (Val item : items) {
        if (!parts.isEmpty()) {
          parts.add(separator);
        }
        if (item != null) {
          parts.add(reader.text(item, state));
        }
      }
      return Join.concat(parts, joined);
    }
    Val element = reader.load(arguments.get(1), Obj.ELEMENT, JavaType.STRING, state);
    return element == null
        ? Val.EMPTY
        : new Val.Repeat(List.of(reader.text(element, state), separator));
  }

  /** The values of an argument list of variable arity, or {@code null} when they are not known. */
  private static List<Val> items(List<Val> arguments, State state) {
    if (arguments.size() == 1 && arguments.get(0) instanceof Val.Atom atom) {
      Obj object = state.object(atom.id());
      if (object != null && object.items() != null) {
        return object.items();
      }
      boolean container = object != null || !atom.type().isString();
      return container ? null : arguments;
    }
    return arguments;
  }

  /** The format with its arguments in their places. */
  private Val format(Val format, List<Val> given, int number, State state, Trace joined) {
    List<Val> arguments = items(given, state);
    if (!(format instanceof Val.Const constant)
        || !(constant.value() instanceof String text)
        || arguments == null) {
      return mixture(format, given, number, state);
    }
    List<Val> parts = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    int from = 0;
    int next = 0;
    while (matcher.find()) {
      parts.add(new Val.Const(text.substring(from, matcher.start())));
      from = matcher.end();
      char conversion = matcher.group(2).charAt(0);
      if (conversion == '%' || conversion == 'n') {
        parts.add(new Val.Const(conversion == '%' ? "%" : "\n"));
        continue;
      }
      int index = matcher.group(1) != null ? Integer.parseInt(matcher.group(1)) - 1 : next++;
      Val argument = index >= 0 && index < arguments.size() ? arguments.get(index) : null;
      if (argument != null) {
        Val value = reader.text(argument, state);
        boolean number1 = "doxXeEfgGaAhHbBctT".indexOf(conversion) >= 0;
        parts.add(
            number1 && !(value instanceof Val.Const) ? Heap.cleared(value, Kinds.TEXT) : value);
      }
    }
    parts.add(new Val.Const(text.substring(from)));
    return Join.concat(parts, joined);
  }

  private Val message(Val pattern, List<Val> given, int number, State state, Trace joined) {
    List<Val> arguments = items(given, state);
    if (!(pattern instanceof Val.Const constant)
        || !(constant.value() instanceof String text)
        || arguments == null) {
      return mixture(pattern, given, number, state);
    }
    List<Val> parts = new ArrayList<>();
    Matcher matcher = MESSAGE_ARGUMENT.matcher(text);
    int from = 0;
    while (matcher.find()) {
      parts.add(new Val.Const(text.substring(from, matcher.start()).replace("''", "'")));
      from = matcher.end();
      int index = Integer.parseInt(matcher.group(1));
      Val argument = index < arguments.size() ? arguments.get(index) : null;
      if (argument != null) {
        parts.add(reader.text(argument, state));
      }
    }
    parts.add(new Val.Const(text.substring(from).replace("''", "'")));
    return Join.concat(parts, joined);
  }

  /** A text of which only the origins of its parts are known. */
  private Val mixture(Val format, List<Val> arguments, int number, State state) {
    List<Taint> taints = reader.deepTaints(format, state);
    for (Val argument : arguments) {
      taints = Join.taints(taints, reader.deepTaints(argument, state));
    }
    return new Val.Atom(Id.made(number, 8), JavaType.STRING, Transfer.inexact(taints));
  }
}
