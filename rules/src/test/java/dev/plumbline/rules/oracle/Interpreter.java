package dev.plumbline.rules.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a program on given requests: statements. What the program can throw are exceptions of the
 * interpreter itself, since its texts, lists and maps are Java's own.
 */
final class Interpreter {

  /**
   * What one request brings.
   *
   * @param parameters texts by name; a name that is not there has none
   * @param switches the conditions that nobody knows, by number
   */
  record Request(Map<String, String> parameters, List<Boolean> switches) {}

  /** The program does not end soon. No exception, so that no handler of the program takes it. */
  static final class OutOfSteps extends Error {
    OutOfSteps() {
      super("too many steps", null, false, false);
    }
  }

  private enum End {
    NORMAL,
    BREAK,
    CONTINUE,
    RETURN
  }

  /** An object of a class of the program. */
  record Instance(String className, Map<String, Object> fields) {}

  /** A lambda with the variables that it was made among. */
  record Closure(Node lambda, Frame frame) {}

  /** The variables of a running method. */
  static final class Frame {
    final Map<String, Object> locals = new HashMap<>();
    Object returned;

    Frame copy() {
      Frame copy = new Frame();
      copy.locals.putAll(locals);
      return copy;
    }
  }

  /** Far more than a program that ends soon takes. */
  private static final int MAX_STEPS = 20_000;

  /** A text that is added to itself with each request grows beyond all memory. */
  private static final int MAX_LENGTH = 20_000;

  private static final int MAX_DEPTH = 200;

  final Model model;
  final Map<String, Object> statics = new HashMap<>();
  private final Evaluator evaluator = new Evaluator(this);
  private final Instance servlet;
  private final Map<String, String> session = new HashMap<>();
  private final Map<String, String> requestAttributes = new HashMap<>();
  private final List<String> executed = new ArrayList<>();
  private Request request;
  private int steps;
  private int depth;

  Interpreter(Model model) {
    this.model = model;
    for (Model.Klass klass : model.classes()) {
      for (Model.Field field : klass.fields()) {
        if (field.isStatic()) {
          Object value = field.value().map(v -> evaluator.value(v, new Frame())).orElse(null);
          statics.put(klass.name() + "." + field.name(), value);
        }
      }
    }
    servlet = evaluator.instance(model.classes().get(0), List.of());
  }

  /**
   * Handles one request more, in the state that those before left behind.
   *
   * @return the statements that are executed
   * @throws OutOfSteps when the program does not end soon
   */
  List<String> handle(Request next) {
    request = next;
    steps = 0;
    depth = 0;
    requestAttributes.clear();
    executed.clear();
    try {
      run(model.entry(), servlet, List.of("request"));
    } catch (RuntimeException failed) {
      executed.add("failed: " + failed.getClass().getSimpleName());
    }
    return List.copyOf(executed);
  }

  /**
   * Handles requests one after the other, fewer when one of them does not end soon.
   *
   * @return for each request that was handled the statements that are executed
   */
  List<List<String>> serve(List<Request> requests) {
    List<List<String>> all = new ArrayList<>();
    try {
      for (Request each : requests) {
        all.add(handle(each));
      }
    } catch (OutOfSteps e) {
      return all;
    }
    return all;
  }

  /** Of the session, which all requests share, or of the request. */
  Map<String, String> attributes(String name) {
    return name.startsWith("session") ? session : requestAttributes;
  }

  Request request() {
    return request;
  }

  Object run(Model.Method method, Object receiver, List<Object> arguments) {
    Frame frame = new Frame();
    frame.locals.put("this", receiver);
    for (int i = 0; i < arguments.size(); i++) {
      frame.locals.put(method.parameters().get(i).name(), arguments.get(i));
    }
    if (++depth > MAX_DEPTH) {
      throw new OutOfSteps();
    }
    try {
      block(method.body(), frame);
    } finally {
      depth--;
    }
    return frame.returned;
  }

