package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.ImportDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import java.util.List;

/** In which type a call or creation looks for what it means, and what it finds (JLS 15.12.1). */
final class TypeToSearch {

  private final Program program;
  private final MethodTypes types;

  TypeToSearch(Program program, MethodTypes types) {
    this.program = program;
    this.types = types;
  }

  Invocation describe(CodeBody body, Instruction.New creation) {
    JavaType type = types.created(body, creation);
    JavaType constructed = type;
    if (creation.localType() != Body.NONE) {
      // An anonymous class passes its arguments on to its superclass.
      constructed = program.hierarchy().superclass(body.localTypes().get(creation.localType()));
    }
    return new Invocation(
        creation,
        type,
        true,
        MethodDecl.CONSTRUCTOR,
        program.members().methods(constructed, MethodDecl.CONSTRUCTOR, body.owner()),
        creation.arguments(),
        List.of(),
        creation.target());
  }

  Invocation describe(CodeBody body, Instruction.Call call) {
    TypeInfo scope = body.owner();
    switch (call.dispatch()) {
      case EXPRESSION:
        return on(
            body,
            call,
            types.typeOf(body, call.receiver()),
            types.isTypeName(body, call.receiver()),
            call.name());
      case SUPER:
        JavaType from =
            call.qualifier().isPresent()
                ? superOf(program.names().resolve(call.qualifier().get(), scope, body), scope)
                : program.hierarchy().superclass(scope);
        return on(body, call, from, false, call.name());
      case THIS_CONSTRUCTOR:
        return on(body, call, scope.type(), false, MethodDecl.CONSTRUCTOR);
      case SUPER_CONSTRUCTOR:
        return on(body, call, program.hierarchy().superclass(scope), false, MethodDecl.CONSTRUCTOR);
      case UNQUALIFIED:
      default:
        return unqualified(body, call);
    }
  }

  /** {@code Outer.super.m()} means Outer's superclass, {@code Interface.super.m()} that. */
  private JavaType superOf(JavaType qualifier, TypeInfo scope) {
    TypeInfo type = program.type(qualifier.name(), scope).orElse(null);
    return type == null || type.declaration().isInterface()
        ? qualifier
        : program.hierarchy().superclass(type);
  }

  private Invocation on(
      CodeBody body, Instruction.Call call, JavaType receiver, boolean isStatic, String name) {
    JavaType from = program.names().upperBound(receiver, body);
    if (receiver.kind() == JavaType.Kind.UNKNOWN && isResultOfKnownMethod(body, call)) {
      // raw.get(key).toString(), path.get("id").toString(): nothing tells the variable (JLS 18.4).
      from = JavaType.OBJECT;
    }
    List<Members.Method> candidates =
        from.isKnown() || from.isArray()
            ? program.members().methods(from, name, body.owner())
            : List.of();
    JavaType seen = receiver;
    if (receiver.kind() == JavaType.Kind.VARIABLE && !receiver.isArray()) {
      // <T extends Named & Owned>: a member of any of the bounds (JLS 4.9).
      for (JavaType bound : program.names().furtherBounds(receiver, body)) {
        if (accepts(candidates, call.arguments().size())) {
          break;
        }
        candidates = program.members().methods(bound, name, body.owner());
        seen = bound;
      }
    }
    return new Invocation(
        call,
        seen,
        isStatic,
        name,
        candidates,
        call.arguments(),
        call.typeArguments(),
        call.target());
  }

  private boolean isResultOfKnownMethod(CodeBody body, Instruction.Call call) {
    if (call.dispatch() != Instruction.Call.Dispatch.EXPRESSION) {
      return false;
    }
    List<Instruction> definitions = body.definitions(call.receiver());
    return definitions.size() == 1
        && definitions.get(0) instanceof Instruction.Call inner
        && types.target(body, inner).method().isPresent();
  }

  /** JLS 15.12.1: the innermost type that has a member of that name, then static imports. */
  private Invocation unqualified(CodeBody body, Instruction.Call call) {
    int arity = call.arguments().size();
    for (TypeInfo type = body.owner(); type != null; type = type.outer().orElse(null)) {
      if (accepts(program.members().methods(type.type(), call.name(), type), arity)) {
        return on(body, call, type.type(), false, call.name());
      }
    }
    for (ImportDecl each : body.owner().staticImports()) {
      String owner = each.name();
      if (!each.onDemand()) {
        int dot = owner.length() - call.name().length() - 1;
        if (!owner.endsWith(call.name()) || dot < 0 || owner.charAt(dot) != '.') {
          continue;
        }
        owner = owner.substring(0, dot);
      }
      JavaType from = JavaType.of(owner);
      boolean has = accepts(program.members().methods(from, call.name(), body.owner()), arity);
      if (has || !each.onDemand() && !moreImports(body, call.name(), each)) {
        return on(body, call, from, true, call.name());
      }
    }
    return new Invocation(
        call,
        body.owner().type(),
        false,
        call.name(),
        List.of(),
        call.arguments(),
        call.typeArguments(),
        call.target());
  }

  /** Whether another import, behind {@code from}, gives the same name: overloads of two types. */
  private static boolean moreImports(CodeBody body, String name, ImportDecl from) {
    boolean behind = false;
    for (ImportDecl each : body.owner().staticImports()) {
      if (behind && (each.onDemand() || each.name().endsWith("." + name))) {
        return true;
      }
      behind |= each == from;
    }
    return false;
  }

  private static boolean accepts(List<Members.Method> methods, int arity) {
    for (Members.Method method : methods) {
      if (method.signature().accepts(arity)) {
        return true;
      }
    }
    return false;
  }
}
