package dev.plumbline.rules.oracle;

import dev.plumbline.rules.oracle.Scope.Callable;
import dev.plumbline.rules.oracle.Scope.Variable;
import java.util.ArrayList;
import java.util.List;

/** Makes expressions of a wanted type from what a place can name. */
final class ExpressionMaker {

  private static final List<String> WORDS = List.of("a", "b", "c", "red");
  private static final List<String> ORDERED = List.of("a", "7");
  private static final List<String> PATTERNS = List.of("[a-z]+", "\\d+", "[0-9a-z]*");

  private static final List<Kind> UNARY =
      List.of(Kind.TRIM, Kind.LOWER, Kind.REPLACE, Kind.TAIL, Kind.SPLIT, Kind.BYTES, Kind.ENCODED);

  private final Vocabulary vocabulary;

  ExpressionMaker(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  private <T> Choice<T> choice() {
    return new Choice<>(vocabulary.random);
  }

  Node constant() {
    return Node.constant(vocabulary.pick(WORDS));
  }

  /**
   * @param depth how many more levels the expression may have
   */
  Node text(Scope scope, int depth) {
    Choice<Node> ways = choice();
    List<Variable> texts = scope.of(Type.STRING);
    ways.or(2, this::constant);
    ways.or(!texts.isEmpty(), 9, () -> vocabulary.recent(texts).node());
    ways.or(!scope.of(Type.EXCEPTION).isEmpty(), 8, () -> message(scope));
    ways.or(scope.hasRequest() && !scope.inLambda(), 2, this::source);
    ways.or(
        scope.hasRequest() && !scope.inLambda() && vocabulary.attributes,
        3,
        () -> Node.of(Kind.ATTRIBUTE, Type.STRING, attribute()));
    fields(scope, ways);
    if (depth > 0) {
      containers(scope, depth - 1, ways);
      operations(scope, depth - 1, ways);
      if (scope.calls) {
        calls(scope, depth - 1, ways);
      }
    }
    return ways.make();
  }

  Node source() {
    return Node.of(Kind.SOURCE, Type.STRING, vocabulary.chance(75) ? "p" : "q");
  }

  String attribute() {
    return (vocabulary.chance(50) ? "request." : "session.") + key();
  }

  private Node message(Scope scope) {
    return Node.text(Kind.MESSAGE, vocabulary.recent(scope.of(Type.EXCEPTION)).node());
  }

  private void fields(Scope scope, Choice<Node> ways) {
    List<Model.Field> statics = staticFields(Type.STRING);
    ways.or(
        !statics.isEmpty(),
        2,
        () -> Node.of(Kind.STATIC, Type.STRING, "App." + vocabulary.pick(statics).name()));
    List<Variable> datas = scope.of(Type.DATA);
    ways.or(
        !datas.isEmpty(),
        4,
        () -> Node.of(Kind.FIELD, Type.STRING, dataField(), vocabulary.recent(datas).node()));
    if (scope.hasThis() && !scope.inLambda()) {
      List<String> own = ownTexts(scope);
      ways.or(
          !own.isEmpty(),
          3,
          () -> Node.of(Kind.FIELD, Type.STRING, vocabulary.pick(own), thisOf(scope)));
    }
  }

  Node thisOf(Scope scope) {
    String owner = scope.method.owner();
    boolean data = vocabulary.datas.contains(owner);
    return Node.of(Kind.THIS, data ? Type.DATA : Type.VOID, "");
  }

  /** The fields of type String of the class that the method stands in. */
  List<String> ownTexts(Scope scope) {
    String owner = scope.method.owner();
    if (owner.equals("App")) {
      return vocabulary.servletFields.stream().map(Model.Field::name).toList();
    }
    return vocabulary.datas.contains(owner) ? List.of("first", "second") : List.of("held");
  }

  String dataField() {
    return vocabulary.chance(50) ? "first" : "second";
  }

  List<Model.Field> staticFields(Type type) {
    return vocabulary.statics.stream().filter(each -> each.type() == type).toList();
  }

  private void containers(Scope scope, int depth, Choice<Node> ways) {
    List<Node> arrays = named(scope, Type.ARRAY);
    List<Node> lists = named(scope, Type.LIST);
    List<Node> maps = named(scope, Type.MAP);
    List<Variable> builders = scope.of(Type.BUILDER);
    ways.or(!arrays.isEmpty(), 4, () -> indexed(Kind.ARRAY_GET, scope, vocabulary.recent(arrays)));
    ways.or(!lists.isEmpty(), 4, () -> indexed(Kind.LIST_GET, scope, vocabulary.recent(lists)));
    ways.or(!lists.isEmpty(), 1, () -> indexed(Kind.LIST_REMOVE, scope, vocabulary.recent(lists)));
    ways.or(!lists.isEmpty(), 1, () -> Node.text(Kind.LIST_NEXT, vocabulary.recent(lists)));
    ways.or(
        !maps.isEmpty(),
        4,
        () -> Node.of(Kind.MAP_GET, Type.STRING, key(), vocabulary.recent(maps)));
    ways.or(
        !maps.isEmpty(),
        1,
        () ->
            Node.of(
                Kind.MAP_GET_OR, Type.STRING, key(), vocabulary.recent(maps), text(scope, depth)));
    ways.or(!maps.isEmpty(), 1, () -> computed(scope, vocabulary.recent(maps)));
    ways.or(!lists.isEmpty(), 2, () -> find(scope, vocabulary.recent(lists)));
    ways.or(
        !builders.isEmpty(), 5, () -> Node.text(Kind.BUILT, vocabulary.recent(builders).node()));
    ways.or(!lists.isEmpty(), 2, () -> stream(scope, vocabulary.recent(lists)));
  }

  private Node computed(Scope scope, Node map) {
    String name = vocabulary.name("x");
    Node value = text(scope.lambda(name, false), 1);
    return Node.of(Kind.COMPUTED, Type.STRING, key() + "," + name, map, value);
  }

  private Node find(Scope scope, Node list) {
    String name = vocabulary.name("x");
    Node condition = condition(scope.lambda(name, false), 0);
    return Node.of(Kind.FIND, Type.STRING, name, list, condition, text(scope, 0));
  }

  private Node stream(Scope scope, Node list) {
    String name = vocabulary.name("x");
    return Node.of(Kind.STREAM, Type.STRING, name, list, text(scope.lambda(name, false), 1));
  }

  /** Everything of a type that has a name here. */
  List<Node> named(Scope scope, Type type) {
    List<Node> nodes = new ArrayList<>();
    staticFields(type).forEach(each -> nodes.add(Node.of(Kind.STATIC, type, "App." + each.name())));
    scope.of(type).forEach(each -> nodes.add(each.node()));
    return nodes;
  }

  String key() {
    return vocabulary.pick(Vocabulary.KEYS);
  }

  /** An index that is a constant, or the counter of a loop around. */
  String index(Scope scope) {
    List<Variable> counters = scope.of(Type.INT).stream().filter(each -> !each.isFinal()).toList();
    if (!counters.isEmpty() && vocabulary.chance(30)) {
      return vocabulary.recent(counters).name();
    }
    return String.valueOf(vocabulary.random.nextInt(vocabulary.chance(80) ? 2 : 3));
  }

  private Node indexed(Kind kind, Scope scope, Node container) {
    return Node.of(kind, Type.STRING, index(scope), container);
  }

  private void operations(Scope scope, int depth, Choice<Node> ways) {
    ways.or(4, () -> Node.text(Kind.CONCAT, text(scope, depth), text(scope, depth)));
    ways.or(
        2,
        () ->
            Node.text(
                Kind.CHOICE, condition(scope, depth), text(scope, depth), text(scope, depth)));
    ways.or(1, () -> number(scope));
    ways.or(1, () -> Node.text(Kind.LENGTH, text(scope, depth)));
    ways.or(1, () -> Node.text(Kind.JOIN, text(scope, depth), text(scope, depth)));
    ways.or(1, () -> Node.text(Kind.OPTIONAL, text(scope, depth), text(scope, depth)));
    ways.or(1, () -> mapped(scope, depth));
    for (Kind kind : UNARY) {
      ways.or(1, () -> Node.text(kind, text(scope, depth)));
    }
    ways.or(1, () -> Node.of(Kind.FORMAT, Type.STRING, format(), text(scope, depth)));
    ways.or(1, () -> Node.text(Kind.VALUE_OF, text(scope, depth)));
  }

  /** Mostly asked first: where a text that is no number ends the request, no mark goes on. */
  private Node number(Scope scope) {
    Node text = text(scope, 0);
    Node number = Node.text(Kind.NUMBER, text);
    return vocabulary.chance(70)
        ? Node.text(Kind.CHOICE, Node.condition(Kind.MATCHES, "\\d+", text), number, constant())
        : number;
  }

  private String format() {
    return String.valueOf(vocabulary.random.nextInt(3));
  }

  private Node mapped(Scope scope, int depth) {
    String name = vocabulary.name("x");
    return Node.of(
        Kind.MAPPED,
        Type.STRING,
        name,
        text(scope, depth),
        text(scope.lambda(name, false), depth),
        text(scope, depth));
  }

  private void calls(Scope scope, int depth, Choice<Node> ways) {
    List<Callable> callables = callable(scope, Type.STRING);
    ways.or(!callables.isEmpty(), 8, () -> call(scope, depth, vocabulary.pick(callables)));
    boolean applies = scope.method.rank() < vocabulary.stepRank;
    List<Variable> steps = scope.of(Type.STEP);
    ways.or(
        applies && !steps.isEmpty(),
        6,
        () -> Node.text(Kind.APPLY, vocabulary.recent(steps).node(), text(scope, depth)));
  }

  /** The methods that can be called here, with a receiver that can be named. */
  List<Callable> callable(Scope scope, Type result) {
    return vocabulary.callables(scope.method.rank(), result).stream()
        .filter(each -> each.method().isStatic() || hasReceiver(scope, each))
        .filter(each -> scope.hasRequest() || !takesRequest(each))
        .toList();
  }

  private static boolean takesRequest(Callable callable) {
    return callable.method().parameters().stream().anyMatch(each -> each.type() == Type.REQUEST);
  }

  private static boolean takesOneText(Callable callable) {
    List<Model.Parameter> parameters = callable.method().parameters();
    return parameters.size() == 1 && parameters.get(0).type() == Type.STRING;
  }

  private boolean hasReceiver(Scope scope, Callable callable) {
    return callable.owner().equals("App")
        ? scope.hasThis() && scope.method.owner().equals("App")
        : vocabulary.datas.contains(callable.owner()) && !scope.of(Type.DATA).isEmpty();
  }

  Node call(Scope scope, int depth, Callable callable) {
    Model.Method method = callable.method();
    List<Node> parts = new ArrayList<>();
    if (!method.isStatic()) {
      parts.add(
          callable.owner().equals("App")
              ? thisOf(scope)
              : vocabulary.recent(scope.of(Type.DATA)).node());
    }
    for (Model.Parameter parameter : method.parameters()) {
      parts.add(value(parameter.type(), scope, depth));
    }
    String name = method.isStatic() ? callable.owner() + "." + method.name() : method.name();
    return new Node(Kind.CALL, method.result(), name, parts);
  }

  /** A value of any type. */
  Node value(Type type, Scope scope, int depth) {
    List<Node> named = named(scope, type);
    if (!named.isEmpty() && type != Type.STRING && vocabulary.chance(70)) {
      return vocabulary.recent(named);
    }
    return switch (type) {
      case STRING -> text(scope, depth);
      case BOOLEAN -> condition(scope, depth);
      case INT -> Node.of(Kind.INT_CONST, Type.INT, String.valueOf(vocabulary.random.nextInt(3)));
      case BUILDER -> Node.of(Kind.NEW_BUILDER, type, "", text(scope, depth));
      case ARRAY ->
          Node.of(Kind.NEW_ARRAY, type, "", text(scope, depth), text(scope, depth), constant());
      case LIST ->
          vocabulary.chance(60)
              ? Node.of(Kind.LIST_OF, type, "", text(scope, depth), text(scope, depth))
              : Node.of(Kind.NEW_LIST, type, "");
      case DATAS -> Node.of(Kind.NEW_LIST, type, "");
      case MAP -> Node.of(Kind.NEW_MAP, type, "");
      case DATA -> data(scope, depth);
      case STEP -> step(scope, depth);
      case REQUEST -> Node.local("request", Type.REQUEST);
      default -> throw new IllegalStateException("no value of type " + type);
    };
  }

  private Node data(Scope scope, int depth) {
    List<Node> lists = named(scope, Type.DATAS);
    if (!lists.isEmpty() && vocabulary.chance(50)) {
      return Node.of(Kind.LIST_GET, Type.DATA, index(scope), vocabulary.recent(lists));
    }
    List<Callable> callables = callable(scope, Type.DATA);
    if (!callables.isEmpty() && scope.calls && vocabulary.chance(40)) {
      return call(scope, depth, vocabulary.pick(callables));
    }
    return Node.of(
        Kind.NEW_OBJECT, Type.DATA, vocabulary.pick(vocabulary.datas), text(scope, depth));
  }

  private Node step(Scope scope, int depth) {
    if (!vocabulary.steps.isEmpty() && vocabulary.chance(50)) {
      String name = vocabulary.pick(vocabulary.steps);
      return Node.of(Kind.NEW_OBJECT, Type.STEP, name, text(scope, depth));
    }
    List<Callable> callables =
        callable(scope, Type.STRING).stream()
            .filter(each -> each.method().isStatic() && takesOneText(each))
            .toList();
    if (!callables.isEmpty() && vocabulary.chance(40)) {
      Callable callable = vocabulary.pick(callables);
      String name = callable.owner() + "." + callable.method().name();
      return Node.of(Kind.METHOD_REF, Type.STEP, name);
    }
    String name = vocabulary.name("x");
    Node result = text(scope.lambda(name, true), 2);
    boolean own = result.all().anyMatch(each -> each.kind() == Kind.THIS);
    Kind kind = own || vocabulary.chance(60) ? Kind.LAMBDA : Kind.ANONYMOUS;
    return Node.of(kind, Type.STEP, name, result);
  }

  Node condition(Scope scope, int depth) {
    Choice<Node> ways = choice();
    ways.or(8, () -> Node.condition(Kind.OPAQUE, vocabulary.nextSwitch()));
    ways.or(3, () -> compare(scope));
    List<Variable> counters = scope.of(Type.INT);
    ways.or(
        !counters.isEmpty() && !scope.inLambda(),
        4,
        () ->
            Node.condition(
                Kind.INT_IS,
                String.valueOf(vocabulary.random.nextInt(3)),
                vocabulary.recent(counters).node()));
    ways.or(2, () -> Node.condition(Kind.IS_NULL, "", text(scope, 0)));
    ways.or(2, () -> Node.condition(Kind.EQUALS, vocabulary.pick(ORDERED), text(scope, 0)));
    ways.or(1, () -> Node.condition(Kind.STARTS, "a", text(scope, 0)));
    ways.or(2, () -> Node.condition(Kind.MATCHES, vocabulary.pick(PATTERNS), text(scope, 0)));
    ways.or(2, () -> Node.condition(Kind.IN_SET, "a,7,red", text(scope, 0)));
    if (depth > 0) {
      ways.or(2, () -> Node.condition(Kind.NOT, "", condition(scope, depth - 1)));
      ways.or(1, () -> both(Kind.AND, scope, depth - 1));
      ways.or(1, () -> both(Kind.OR, scope, depth - 1));
      List<Callable> callables = callable(scope, Type.BOOLEAN);
      ways.or(
          !callables.isEmpty() && scope.calls,
          6,
          () -> call(scope, depth - 1, vocabulary.pick(callables)));
    }
    return ways.make();
  }

  private Node both(Kind kind, Scope scope, int depth) {
    return Node.condition(kind, "", condition(scope, depth), condition(scope, depth));
  }

  /** A comparison that arithmetic decides. */
  private Node compare(Scope scope) {
    List<Variable> constants = scope.of(Type.INT).stream().filter(Variable::isFinal).toList();
    int number = 80 + vocabulary.random.nextInt(40);
    Node value =
        constants.isEmpty() || scope.inLambda()
            ? Node.of(Kind.INT_CONST, Type.INT, String.valueOf(number))
            : vocabulary.recent(constants).node();
    int bound = vocabulary.chance(50) ? 900 : 200;
    return Node.condition(Kind.COMPARE, "7," + vocabulary.random.nextInt(50) + "," + bound, value);
  }
}
