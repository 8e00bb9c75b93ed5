package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Hierarchy;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Collections, arrays, streams and Optionals as "all elements are like this": enough to see that a
 * list of question marks joined with commas is constant.
 */
final class CollectionCalls {

  private static final Set<String> FACTORIES =
      Set.of(
          "of",
          "asList",
          "copyOf",
          "ofNullable",
          "singletonList",
          "singleton",
          "stream",
          "unmodifiableList",
          "unmodifiableSet",
          "unmodifiableCollection",
          "unmodifiableMap",
          "ofEntries",
          "entry",
          "newArrayList",
          "newHashSet",
          "concat");

  private static final Set<String> ADDING =
      Set.of("add", "addFirst", "addLast", "offer", "push", "addElement", "put", "putIfAbsent");

  private static final Set<String> SAME_ELEMENTS =
      Set.of(
          "stream",
          "parallelStream",
          "sorted",
          "distinct",
          "limit",
          "skip",
          "filter",
          "toList",
          "iterator",
          "listIterator",
          "subList",
          "values",
          "entrySet",
          "peek",
          "sequential",
          "unordered",
          "takeWhile",
          "dropWhile",
          "toArray",
          "boxed",
          "keySet",
          "descendingIterator",
          "reversed",
          "onClose",
          "findFirst",
          "findAny",
          "max",
          "min",
          "first",
          "last",
          "or");

  private static final Set<String> ONE_ELEMENT =
      Set.of(
          "get",
          "getFirst",
          "getLast",
          "next",
          "orElse",
          "orElseThrow",
          "orElseGet",
          "remove",
          "removeFirst",
          "poll",
          "pop",
          "peek",
          "nextElement",
          "getOrDefault",
          "getValue");

  private final ValueAnalysis analysis;
  private final Calls calls;

  CollectionCalls(ValueAnalysis analysis, Calls calls) {
    this.analysis = analysis;
    this.calls = calls;
  }

  /** What a new collection holds, or {@code null} when the type is none. */
  static Value initial(JavaType type, List<Value> arguments, Hierarchy hierarchy) {
    boolean collection =
        hierarchy.isSubtype(type, "java.util.Collection")
            || hierarchy.isSubtype(type, "java.util.Map");
    if (!collection || !type.name().startsWith("java.util.")) {
      return null;
    }
    return arguments.size() == 1 && arguments.get(0) instanceof Value.Elements elements
        ? elements
        : arguments.size() == 1 && isCollection(arguments.get(0), hierarchy)
            ? null
            : new Value.Elements(null);
  }

  private static boolean isCollection(Value value, Hierarchy hierarchy) {
    return value instanceof Value.Unknown unknown
        && (hierarchy.isSubtype(unknown.type(), "java.util.Collection")
            || hierarchy.isSubtype(unknown.type(), "java.util.Map")
            || !unknown.type().isKnown());
  }

  /** The result, or {@code null} when the call is none of these. */
  Value call(
      CodeBody body,
      Instruction.Call call,
      CallTarget target,
      Value receiver,
      State state,
      Location at) {
    List<Value> arguments = Calls.arguments(call.arguments(), state);
    if (target.isStatic()) {
      return statics(target, arguments, at);
    }
    Value content = state.read(receiver);
    if (content instanceof Value.Unknown unknown) {
      content = elements(unknown, target.receiver());
    }
    if (!(content instanceof Value.Elements elements)) {
      return effects(call, state, at);
    }
    Value element = elements.element();
    String name = call.name();
    if (ADDING.contains(name) && receiver instanceof Value.Builder object) {
      Value added = arguments.isEmpty() ? null : arguments.get(arguments.size() - 1);
      if (added != null) {
        state.write(object.site(), new Value.Elements(Values.join(element, added, at)));
      }
      return Calls.unknown(target.returnType(), "a collection", at);
    }
    if (name.equals("addAll") || name.equals("putAll")) {
      if (receiver instanceof Value.Builder object && !arguments.isEmpty()) {
        Value added = arguments.get(arguments.size() - 1);
        Value more = added instanceof Value.Elements other ? other.element() : added;
        state.write(object.site(), new Value.Elements(Values.join(element, more, at)));
      }
      return Calls.unknown(target.returnType(), "a collection", at);
    }
    if (name.equals("map") || name.equals("mapToObj") || name.equals("flatMap")) {
      Value mapped =
          call.arguments().isEmpty() || element == null
              ? null
              : calls.apply(call.arguments().get(0), element, state);
      if (mapped == null) {
        return null;
      }
      return mapped instanceof Value.Elements inner && name.equals("flatMap")
          ? inner
          : new Value.Elements(mapped);
    }
    if (name.equals("collect") || name.equals("forEach")) {
      return name.equals("collect")
          ? collect(body, call, elements, state, at)
          : forEach(call, element, state);
    }
    if (SAME_ELEMENTS.contains(name)) {
      return elements;
    }
    if (ONE_ELEMENT.contains(name)) {
      Value other =
          name.equals("orElse") || name.equals("getOrDefault")
              ? arguments.get(arguments.size() - 1)
              : null;
      return Values.join(element, other, at);
    }
    return null;
  }

