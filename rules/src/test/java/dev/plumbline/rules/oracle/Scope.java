package dev.plumbline.rules.oracle;

import java.util.ArrayList;
import java.util.List;

/** What the code at one place of a method in the making can name. */
final class Scope {

  /**
   * @param isFinal whether nothing assigns it again, so that lambdas may take it
   * @param size of an array or of a list as it was made; 0 for others
   */
  record Variable(String name, Type type, boolean isFinal, int size) {
    Node node() {
      return Node.local(name, type);
    }
  }

  /**
   * A method that is declared and may be called.
   *
   * @param owner the class that it stands in
   * @param rank only methods of a higher rank are called, so that the program ends
   */
  record Callable(Model.Method method, String owner, int rank) {}

  final Callable method;
  private final List<Variable> variables;
  private final boolean lambda;

  /** Whether methods that declare exceptions may be called. */
  final boolean calls;

  /** Whether a break may stand here. */
  final boolean loop;

  private Scope(
      Callable method, List<Variable> variables, boolean lambda, boolean calls, boolean loop) {
    this.method = method;
    this.variables = variables;
    this.lambda = lambda;
    this.calls = calls;
    this.loop = loop;
  }

  static Scope of(Callable method, List<Variable> parameters) {
    return new Scope(method, new ArrayList<>(parameters), false, true, false);
  }

  /** A block inside of this one. */
  Scope inner(boolean isLoop) {
    return new Scope(method, new ArrayList<>(variables), lambda, calls, isLoop || loop);
  }

  /**
   * The body of a lambda with that parameter.
   *
   * @param mayCall whether its interface lets exceptions through
   */
  Scope lambda(String parameter, boolean mayCall) {
    List<Variable> taken = new ArrayList<>();
    for (Variable variable : variables) {
      if (variable.isFinal() && variable.type() != Type.INT) {
        taken.add(variable);
      }
    }
    taken.add(new Variable(parameter, Type.STRING, true, 0));
    return new Scope(method, taken, true, mayCall, false);
  }

  void add(Variable variable) {
    variables.add(variable);
  }

  List<Variable> of(Type type) {
    return variables.stream().filter(each -> each.type() == type).toList();
  }

  boolean inLambda() {
    return lambda;
  }

  boolean hasRequest() {
    return !of(Type.REQUEST).isEmpty();
  }

  boolean hasThis() {
    return !method.method().isStatic();
  }
}
