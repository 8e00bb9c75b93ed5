package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses among methods of one name after JLS 15.12.2: those that the arguments fit by subtyping,
 * else by boxing, else by variable arity; among them the most specific one. An argument of unknown
 * type fits everywhere, and the widest parameter best; a tie is the nearer declaration's.
 */
final class Overloads {

  private final Program program;
  private final MethodTypes types;

  Overloads(Program program, MethodTypes types) {
    this.program = program;
    this.types = types;
  }

  private enum Phase {
    STRICT,
    LOOSE,
    VARIABLE_ARITY
  }

  /**
   * @param candidates at least one; all accept so many arguments
   */
  Members.Method choose(CodeBody body, List<Members.Method> candidates, Argument[] arguments) {
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    for (Phase phase : Phase.values()) {
      List<Members.Method> applicable = new ArrayList<>(candidates.size());
      for (Members.Method candidate : candidates) {
        if (applies(body, candidate.signature(), arguments, phase)) {
          applicable.add(candidate);
        }
      }
      if (applicable.size() == 1) {
        return applicable.get(0);
      } else if (!applicable.isEmpty()) {
        return mostSpecific(body, applicable, arguments, phase);
      }
    }
    // Nothing fits as far as we see: a type was misjudged. Fixed arity is the likelier meaning.
    for (Members.Method candidate : candidates) {
      if (candidate.signature().parameters().size() == arguments.length) {
        return candidate;
      }
    }
    return candidates.get(0);
  }