  private static final List<String> SEQUENCES =
      List.of(
          "java.lang.Iterable",
          "java.util.stream.BaseStream",
          "java.util.Optional",
          "java.util.Iterator");

  /** A collection that nobody knows is made of elements that nobody knows. */
  private Value elements(Value.Unknown unknown, JavaType type) {
    Hierarchy hierarchy = analysis.program().hierarchy();
    if (SEQUENCES.stream().noneMatch(sequence -> hierarchy.isSubtype(type, sequence))) {
      return unknown;
    }
    return new Value.Elements(
        new Value.Unknown(
            unknown.origin(),
            type.argument(0),
            "an element of " + unknown.description(),
            unknown.location()));
  }

  private Value forEach(Instruction.Call call, Value element, State state) {
    if (element != null && !call.arguments().isEmpty()) {
      repeat(call.arguments().get(0), element, state);
    }
    return null;
  }

  /** A lambda that is called any number of times: its effects on the objects it sees. */
  private void repeat(int function, Value element, State state) {
    for (int i = 0; i < 2; i++) {
      State after = state.copy();
      calls.apply(function, element, after);
      if (!state.join(after, true, null)) {
        return;
      }
    }
  }

  /** A call of something unknown that is given a lambda may run it, on elements nobody knows. */
  private Value effects(Instruction.Call call, State state, Location at) {
    for (int i = 0; i < call.arguments().size(); i++) {
      int argument = call.arguments().get(i);
      if (calls.capturesVariables(argument)) {
        Value element = new Value.Unknown(Value.Origin.OTHER, JavaType.UNKNOWN, "an element", at);
        repeat(argument, element, state);
      }
    }
    return null;
  }

  private Value statics(CallTarget target, List<Value> arguments, Location at) {
    JavaType owner = target.receiver();
    if (!owner.name().startsWith("java.util.") && !owner.name().startsWith("com.google.common.")) {
      return null;
    }
    if (target.name().equals("nCopies") && arguments.size() == 2) {
      return new Value.Elements(arguments.get(1));
    }
    if (target.name().startsWith("empty")) {
      return new Value.Elements(null);
    }
    if (!FACTORIES.contains(target.name()) || owner.simpleName().equals("Objects")) {
      return null;
    }
    Value element = null;
    boolean pairs = owner.simpleName().contains("Map") && target.name().equals("of");
    for (int i = pairs ? 1 : 0; i < arguments.size(); i += pairs ? 2 : 1) {
      Value argument = arguments.get(i);
      if (argument == null) {
        return null;
      }
      if (argument instanceof Value.Unknown && arguments.size() == 1) {
        // stream(array) of an array that nobody knows.
        return null;
      }
      Value content = argument instanceof Value.Elements inner ? inner.element() : argument;
      element = Values.join(element, content, at);
    }
    return new Value.Elements(element);
  }

  private Value collect(
      CodeBody body, Instruction.Call call, Value.Elements elements, State state, Location at) {
    if (call.arguments().isEmpty()) {
      return null;
    }
    for (Instruction each : body.definitions(call.arguments().get(0))) {
      if (each instanceof Instruction.Call collector) {
        if (!collector.name().equals("joining")) {
          return collector.name().startsWith("to") ? elements : null;
        }
        List<Value> atoms = new ArrayList<>();
        Values.forEachAtom(elements, atoms::add);
        for (Value part : Calls.arguments(collector.arguments(), state)) {
          if (part == null) {
            return null;
          }
          Values.forEachAtom(part, atoms::add);
        }
        return Values.mixture(atoms, at);
      }
    }
    return null;
  }
}
