package dev.plumbline.rules.oracle;

import dev.plumbline.rules.oracle.Scope.Callable;
import dev.plumbline.rules.oracle.Scope.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Makes a small program: a servlet with helper methods, perhaps a class with two texts and a
 * subclass, perhaps implementations of an interface. Equal seeds give equal programs, each of which
 * ends on every request.
 */
final class ProgramMaker {

  /** Lists of parameters that helpers have. */
  private static final List<List<Type>> SHAPES =
      List.of(
          List.of(Type.STRING),
          List.of(Type.STRING),
          List.of(Type.STRING, Type.STRING),
          List.of(Type.REQUEST),
          List.of(Type.LIST, Type.STRING),
          List.of(Type.MAP, Type.STRING),
          List.of(Type.ARRAY),
          List.of(Type.BUILDER, Type.STRING),
          List.of(Type.DATA),
          List.of(Type.DATA, Type.STRING),
          List.of(Type.STEP, Type.STRING));

  private final Vocabulary vocabulary;
  private final StatementMaker statements;
  private final Map<String, Integer> parameterNames = new HashMap<>();

  private ProgramMaker(long seed) {
    vocabulary = new Vocabulary(new Random(seed));
    statements = new StatementMaker(vocabulary);
  }

  /** The program of this seed. */
  static Model make(long seed) {
    return new ProgramMaker(seed).make();
  }

  private Model make() {
    if (vocabulary.chance(50)) {
      vocabulary.datas.add("Data");
      if (vocabulary.chance(50)) {
        vocabulary.datas.add("Special");
      }
    }
    vocabulary.attributes = vocabulary.chance(25);
    boolean steps = vocabulary.chance(50);
    if (steps) {
      vocabulary.steps.addAll(List.of("Keep", "Wrap"));
    }
    fields();
    helpers(steps);
    int rank = vocabulary.callables.size();
    vocabulary.stepRank = rank;
    for (String data : vocabulary.datas) {
      declare(
          data,
          new Model.Method("label", false, Type.STRING, parameters(Type.STRING), none()),
          rank);
    }
    if (!vocabulary.datas.isEmpty()) {
      accessors(rank);
    }
    for (String step : vocabulary.steps) {
      declare(
          step,
          new Model.Method(Model.STEP_METHOD, false, Type.STRING, parameters(Type.STRING), none()),
          rank);
    }
    return new Model(classes());
  }

  /** What most classes with data have: a getter, a setter, one that gives the object back. */
  private void accessors(int rank) {
    Node self = Node.of(Kind.THIS, Type.DATA, "");
    Node second = Node.of(Kind.FIELD, Type.STRING, "second", self);
    declare(
        "Data",
        new Model.Method("getSecond", false, Type.STRING, List.of(), returns(second)),
        rank);
    List<Model.Parameter> setter = parameters(Type.STRING);
    Node set = Node.statement(Kind.FIELD_SET, "second", self, text(setter));
    declare(
        "Data",
        new Model.Method("setSecond", false, Type.VOID, setter, Node.block(List.of(set))),
        rank);
    List<Model.Parameter> with = parameters(Type.STRING);
    Node first = Node.statement(Kind.FIELD_SET, "first", self, text(with));
    Node chained = Node.block(List.of(first, Node.statement(Kind.RETURN, "", self)));
    declare("Data", new Model.Method("with", false, Type.DATA, with, chained), rank);
  }

  private static Node text(List<Model.Parameter> parameters) {
    return Node.local(parameters.get(0).name(), Type.STRING);
  }

  private static Node returns(Node value) {
    return Node.block(List.of(Node.statement(Kind.RETURN, "", value)));
  }

  private static Node none() {
    return Node.block(List.of());
  }

  private void declare(String owner, Model.Method method, int rank) {
    vocabulary.callables.add(new Callable(method, owner, rank));
  }

  private void fields() {
    Optional<Node> text = Optional.of(Node.constant("k"));
    if (vocabulary.chance(40)) {
      vocabulary.statics.add(new Model.Field("shared", Type.STRING, true, text));
    }
    if (vocabulary.chance(15)) {
      Node list = Node.of(Kind.NEW_LIST, Type.LIST, "");
      vocabulary.statics.add(new Model.Field("log", Type.LIST, true, Optional.of(list)));
    }
    if (vocabulary.chance(15)) {
      Node map = Node.of(Kind.NEW_MAP, Type.MAP, "");
      vocabulary.statics.add(new Model.Field("cache", Type.MAP, true, Optional.of(map)));
    }
    if (vocabulary.chance(30)) {
      vocabulary.servletFields.add(new Model.Field("last", Type.STRING, false, text));
    }
  }