  private boolean applies(CodeBody body, Signature signature, Argument[] arguments, Phase phase) {
    boolean spread = phase == Phase.VARIABLE_ARITY;
    if (!signature.parametersKnown()) {
      return true;
    }
    if (spread ? !signature.variableArity() : signature.parameters().size() != arguments.length) {
      return false;
    }
    for (int i = 0; i < arguments.length; i++) {
      JavaType parameter = signature.parameter(i, spread);
      if (!fits(body, arguments[i], parameter, signature, phase != Phase.STRICT)) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(
      CodeBody body, Argument argument, JavaType parameter, Signature signature, boolean loose) {
    if (argument.isFunctional()) {
      return fitsFunction(body, argument, parameter);
    }
    if (argument.isNull()) {
      return !Boxing.isPrimitive(parameter);
    }
    JavaType type = program.names().upperBound(argument.type(), body);
    return !type.isKnown() || fits(type, upper(parameter, signature), loose);
  }

  /** A type variable of the method is as wide as its bound. */
  private static JavaType upper(JavaType parameter, Signature signature) {
    if (Signature.isInferred(parameter)) {
      for (TypeVariable variable : signature.variables()) {
        if (variable.name().equals(parameter.name())) {
          JavaType bound = variable.bound();
          return Signature.isInferred(bound)
              ? JavaType.OBJECT.withDimensions(parameter.dimensions())
              : bound.withDimensions(bound.dimensions() + parameter.dimensions());
        }
      }
    }
    return parameter.kind() == JavaType.Kind.VARIABLE
        ? JavaType.OBJECT.withDimensions(parameter.dimensions())
        : parameter;
  }

  private boolean fits(JavaType argument, JavaType parameter, boolean loose) {
    if (!parameter.isKnown()) {
      return true;
    }
    boolean primitiveArgument = Boxing.isPrimitive(argument);
    if (Boxing.isPrimitive(parameter)) {
      if (primitiveArgument) {
        return Boxing.widens(argument, parameter);
      }
      JavaType unboxed = Boxing.unboxed(argument);
      return loose && Boxing.isPrimitive(unboxed) && Boxing.widens(unboxed, parameter);
    }
    if (primitiveArgument) {
      return loose && isSubtype(Boxing.boxed(argument), parameter);
    }
    return isSubtype(argument, parameter);
  }

  private boolean isSubtype(JavaType type, JavaType of) {
    if (of.is("java.lang.Object")) {
      return true;
    }
    if (type.dimensions() != of.dimensions()) {
      return type.dimensions() > of.dimensions()
          && (of.name().equals("java.lang.Object")
              || of.name().equals("java.io.Serializable")
              || of.name().equals("java.lang.Cloneable"));
    }
    if (type.name().equals(of.name())) {
      return true;
    }
    if (type.kind() == JavaType.Kind.PRIMITIVE || of.kind() == JavaType.Kind.PRIMITIVE) {
      return false;
    }
    if (of.name().equals("java.lang.Object")) {
      return true;
    }
    // A type whose header is unknown may be a subtype of anything.
    return program.hierarchy().maySubtype(type.withDimensions(0), of.name());
  }

  /** JLS 15.12.2.1: the shape of a lambda must be that of the function. */
  private boolean fitsFunction(CodeBody body, Argument argument, JavaType parameter) {
    if (parameter.kind() == JavaType.Kind.VARIABLE || !parameter.isKnown()) {
      return true;
    }
    Optional<Function> found = types.functional().function(parameter, body.owner());
    if (found.isEmpty()) {
      return parameter.isClass() && !program.hierarchy().isHeaderKnown(parameter.name());
    }
    Function function = found.get();
    if (argument.reference() != null) {
      return types.references().mayRefer(body, argument.reference(), function);
    }
    if (argument.lambda().body().parameterCount() != function.parameters().size()) {
      return false;
    }
    boolean returnsValue = returnsValue(argument.lambda());
    // An expression may be a statement too: x -> list.add(x).
    return function.isVoid()
        ? !returnsValue || isStatementExpression(argument.lambda())
        : returnsValue && !givesNothing(argument.lambda()) || neverEnds(argument.lambda());
  }

  private static boolean returnsValue(CodeBody lambda) {
    for (Block block : lambda.body().blocks()) {
      if (block.terminator() instanceof Instruction.Return exit && exit.value() != Body.NONE) {
        return true;
      }
    }
    return false;
  }

  /** {@code () -> { throw … }} fits both. */
  private static boolean neverEnds(CodeBody lambda) {
    for (Block block : lambda.body().blocks()) {
      if (block.terminator() instanceof Instruction.Return) {
        return false;
      }
    }
    return true;
  }

  private static boolean isStatementExpression(CodeBody lambda) {
    Instruction step = returned(lambda);
    return step instanceof Instruction.Call
        || step instanceof Instruction.New
        || step instanceof Instruction.Operation
        || step instanceof Instruction.Copy;
  }

  /** Whether the lambda's one expression is a call of a void method. */
  private boolean givesNothing(CodeBody lambda) {
    Instruction step = returned(lambda);
    return step != null && types.typeOf(lambda, step.target()).equals(JavaType.VOID);
  }

  /** What the only return statement gives back, when the body is one expression. */
  private static Instruction returned(CodeBody lambda) {
    Instruction.Return only = null;
    for (Block block : lambda.body().blocks()) {
      if (block.terminator() instanceof Instruction.Return exit && exit.value() != Body.NONE) {
        if (only != null) {
          return null;
        }
        only = exit;
      }
    }
    // The span of an expression lambda's body is that of the expression; a block has its braces.
    if (only == null || !only.span().equals(lambda.body().span())) {
      return null;
    }
    List<Instruction> definitions = lambda.definitions(only.value());
    return definitions.isEmpty() ? null : definitions.get(definitions.size() - 1);
  }

  private Members.Method mostSpecific(
      CodeBody body, List<Members.Method> applicable, Argument[] arguments, Phase phase) {
    Members.Method best = null;
    for (Members.Method candidate : applicable) {
      boolean beatsAll = true;
      for (Members.Method other : applicable) {
        if (other != candidate
            && !isMoreSpecific(body, candidate.signature(), other.signature(), arguments, phase)) {
          beatsAll = false;
          break;
        }
      }
      // Two of them are equal to each other: the one with code counts (JLS 15.12.2.5).
      if (beatsAll && (best == null || best.isAbstract() && !candidate.isAbstract())) {
        best = candidate;
      }
    }
    return best != null ? best : applicable.get(0);
  }

  private boolean isMoreSpecific(
      CodeBody body, Signature one, Signature other, Argument[] arguments, Phase phase) {
    boolean spread = phase == Phase.VARIABLE_ARITY;
    int count = arguments.length;
    if (spread) {
      count = Math.max(count, Math.max(one.parameters().size(), other.parameters().size()));
    }
    for (int i = 0; i < count; i++) {
      JavaType left = one.parameter(i, spread);
      JavaType right = other.parameter(i, spread);
      Argument argument = i < arguments.length ? arguments[i] : null;
      boolean specific;
      if (argument != null && argument.isFunctional()) {
        specific = isMoreSpecificFunction(body, argument, left, right);
      } else if (argument != null && !argument.isFitting() && !argument.type().isKnown()) {
        specific = isWider(upper(left, one), upper(right, other));
      } else {
        specific = isMoreSpecific(upper(left, one), upper(right, other), right);
      }
      if (!specific) {
        return false;
      }
    }
    return true;
  }

  /**
   * What has no known type is no primitive and none of the types that an overload is made for:
   * {@code append(Object)} means it, {@code append(boolean)} does not.
   */
  private boolean isWider(JavaType left, JavaType right) {
    if (left.equals(right) || !left.isKnown() || !right.isKnown()) {
      return true;
    }
    if (Boxing.isPrimitive(left) || Boxing.isPrimitive(right)) {
      return !Boxing.isPrimitive(left) || Boxing.isPrimitive(right) && Boxing.widens(right, left);
    }
    return isSubtype(right, left);
  }

  private boolean isMoreSpecific(JavaType left, JavaType right, JavaType written) {
    if (left.equals(right)) {
      return true;
    }
    if (!left.isKnown() || !right.isKnown()) {
      // What is unknown may be Object.
      return !right.isKnown() || written.kind() == JavaType.Kind.VARIABLE;
    }
    boolean primitiveLeft = Boxing.isPrimitive(left);
    boolean primitiveRight = Boxing.isPrimitive(right);
    if (primitiveLeft && primitiveRight) {
      return Boxing.widens(left, right);
    } else if (primitiveLeft != primitiveRight) {
      return false;
    }
    return isSubtype(left, right);
  }

  /** JLS 15.12.2.5, the part on functional interfaces. */
  private boolean isMoreSpecificFunction(
      CodeBody body, Argument argument, JavaType left, JavaType right) {
    if (left.name().equals(right.name())) {
      return true;
    }
    Function one = types.functional().function(left, body.owner()).orElse(null);
    Function other = types.functional().function(right, body.owner()).orElse(null);
    if (one == null || other == null) {
      return other == null;
    }
    if (other.isVoid()) {
      return true;
    }
    if (one.isVoid()) {
      return false;
    }
    boolean primitiveOne = Boxing.isPrimitive(one.result());
    boolean primitiveOther = Boxing.isPrimitive(other.result());
    if (primitiveOne != primitiveOther) {
      JavaType returned = types.functional().returned(body, argument, other.withoutInferred());
      return !returned.isKnown() || Boxing.isPrimitive(returned) == primitiveOne;
    }
    return program.hierarchy().isSubtype(left, right.name())
        || !program.hierarchy().isSubtype(right, left.name());
  }
}
