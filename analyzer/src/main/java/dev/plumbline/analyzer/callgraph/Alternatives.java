package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * The overloads that a call <i>may</i> mean where types of arguments are not known: code that the
 * build generates is not here, and {@code handle(message.getOrder())} could then be any {@code
 * handle}.
 */
final class Alternatives {

  private final Program program;

  Alternatives(Program program) {
    this.program = program;
  }

  /**
   * The chosen one alone for nearly all calls: the arguments that tell overloads apart are known.
   */
  List<Members.Method> of(CodeBody body, Instruction.Call call, CallTarget target) {
    Members.Method chosen = target.method().orElseThrow();
    int arguments = call.arguments().size();
    if (arguments == 0 || chosen.declared().isEmpty() || !anyUnknown(body, call)) {
      return List.of(chosen);
    }
    JavaType receiver = target.receiver().isClass() ? target.receiver() : chosen.owner();
    List<Members.Method> found = new ArrayList<>(List.of(chosen));
    int best = named(body, call, chosen);
    for (Members.Method each :
        program.members().methods(receiver, call.name(), arguments, body.owner())) {
      boolean same = each.declared().equals(chosen.declared());
      if (same || each.declared().isEmpty() || !mayBeMeant(body, call, each, chosen)) {
        continue;
      }
      int named = named(body, call, each);
      if (named > best) {
        found.clear();
        best = named;
      }
      if (named == best) {
        found.add(each);
      }
    }
    return found;
  }

  /** A type that is not here still has a name: how many parameters ask for the very one. */
  private int named(CodeBody body, Instruction.Call call, Members.Method method) {
    List<JavaType> parameters = method.signature().parameters();
    int named = 0;
    for (int i = 0; i < Math.min(parameters.size(), call.arguments().size()); i++) {
      JavaType type = program.inference().typeOf(body, call.arguments().get(i));
      if (type.kind() == JavaType.Kind.UNRESOLVED
          && type.simpleName().equals(parameters.get(i).simpleName())) {
        named++;
      }
    }
    return named;
  }

  private boolean anyUnknown(CodeBody body, Instruction.Call call) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (isUnknown(body, call.arguments().get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Functions and null have no type of their own and are judged by their shape. */
  private boolean isUnknown(CodeBody body, int register) {
    if (program.inference().typeOf(body, register).isKnown()) {
      return false;
    }
    for (Instruction each : body.definitions(register)) {
      if (each instanceof Instruction.MakeLambda
          || each instanceof Instruction.MethodReference
          || each instanceof Instruction.Constant constant
              && constant.literal().kind() == Literal.Kind.NULL) {
        return false;
      }
    }
    return true;
  }

  private boolean mayBeMeant(
      CodeBody body, Instruction.Call call, Members.Method other, Members.Method chosen) {
    List<JavaType> wanted = other.signature().parameters();
    List<JavaType> taken = chosen.signature().parameters();
    int arguments = call.arguments().size();
    if (wanted.size() != arguments || taken.size() != arguments) {
      return false;
    }
    boolean toldApart = false;
    for (int i = 0; i < arguments; i++) {
      int register = call.arguments().get(i);
      if (isUnknown(body, register)) {
        toldApart |= !wanted.get(i).equals(taken.get(i));
      } else if (!fits(program.inference().typeOf(body, register), wanted.get(i))) {
        return false;
      }
    }
    return toldApart;
  }

  private boolean fits(JavaType argument, JavaType parameter) {
    if (isPrimitive(argument) != isPrimitive(parameter)) {
      JavaType boxed = isPrimitive(argument) ? parameter : argument;
      return !boxed.isClass() || boxed.name().startsWith("java.lang.") && !boxed.isString();
    }
    return !argument.isClass()
        || !parameter.isClass()
        || program.hierarchy().isSubtype(argument, parameter.name());
  }

  private static boolean isPrimitive(JavaType type) {
    return type.kind() == JavaType.Kind.PRIMITIVE && type.dimensions() == 0;
  }
}