  private void helpers(boolean steps) {
    List<Model.Parameter> request = List.of(new Model.Parameter("request", Type.REQUEST));
    declare("App", new Model.Method("handle", false, Type.VOID, request, none()), 0);
    int count = vocabulary.random.nextInt(5);
    for (int rank = 1; rank <= count; rank++) {
      List<Type> shape = new ArrayList<>(vocabulary.pick(SHAPES));
      if (shape.contains(Type.DATA) && vocabulary.datas.isEmpty()
          || shape.contains(Type.STEP) && !steps) {
        shape = new ArrayList<>(List.of(Type.STRING));
      }
      Type result = result(shape);
      boolean recursive = result == Type.STRING && vocabulary.chance(20);
      if (recursive) {
        shape.add(Type.INT);
      }
      boolean isStatic = vocabulary.chance(50);
      List<Model.Parameter> parameters = parameters(shape.toArray(Type[]::new));
      String name = (recursive ? "again" : "help") + rank;
      declare("App", new Model.Method(name, isStatic, result, parameters, none()), rank);
    }
  }

  private Type result(List<Type> shape) {
    if (shape.contains(Type.STRING) && vocabulary.chance(15)) {
      return Type.BOOLEAN;
    }
    if (vocabulary.chance(10)) {
      return vocabulary.chance(50) ? Type.LIST : Type.MAP;
    }
    return vocabulary.chance(65) ? Type.STRING : Type.VOID;
  }

  private List<Model.Parameter> parameters(Type... types) {
    List<Model.Parameter> parameters = new ArrayList<>();
    for (Type type : types) {
      String stem = type == Type.REQUEST ? "request" : type.name().toLowerCase();
      int number = parameterNames.merge(stem, 1, Integer::sum);
      parameters.add(new Model.Parameter(type == Type.REQUEST ? stem : stem + number, type));
    }
    return parameters;
  }

  /**
   * Fills in the bodies: what is called last is made first, so that handle can spend what is left.
   */
  private List<Model.Klass> classes() {
    Map<String, List<Model.Method>> methods = new HashMap<>();
    for (Callable callable : vocabulary.callables) {
      Model.Method method = callable.method();
      methods
          .computeIfAbsent(callable.owner(), owner -> new ArrayList<>())
          .add(method.withBody(body(callable)));
    }
    List<Model.Klass> classes = new ArrayList<>();
    List<Model.Field> fields = new ArrayList<>(vocabulary.statics);
    fields.addAll(vocabulary.servletFields);
    classes.add(new Model.Klass("App", "", false, fields, methods.get("App")));
    for (String data : vocabulary.datas) {
      boolean top = data.equals("Data");
      classes.add(
          new Model.Klass(
              data, top ? "" : "Data", true, top ? dataFields() : List.of(), methods.get(data)));
    }
    List<Model.Field> held = List.of(new Model.Field("held", Type.STRING, false, Optional.empty()));
    for (String step : vocabulary.steps) {
      classes.add(new Model.Klass(step, "Step", true, held, methods.get(step)));
    }
    return classes;
  }

  private static List<Model.Field> dataFields() {
    return List.of(
        new Model.Field("first", Type.STRING, false, Optional.empty()),
        new Model.Field("second", Type.STRING, false, Optional.of(Node.constant("s"))),
        new Model.Field("next", Type.DATA, false, Optional.empty()));
  }

  private Node body(Callable callable) {
    Model.Method method = callable.method();
    List<Variable> parameters = new ArrayList<>();
    for (Model.Parameter each : method.parameters()) {
      parameters.add(new Variable(each.name(), each.type(), vocabulary.chance(60), 0));
    }
    if (!method.body().parts().isEmpty()) {
      return method.body();
    }
    Scope scope = Scope.of(callable, parameters);
    if (callable.rank() == 0) {
      return entry(scope);
    }
    if (method.result() == Type.BOOLEAN) {
      Node condition = new ExpressionMaker(vocabulary).condition(scope, 1);
      return Node.block(List.of(Node.statement(Kind.RETURN, "", condition)));
    }
    List<Node> first = new ArrayList<>();
    if (method.name().startsWith("again")) {
      first.add(again(scope, callable));
    }
    return statements.body(scope, vocabulary.random.nextInt(4), first);
  }

  /** The call of a method by itself, on one less. */
  private Node again(Scope scope, Callable callable) {
    Variable depth = scope.of(Type.INT).get(0);
    Node call = new ExpressionMaker(vocabulary).call(scope, 1, callable);
    Node less = Node.of(Kind.LESS, Type.INT, "", depth.node());
    Node returned = Node.statement(Kind.RETURN, "", call.withPart(call.parts().size() - 1, less));
    Node positive = Node.condition(Kind.COMPARE, "1,0,0", depth.node());
    return Node.statement(
        Kind.IF, "", positive, Node.block(List.of(returned)), Node.block(List.of()));
  }

  private Node entry(Scope scope) {
    List<Node> body = new ArrayList<>();
    Node source = Node.of(Kind.SOURCE, Type.STRING, "p");
    body.add(Node.of(Kind.DECLARE, Type.STRING, "input", source));
    scope.add(new Variable("input", Type.STRING, vocabulary.chance(70), 0));
    body.addAll(statements.statements(scope, 3 + vocabulary.random.nextInt(6), 2));
    for (Callable helper : vocabulary.callables) {
      if (helper.owner().equals("App") && helper.rank() > 0 && vocabulary.chance(50)) {
        body.add(statements.call(scope, helper));
      }
    }
    body.add(statements.sink(scope));
    return Node.block(body);
  }
}
