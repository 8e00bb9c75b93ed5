package dev.plumbline.rules.oracle;

import dev.plumbline.rules.oracle.Scope.Callable;
import dev.plumbline.rules.oracle.Scope.Variable;
import java.util.ArrayList;
import java.util.List;

/** Makes the statements of a method. */
final class StatementMaker {

  private static final int EXPRESSION_DEPTH = 2;
  private static final List<Type> DECLARED =
      List.of(
          Type.STRING,
          Type.STRING,
          Type.STRING,
          Type.LIST,
          Type.MAP,
          Type.ARRAY,
          Type.BUILDER,
          Type.DATA,
          Type.DATAS,
          Type.STEP,
          Type.INT);

  private static final List<Type> COPIED = List.of(Type.ARRAY, Type.LIST, Type.MAP, Type.DATAS);

  private final Vocabulary vocabulary;
  private final ExpressionMaker expressions;

  StatementMaker(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    expressions = new ExpressionMaker(vocabulary);
  }

  /** The body of a method, with its last return. */
  Node body(Scope scope, int statements, List<Node> first) {
    List<Node> all = new ArrayList<>(first);
    all.addAll(statements(scope, statements, 2));
    Type result = scope.method.method().result();
    if (result != Type.VOID) {
      all.add(returned(scope, result));
    }
    return Node.block(all);
  }

  private Node returned(Scope scope, Type result) {
    return Node.statement(Kind.RETURN, "", expressions.value(result, scope, EXPRESSION_DEPTH));
  }

