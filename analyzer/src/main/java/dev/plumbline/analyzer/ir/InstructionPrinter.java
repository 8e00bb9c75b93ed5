package dev.plumbline.analyzer.ir;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The instructions of one body as text. */
final class InstructionPrinter implements Instruction.Visitor<String> {

  private final Map<Integer, String> names = new HashMap<>();

  InstructionPrinter(Body body) {
    Map<String, Integer> uses = new HashMap<>();
    for (Variable variable : body.variables()) {
      uses.merge(variable.name(), 1, Integer::sum);
    }
    for (Variable variable : body.variables()) {
      boolean unique = uses.get(variable.name()) == 1;
      names.put(
          variable.register(),
          unique ? variable.name() : variable.name() + "#" + variable.register());
    }
  }

  String register(int register) {
    return names.getOrDefault(register, "%" + register);
  }

  private String set(int target) {
    return target == Body.NONE ? "" : register(target) + " = ";
  }

  private String list(Operands operands) {
    return operands.stream().mapToObj(this::register).collect(Collectors.joining(", "));
  }

  @Override
  public String visit(Instruction.Constant constant) {
    return set(constant.target()) + escaped(constant.literal().toString());
  }

  private static String escaped(String text) {
    return text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
  }

  @Override
  public String visit(Instruction.Copy copy) {
    return set(copy.target()) + register(copy.source());
  }

  @Override
  public String visit(Instruction.Operation operation) {
    return set(operation.target()) + operation.operator() + " " + list(operation.operands());
  }

  @Override
  public String visit(Instruction.LoadName load) {
    return set(load.target()) + "name " + String.join(".", load.path());
  }

  @Override
  public String visit(Instruction.StoreName store) {
    return "name " + String.join(".", store.path()) + " = " + register(store.source());
  }

  @Override
  public String visit(Instruction.LoadField load) {
    return set(load.target()) + register(load.object()) + "." + load.name();
  }

  @Override
  public String visit(Instruction.StoreField store) {
    return register(store.object()) + "." + store.name() + " = " + register(store.source());
  }

  @Override
  public String visit(Instruction.LoadElement load) {
    return set(load.target()) + register(load.array()) + "[" + register(load.index()) + "]";
  }

  @Override
  public String visit(Instruction.StoreElement store) {
    return register(store.array())
        + "["
        + register(store.index())
        + "] = "
        + register(store.source());
  }

  @Override
  public String visit(Instruction.New creation) {
    String outer = creation.outer() == Body.NONE ? "" : register(creation.outer()) + ".";
    String local = creation.localType() == Body.NONE ? "" : " local type " + creation.localType();
    return set(creation.target())
        + outer
        + "new "
        + creation.type()
        + "("
        + list(creation.arguments())
        + ")"
        + local;
  }

  @Override
  public String visit(Instruction.NewArray creation) {
    String content =
        creation.initialized()
            ? " {" + list(creation.elements()) + "}"
            : " [" + list(creation.dimensions()) + "]";
    return set(creation.target()) + "new " + creation.type() + content;
  }

  @Override
  public String visit(Instruction.Call call) {
    String qualifier = call.qualifier().map(type -> type + ".").orElse("");
    String outer = call.receiver() == Body.NONE ? "" : register(call.receiver()) + ".";
    String callee =
        switch (call.dispatch()) {
          case EXPRESSION -> outer + typeArguments(call) + call.name();
          case UNQUALIFIED -> call.name();
          case SUPER -> qualifier + "super." + call.name();
          case THIS_CONSTRUCTOR -> "this";
          case SUPER_CONSTRUCTOR -> outer + "super";
        };
    return set(call.target()) + "call " + callee + "(" + list(call.arguments()) + ")";
  }

  private static String typeArguments(Instruction.Call call) {
    return call.typeArguments().isEmpty()
        ? ""
        : call.typeArguments().stream()
            .map(TypeRef::toString)
            .collect(Collectors.joining(", ", "<", ">"));
  }

  @Override
  public String visit(Instruction.MakeLambda lambda) {
    return set(lambda.target()) + "lambda " + lambda.lambda();
  }

  @Override
  public String visit(Instruction.MethodReference reference) {
    Optional<String> type = reference.type().map(TypeRef::toString);
    String scope;
    if (reference.isSuper()) {
      scope = type.map(name -> name + ".super").orElse("super");
    } else {
      scope = type.orElseGet(() -> register(reference.receiver()));
    }
    return set(reference.target()) + scope + "::" + reference.name();
  }

  @Override
  public String visit(Instruction.Cast cast) {
    return set(cast.target()) + "(" + cast.type() + ") " + register(cast.source());
  }

  @Override
  public String visit(Instruction.InstanceOf test) {
    return set(test.target()) + register(test.source()) + " instanceof " + test.type();
  }

  @Override
  public String visit(Instruction.Catch handler) {
    return set(handler.target()) + "catch " + IrPrinter.types(handler.types());
  }

  @Override
  public String visit(Instruction.Monitor monitor) {
    return (monitor.enter() ? "enter " : "exit ") + register(monitor.object());
  }

  @Override
  public String visit(Instruction.Jump jump) {
    return "jump b" + jump.block();
  }

  @Override
  public String visit(Instruction.Branch branch) {
    return "branch "
        + register(branch.condition())
        + " b"
        + branch.then()
        + " b"
        + branch.otherwise();
  }

  @Override
  public String visit(Instruction.Switch choice) {
    String cases =
        choice.cases().stream()
            .map(
                one ->
                    one.labels().stream()
                            .map(ElementValuePrinter::print)
                            .collect(Collectors.joining(", "))
                        + " -> b"
                        + one.block()
                        + "; ")
            .collect(Collectors.joining());
    return "switch "
        + register(choice.selector())
        + " { "
        + cases
        + "default -> b"
        + choice.otherwise()
        + " }";
  }

  @Override
  public String visit(Instruction.Next next) {
    return set(next.target())
        + "next "
        + register(next.iterable())
        + " b"
        + next.body()
        + " b"
        + next.exit();
  }

  @Override
  public String visit(Instruction.Return exit) {
    return exit.value() == Body.NONE ? "return" : "return " + register(exit.value());
  }

  @Override
  public String visit(Instruction.Throw exit) {
    return "throw " + register(exit.exception());
  }
}
