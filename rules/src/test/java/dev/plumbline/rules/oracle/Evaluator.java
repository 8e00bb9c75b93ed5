package dev.plumbline.rules.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.rules.oracle.Interpreter.Closure;
import dev.plumbline.rules.oracle.Interpreter.Frame;
import dev.plumbline.rules.oracle.Interpreter.Instance;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The expressions of the {@link Interpreter}, and the statements that only change a value. */
final class Evaluator {

  private final Interpreter interpreter;

  Evaluator(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  Object value(Node node, Frame frame) {
    interpreter.step();
    String text = node.text();
    return switch (node.kind()) {
      case CONST -> text;
      case THIS -> frame.locals.get("this");
      case LOCAL -> frame.locals.get(text);
      case INT_CONST -> Integer.valueOf(text);
      case LESS -> number(node, frame) - 1;
      case STATIC -> interpreter.statics.get(text);
      case FIELD -> object(node, frame).fields().get(text);
      case SOURCE -> interpreter.request().parameters().get(text);
      case ATTRIBUTE -> interpreter.attributes(text).get(text);
      case CHOICE -> value(node.part(is(node, 0, frame) ? 1 : 2), frame);
      case CALL -> call(node, frame);
      case APPLY -> apply(value(node.part(0), frame), text(node, 1, frame));
      case LIST_GET, LIST_REMOVE, LIST_NEXT, LIST_OF, NEW_LIST, FIND -> ofList(node, frame);
      case STREAM -> bounded(stream(node, frame));
      case MAP_GET -> map(node, frame).get(text);
      case MAP_GET_OR -> {
        Map<String, String> map = map(node, frame);
        yield map.getOrDefault(text, text(node, 1, frame));
      }
      case COMPUTED -> computed(node, frame);
      case ARRAY_GET -> ((Object[]) value(node.part(0), frame))[index(text, frame)];
      case NEW_ARRAY -> values(node.parts(), frame).toArray();
      case COPY -> copy(value(node.part(0), frame));
      case NEW_MAP -> new LinkedHashMap<String, String>();
      case NEW_BUILDER -> new StringBuilder(text(node, 0, frame));
      case BUILT -> value(node.part(0), frame).toString();
      case NEW_OBJECT ->
          instance(interpreter.model.klass(text).orElseThrow(), values(node.parts(), frame));
      case LAMBDA, ANONYMOUS, METHOD_REF -> new Closure(node, frame.copy());
      case MESSAGE -> ((RuntimeException) value(node.part(0), frame)).getMessage();
      case OPAQUE, COMPARE, INT_IS, EQUALS, IS_NULL, MATCHES, STARTS, IN_SET, NOT, AND, OR ->
          condition(node, frame);
      default -> bounded(ofTexts(node, frame));
    };
  }

  private String bounded(String text) {
    if (text != null) {
      interpreter.made(text);
    }
    return text;
  }

  private String ofTexts(Node node, Frame frame) {
    String first = text(node, 0, frame);
    return switch (node.kind()) {
      case CONCAT -> first + text(node, 1, frame);
      case NUMBER -> String.valueOf(Integer.parseInt(first));
      case LENGTH -> String.valueOf(first.length());
      case VALUE_OF -> String.valueOf((Object) first);
      case TRIM -> first.trim();
      case LOWER -> first.toLowerCase();
      case REPLACE -> first.replace("a", "b");
      case TAIL -> first.substring(1);
      case FORMAT ->
          node.text().equals("2")
              ? MessageFormat.format("<{0}>", first)
              : String.format("<%s>", first);
      case SPLIT -> first.split(",")[0];
      case BYTES, ENCODED -> new String(first.getBytes(UTF_8), UTF_8);
      case JOIN -> String.join(",", first, text(node, 1, frame));
      case OPTIONAL -> {
        String other = text(node, 1, frame);
        yield first == null ? other : first;
      }
      case MAPPED -> {
        Optional<String> mapped =
            Optional.ofNullable(first).map(each -> lambda(node, node.part(1), each, frame));
        yield mapped.orElse(text(node, 2, frame));
      }
      default -> throw new IllegalStateException("no expression: " + node.kind());
    };
  }

  private String computed(Node node, Frame frame) {
    String[] names = node.text().split(",");
    Node lambda = Node.of(Kind.LAMBDA, Type.STRING, names[1], node.part(1));
    return map(node, frame)
        .computeIfAbsent(names[0], key -> lambda(lambda, lambda.part(0), key, frame));
  }

  private Object ofList(Node node, Frame frame) {
    String text = node.text();
    return switch (node.kind()) {
      case NEW_LIST -> new ArrayList<String>();
      case LIST_OF -> new ArrayList<>(values(node.parts(), frame));
      case LIST_GET -> ((List<?>) value(node.part(0), frame)).get(index(text, frame));
      case LIST_REMOVE -> list(node, frame).remove(index(text, frame));
      case LIST_NEXT -> list(node, frame).iterator().next();
      case FIND -> {
        Optional<String> found =
            list(node, frame).stream()
                .filter(each -> (Boolean) inLambda(node, node.part(1), each, frame))
                .findFirst();
        yield found.orElse(text(node, 2, frame));
      }
      default -> throw new AssertionError(node.kind());
    };
  }

  private String stream(Node node, Frame frame) {
    return list(node, frame).stream()
        .map(each -> lambda(node, node.part(1), each, frame))
        .collect(Collectors.joining(","));
  }

  private boolean condition(Node node, Frame frame) {
    String text = node.text();
    return switch (node.kind()) {
      case OPAQUE -> interpreter.request().switches().get(Integer.parseInt(text));
      case COMPARE -> {
        int[] numbers = Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
        yield numbers[0] * number(node, frame) + numbers[1] > numbers[2];
      }
      case INT_IS -> number(node, frame) == Integer.parseInt(text);
      case EQUALS -> text.equals(text(node, 0, frame));
      case IS_NULL -> text(node, 0, frame) == null;
      case MATCHES -> text(node, 0, frame).matches(text);
      case STARTS -> text(node, 0, frame).startsWith(text);
      case IN_SET -> Set.of(text.split(",")).contains(text(node, 0, frame));
      case NOT -> !is(node, 0, frame);
      case AND -> is(node, 0, frame) && is(node, 1, frame);
      case OR -> is(node, 0, frame) || is(node, 1, frame);
      default -> throw new AssertionError(node.kind());
    };
  }

  /** A statement that changes a variable or an object. */
  void effect(Node node, Frame frame) {
    String text = node.text();
    switch (node.kind()) {
      case DECLARE, ASSIGN -> frame.locals.put(text, value(node.part(0), frame));
      case STATIC_SET -> interpreter.statics.put(text, value(node.part(0), frame));
      case FIELD_SET -> {
        Instance instance = (Instance) value(node.part(0), frame);
        Object value = value(node.part(1), frame);
        instance.fields().put(text, value);
      }
      case ARRAY_SET -> {
        Object[] array = (Object[]) value(node.part(0), frame);
        Object value = value(node.part(1), frame);
        array[index(text, frame)] = value;
      }
      case LIST_ADD, LIST_INSERT, LIST_SET, LIST_DROP -> listEffect(node, frame);
      case MAP_PUT -> {
        Map<String, String> map = map(node, frame);
        map.put(text, text(node, 1, frame));
      }
      case MAP_OFFER -> {
        Map<String, String> map = map(node, frame);
        map.putIfAbsent(text, text(node, 1, frame));
      }
      case MAP_MERGE -> {
        Map<String, String> map = map(node, frame);
        interpreter.made(map.merge(text, text(node, 1, frame), String::concat));
      }
      case ADD_ALL -> addAll(node, frame);
      case MAP_DROP -> map(node, frame).remove(text);
      case CLEAR -> {
        if (value(node.part(0), frame) instanceof Map<?, ?> map) {
          map.clear();
        } else {
          list(node, frame).clear();
        }
      }
      case APPEND -> {
        StringBuilder builder = builder(node, frame);
        for (int i = 1; i < node.parts().size(); i++) {
          builder.append(text(node, i, frame));
        }
        interpreter.made(builder);
      }
      case INSERT -> {
        StringBuilder builder = builder(node, frame);
        builder.insert(0, text(node, 1, frame));
        interpreter.made(builder);
      }
      case ATTRIBUTE_SET -> interpreter.attributes(text).put(text, text(node, 0, frame));
      case FOR_EACH -> {
        for (String each : list(node, frame)) {
          String appended = lambda(node, node.part(2), each, frame);
          interpreter.made(((StringBuilder) value(node.part(1), frame)).append(appended));
        }
      }
      case RESET -> builder(node, frame).setLength(0);
      default -> value(node.part(0), frame);
    }
  }

  private static Object copy(Object value) {
    if (value instanceof Object[] array) {
      return array.clone();
    }
    return value instanceof Map<?, ?> map
        ? new LinkedHashMap<>(map)
        : new ArrayList<>((List<?>) value);
  }

  @SuppressWarnings("unchecked")
  private void addAll(Node node, Frame frame) {
    Object target = value(node.part(0), frame);
    Object source = value(node.part(1), frame);
    if (node.part(0).type() == Type.MAP) {
      ((Map<String, String>) target).putAll((Map<String, String>) source);
    } else {
      List<Object> list = (List<Object>) target;
      list.addAll((List<Object>) source);
      interpreter.made(list);
    }
  }

  private void listEffect(Node node, Frame frame) {
    @SuppressWarnings("unchecked")
    List<Object> list = (List<Object>) value(node.part(0), frame);
    switch (node.kind()) {
      case LIST_ADD -> list.add(value(node.part(1), frame));
      case LIST_INSERT -> list.add(index(node.text(), frame), value(node.part(1), frame));
      case LIST_SET -> list.set(index(node.text(), frame), value(node.part(1), frame));
      default -> list.remove(index(node.text(), frame));
    }
  }

  private Object call(Node node, Frame frame) {
    List<Object> values = values(node.parts(), frame);
    if (node.text().contains(".")) {
      String[] name = node.text().split("\\.");
      return interpreter.run(
          interpreter.model.method(name[0], name[1]).orElseThrow(), null, values);
    }
    Instance receiver = (Instance) values.get(0);
    Model.Method method = interpreter.model.method(receiver.className(), node.text()).orElseThrow();
    return interpreter.run(method, receiver, values.subList(1, values.size()));
  }

  private Object apply(Object step, String text) {
    if (step instanceof Closure closure && closure.lambda().kind() == Kind.METHOD_REF) {
      String[] name = closure.lambda().text().split("\\.");
      return interpreter.run(
          interpreter.model.method(name[0], name[1]).orElseThrow(),
          null,
          Arrays.asList((Object) text));
    }
    if (step instanceof Closure closure) {
      return lambda(closure.lambda(), closure.lambda().part(0), text, closure.frame());
    }
    Instance instance = (Instance) step;
    Model.Method method =
        interpreter.model.method(instance.className(), Model.STEP_METHOD).orElseThrow();
    return interpreter.run(method, instance, Arrays.asList((Object) text));
  }

  private String lambda(Node node, Node body, String argument, Frame frame) {
    return (String) inLambda(node, body, argument, frame);
  }

  private Object inLambda(Node node, Node body, String argument, Frame frame) {
    Frame inner = frame.copy();
    inner.locals.put(node.text(), argument);
    return value(body, inner);
  }

  /** A new object; a constructor takes the text of its first field. */
  Instance instance(Model.Klass klass, List<Object> arguments) {
    Map<String, Object> fields = new HashMap<>();
    Instance instance = new Instance(klass.name(), fields);
    for (Optional<Model.Klass> each = Optional.of(klass); each.isPresent(); ) {
      for (Model.Field field : each.get().fields()) {
        if (!field.isStatic()) {
          Object value = field.value().map(v -> value(v, new Frame())).orElse(null);
          fields.put(field.name(), value);
        }
      }
      if (each.get().constructed() && !each.get().fields().isEmpty()) {
        fields.put(each.get().fields().get(0).name(), arguments.get(0));
      }
      each = interpreter.model.klass(each.get().parent());
    }
    return instance;
  }

  private List<Object> values(List<Node> nodes, Frame frame) {
    List<Object> values = new ArrayList<>();
    nodes.forEach(node -> values.add(value(node, frame)));
    return values;
  }

  private int index(String text, Frame frame) {
    return Character.isDigit(text.charAt(0))
        ? Integer.parseInt(text)
        : (Integer) frame.locals.get(text);
  }

  private boolean is(Node node, int part, Frame frame) {
    return (Boolean) value(node.part(part), frame);
  }

  private int number(Node node, Frame frame) {
    return (Integer) value(node.part(0), frame);
  }

  private String text(Node node, int part, Frame frame) {
    return (String) value(node.part(part), frame);
  }

  private Instance object(Node node, Frame frame) {
    return (Instance) value(node.part(0), frame);
  }

  private StringBuilder builder(Node node, Frame frame) {
    return (StringBuilder) value(node.part(0), frame);
  }

  @SuppressWarnings("unchecked")
  private List<String> list(Node node, Frame frame) {
    return (List<String>) value(node.part(0), frame);
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> map(Node node, Frame frame) {
    return (Map<String, String>) value(node.part(0), frame);
  }
}