  void step() {
    if (++steps > MAX_STEPS) {
      throw new OutOfSteps();
    }
  }

  /** Takes note of a text that was made. */
  void made(CharSequence text) {
    if (text.length() > MAX_LENGTH) {
      throw new OutOfSteps();
    }
  }

  /** Takes note of a list that has grown. */
  void made(List<?> list) {
    if (list.size() > MAX_LENGTH) {
      throw new OutOfSteps();
    }
  }

  private End block(Node block, Frame frame) {
    for (Node statement : block.parts()) {
      End end = statement(statement, frame);
      if (end != End.NORMAL) {
        return end;
      }
    }
    return End.NORMAL;
  }

  private End statement(Node node, Frame frame) {
    step();
    switch (node.kind()) {
      case BLOCK -> {
        return block(node, frame);
      }
      case IF -> {
        return block(node.part(is(node, frame) ? 1 : 2), frame);
      }
      case COUNT -> {
        return count(node, frame);
      }
      case EACH, ITERATE -> {
        return each(node, frame);
      }
      case SWITCH -> {
        String[] target = node.text().split(",");
        char letter = target[0].charAt(Integer.parseInt(target[1]));
        End end = block(node.part(letter == 'A' ? 0 : letter == 'B' ? 1 : 2), frame);
        return end == End.BREAK ? End.NORMAL : end;
      }
      case TRY -> {
        return attempt(node, frame);
      }
      case BREAK -> {
        return is(node, frame) ? End.BREAK : End.NORMAL;
      }
      case CONTINUE -> {
        return is(node, frame) ? End.CONTINUE : End.NORMAL;
      }
      case RETURN -> {
        frame.returned = node.parts().isEmpty() ? null : evaluator.value(node.part(0), frame);
        return End.RETURN;
      }
      case THROW -> throw new IllegalStateException((String) evaluator.value(node.part(0), frame));
      case SINK ->
          executed.add(Printer.sinkHead(node.text()) + evaluator.value(node.part(0), frame) + "'");
      default -> evaluator.effect(node, frame);
    }
    return End.NORMAL;
  }

  private boolean is(Node node, Frame frame) {
    return (Boolean) evaluator.value(node.part(0), frame);
  }

  private End count(Node node, Frame frame) {
    String[] loop = node.text().split(",");
    for (int i = 0; i < Integer.parseInt(loop[1]); i++) {
      frame.locals.put(loop[0], i);
      End end = block(node.part(0), frame);
      if (end == End.BREAK || end == End.RETURN) {
        return end == End.BREAK ? End.NORMAL : end;
      }
    }
    return End.NORMAL;
  }

  private End each(Node node, Frame frame) {
    Object values = evaluator.value(node.part(0), frame);
    Iterable<?> iterable =
        values instanceof Object[] array
            ? Arrays.asList(array)
            : values instanceof Map<?, ?> map ? map.values() : (List<?>) values;
    for (Object value : iterable) {
      step();
      frame.locals.put(node.text(), value);
      End end = block(node.part(1), frame);
      if (end == End.BREAK || end == End.RETURN) {
        return end == End.BREAK ? End.NORMAL : end;
      }
    }
    return End.NORMAL;
  }

  private End attempt(Node node, Frame frame) {
    End end;
    try {
      try {
        end = block(node.part(0), frame);
      } catch (RuntimeException thrown) {
        if (!Printer.takesAll(node) && !(thrown instanceof IllegalStateException)) {
          throw thrown;
        }
        frame.locals.put(node.text(), thrown);
        end = block(node.part(1), frame);
      }
    } catch (RuntimeException thrown) {
      Object returned = frame.returned;
      End last = block(node.part(2), frame);
      if (last != End.NORMAL) {
        return last;
      }
      frame.returned = returned;
      throw thrown;
    }
    Object returned = frame.returned;
    End last = block(node.part(2), frame);
    if (last != End.NORMAL) {
      return last;
    }
    frame.returned = returned;
    return end;
  }
}