  List<Node> statements(Scope scope, int count, int depth) {
    List<Node> statements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      statements.add(statement(scope, depth));
    }
    return statements;
  }

  private Node block(Scope scope, int depth) {
    return Node.block(statements(scope, 1 + vocabulary.random.nextInt(2), depth - 1));
  }

  private Node text(Scope scope) {
    return expressions.text(scope, EXPRESSION_DEPTH);
  }

  private Node condition(Scope scope) {
    return expressions.condition(scope, 1);
  }

  private Node statement(Scope scope, int depth) {
    Choice<Node> ways = new Choice<>(vocabulary.random);
    ways.or(7, () -> declaration(scope));
    assignments(scope, ways);
    changes(scope, ways);
    otherChanges(scope, ways);
    calls(scope, ways);
    ways.or(vocabulary.hasSinkLeft(), 3, () -> sink(scope));
    if (depth > 0) {
      branches(scope, depth, ways);
    }
    return ways.make();
  }

  Node sink(Scope scope) {
    return Node.statement(Kind.SINK, vocabulary.nextSink(), text(scope));
  }

  /** A call of the helper, whose result is kept where it is a text. */
  Node call(Scope scope, Callable helper) {
    Node call = expressions.call(scope, EXPRESSION_DEPTH, helper);
    if (call.type() != Type.STRING) {
      return Node.statement(Kind.DO, "", call);
    }
    String name = vocabulary.name("s");
    scope.add(new Variable(name, Type.STRING, true, 0));
    return Node.of(Kind.DECLARE, Type.STRING, name, call);
  }

  private Node declaration(Scope scope) {
    Type type = vocabulary.pick(DECLARED);
    boolean possible = type != Type.STEP || scope.method.rank() < vocabulary.stepRank;
    boolean data = type == Type.DATA || type == Type.DATAS;
    if (!possible || data && vocabulary.datas.isEmpty()) {
      type = Type.STRING;
    }
    Node value = fresh(type, scope);
    String name = vocabulary.name(type.name().substring(0, 1).toLowerCase());
    boolean isFinal = type == Type.INT || vocabulary.chance(50);
    scope.add(new Variable(name, type, isFinal, value.parts().size()));
    return Node.of(Kind.DECLARE, type, name, value);
  }

  /** Mostly a new object; sometimes another name of one that is there. */
  private Node fresh(Type type, Scope scope) {
    if (type == Type.INT) {
      return Node.of(Kind.INT_CONST, type, String.valueOf(80 + vocabulary.random.nextInt(40)));
    }
    List<Node> copied = expressions.named(scope, type);
    if (COPIED.contains(type) && !copied.isEmpty() && vocabulary.chance(30)) {
      return Node.of(Kind.COPY, type, "", vocabulary.recent(copied));
    }
    if (vocabulary.chance(20)) {
      return expressions.value(type, scope, 1);
    }
    return switch (type) {
      case LIST ->
          vocabulary.chance(50)
              ? Node.of(Kind.NEW_LIST, type, "")
              : Node.of(Kind.LIST_OF, type, "", expressions.text(scope, 0), text(scope));
      case ARRAY ->
          Node.of(
              Kind.NEW_ARRAY,
              type,
              "",
              expressions.constant(),
              expressions.text(scope, 0),
              expressions.constant());
      case BUILDER -> Node.of(Kind.NEW_BUILDER, type, "", expressions.text(scope, 0));
      case DATA -> Node.of(Kind.NEW_OBJECT, type, vocabulary.pick(vocabulary.datas), text(scope));
      default -> expressions.value(type, scope, EXPRESSION_DEPTH);
    };
  }

  private void assignments(Scope scope, Choice<Node> ways) {
    List<Variable> assigned =
        scope.of(Type.STRING).stream().filter(each -> !each.isFinal()).toList();
    ways.or(
        !assigned.isEmpty(),
        5,
        () -> Node.statement(Kind.ASSIGN, vocabulary.recent(assigned).name(), text(scope)));
    List<Model.Field> statics = expressions.staticFields(Type.STRING);
    ways.or(
        !statics.isEmpty(),
        2,
        () ->
            Node.statement(Kind.STATIC_SET, "App." + vocabulary.pick(statics).name(), text(scope)));
    List<Variable> datas = scope.of(Type.DATA);
    ways.or(
        !datas.isEmpty(),
        4,
        () ->
            Node.statement(
                Kind.FIELD_SET,
                expressions.dataField(),
                vocabulary.recent(datas).node(),
                text(scope)));
    ways.or(datas.size() > 1, 2, () -> alias(scope, datas));
    if (scope.hasThis()) {
      List<String> own = expressions.ownTexts(scope);
      ways.or(
          !own.isEmpty(),
          2,
          () ->
              Node.statement(
                  Kind.FIELD_SET, vocabulary.pick(own), expressions.thisOf(scope), text(scope)));
    }
  }

  /** Objects that know each other, and variables that change what they name. */
  private Node alias(Scope scope, List<Variable> datas) {
    Variable left = vocabulary.pick(datas);
    Node right = vocabulary.pick(datas).node();
    if (!left.isFinal() && vocabulary.chance(50)) {
      Node next = Node.of(Kind.FIELD, Type.DATA, "next", right);
      return Node.statement(Kind.ASSIGN, left.name(), vocabulary.chance(50) ? right : next);
    }
    return Node.statement(Kind.FIELD_SET, "next", left.node(), right);
  }

  private void changes(Scope scope, Choice<Node> ways) {
    List<Node> arrays = expressions.named(scope, Type.ARRAY);
    ways.or(
        !arrays.isEmpty(),
        4,
        () -> change(Kind.ARRAY_SET, expressions.index(scope), vocabulary.recent(arrays), scope));
    List<Node> lists = expressions.named(scope, Type.LIST);
    ways.or(!lists.isEmpty(), 7, () -> change(Kind.LIST_ADD, "", vocabulary.recent(lists), scope));
    ways.or(
        !lists.isEmpty(), 1, () -> change(Kind.LIST_INSERT, "0", vocabulary.recent(lists), scope));
    ways.or(
        !lists.isEmpty(),
        1,
        () -> change(Kind.LIST_SET, expressions.index(scope), vocabulary.recent(lists), scope));
    ways.or(
        !lists.isEmpty(),
        2,
        () ->
            Node.statement(
                Kind.LIST_DROP, vocabulary.chance(70) ? "0" : "1", vocabulary.recent(lists)));
    List<Node> maps = expressions.named(scope, Type.MAP);
    ways.or(
        !maps.isEmpty(),
        6,
        () -> change(Kind.MAP_PUT, expressions.key(), vocabulary.recent(maps), scope));
    ways.or(
        !maps.isEmpty(),
        2,
        () ->
            change(
                vocabulary.chance(50) ? Kind.MAP_OFFER : Kind.MAP_MERGE,
                expressions.key(),
                vocabulary.recent(maps),
                scope));
    ways.or(maps.size() > 1, 2, () -> addAll(maps));
    ways.or(lists.size() > 1, 2, () -> addAll(lists));
    ways.or(
        !maps.isEmpty(),
        1,
        () -> Node.statement(Kind.MAP_DROP, expressions.key(), vocabulary.recent(maps)));
    ways.or(
        !maps.isEmpty() || !lists.isEmpty(),
        1,
        () -> Node.statement(Kind.CLEAR, "", vocabulary.recent(maps.isEmpty() ? lists : maps)));
    List<Node> builders = expressions.named(scope, Type.BUILDER);
    ways.or(
        !builders.isEmpty(), 5, () -> change(Kind.APPEND, "", vocabulary.recent(builders), scope));
    ways.or(
        !builders.isEmpty(), 1, () -> change(Kind.INSERT, "", vocabulary.recent(builders), scope));
    ways.or(
        !builders.isEmpty(), 1, () -> Node.statement(Kind.RESET, "", vocabulary.recent(builders)));
  }

  private Node addAll(List<Node> containers) {
    Node source = vocabulary.pick(containers);
    return Node.statement(Kind.ADD_ALL, "", vocabulary.recent(containers), source);
  }

  private void otherChanges(Scope scope, Choice<Node> ways) {
    List<Node> datas = expressions.named(scope, Type.DATAS);
    ways.or(
        !datas.isEmpty(),
        6,
        () ->
            Node.statement(
                Kind.LIST_ADD,
                "",
                vocabulary.recent(datas),
                expressions.value(Type.DATA, scope, EXPRESSION_DEPTH)));
    ways.or(
        vocabulary.attributes && scope.hasRequest(),
        4,
        () -> Node.statement(Kind.ATTRIBUTE_SET, expressions.attribute(), text(scope)));
    List<Variable> builders = scope.of(Type.BUILDER).stream().filter(Variable::isFinal).toList();
    List<Node> lists = expressions.named(scope, Type.LIST);
    ways.or(
        !builders.isEmpty() && !lists.isEmpty(),
        2,
        () -> forEach(scope, vocabulary.recent(lists), vocabulary.recent(builders)));
    List<Variable> all = scope.of(Type.BUILDER);
    ways.or(
        !all.isEmpty(),
        2,
        () ->
            Node.statement(
                Kind.APPEND, "", vocabulary.recent(all).node(), text(scope), text(scope)));
  }

  private Node forEach(Scope scope, Node list, Variable builder) {
    String name = vocabulary.name("x");
    Node appended = expressions.text(scope.lambda(name, false), 1);
    return Node.statement(Kind.FOR_EACH, name, list, builder.node(), appended);
  }

  private Node change(Kind kind, String text, Node container, Scope scope) {
    return Node.statement(kind, text, container, text(scope));
  }

  private void calls(Scope scope, Choice<Node> ways) {
    List<Callable> callables = expressions.callable(scope, Type.VOID);
    ways.or(
        !callables.isEmpty(),
        8,
        () ->
            Node.statement(
                Kind.DO,
                "",
                expressions.call(scope, EXPRESSION_DEPTH, vocabulary.recent(callables))));
  }

  private void branches(Scope scope, int depth, Choice<Node> ways) {
    ways.or(
        7,
        () ->
            Node.statement(
                Kind.IF,
                "",
                condition(scope),
                block(scope.inner(false), depth),
                vocabulary.chance(50) ? block(scope.inner(false), depth) : Node.block(List.of())));
    ways.or(2, () -> guardedExit(scope));
    ways.or(2, () -> counted(scope, depth));
    ways.or(!expressions.named(scope, Type.LIST).isEmpty(), 2, () -> each(scope, depth, Type.LIST));
    ways.or(
        !expressions.named(scope, Type.ARRAY).isEmpty(), 1, () -> each(scope, depth, Type.ARRAY));
    ways.or(!expressions.named(scope, Type.MAP).isEmpty(), 1, () -> each(scope, depth, Type.MAP));
    ways.or(2, () -> switched(scope, depth));
    ways.or(2, () -> attempt(scope, depth));
    ways.or(scope.loop, 2, () -> Node.statement(Kind.BREAK, "", condition(scope)));
    ways.or(scope.loop, 1, () -> Node.statement(Kind.CONTINUE, "", condition(scope)));
  }

  /** A return or a throw that a condition guards. */
  private Node guardedExit(Scope scope) {
    Type result = scope.method.method().result();
    Node exit =
        vocabulary.chance(35)
            ? Node.statement(Kind.THROW, "", text(scope))
            : result == Type.VOID ? Node.statement(Kind.RETURN, "") : returned(scope, result);
    Node none = Node.block(List.of());
    return Node.statement(Kind.IF, "", condition(scope), Node.block(List.of(exit)), none);
  }

  private Node counted(Scope scope, int depth) {
    Scope inner = scope.inner(true);
    String name = vocabulary.name("i");
    inner.add(new Variable(name, Type.INT, false, 0));
    String loop = name + "," + (1 + vocabulary.random.nextInt(3));
    return Node.statement(Kind.COUNT, loop, block(inner, depth));
  }

  private Node each(Scope scope, int depth, Type type) {
    Scope inner = scope.inner(true);
    Node values = vocabulary.recent(expressions.named(scope, type));
    String name = vocabulary.name("v");
    inner.add(new Variable(name, Type.STRING, true, 0));
    Kind kind = type == Type.LIST && vocabulary.chance(40) ? Kind.ITERATE : Kind.EACH;
    return Node.statement(kind, name, values, block(inner, depth));
  }

  private Node switched(Scope scope, int depth) {
    String target =
        vocabulary.pick(List.of("ABC", "BAC", "CAB")) + "," + vocabulary.random.nextInt(3);
    return Node.statement(
        Kind.SWITCH,
        target,
        block(scope.inner(false), depth),
        block(scope.inner(false), depth),
        block(scope.inner(false), depth));
  }

  private Node attempt(Scope scope, int depth) {
    boolean all = vocabulary.chance(40);
    String name = vocabulary.name(all ? "any" : "e");
    Scope caught = scope.inner(false);
    if (!all) {
      caught.add(new Variable(name, Type.EXCEPTION, true, 0));
    }
    return Node.statement(
        Kind.TRY,
        name,
        block(scope.inner(false), depth),
        block(caught, depth),
        vocabulary.chance(25) ? block(scope.inner(false), depth) : Node.block(List.of()));
  }
}
