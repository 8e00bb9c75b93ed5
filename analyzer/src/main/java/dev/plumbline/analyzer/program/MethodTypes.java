package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.ImportDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.ir.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The types of one method and the lambdas in it, which depend on each other: a lambda's parameter
 * on the call it is passed to, the call's result on what the lambda returns.
 *
 * <p>Demand-driven; a register that depends on itself (a loop through {@code var}) is unknown at
 * the second visit, which ends the recursion. All methods are synchronized: a thread works on one
 * method at a time, and asks only outwards (for captured variables), so threads cannot deadlock.
 */
final class MethodTypes {

  private final Program program;
  private final Map<CodeBody, JavaType[]> types = new IdentityHashMap<>();
  private final Map<Instruction, CallTarget> targets = new IdentityHashMap<>();
  private final FunctionalTypes functional;

  MethodTypes(Program program) {
    this.program = program;
    this.functional = new FunctionalTypes(program, this);
  }

  synchronized JavaType typeOf(CodeBody body, int register) {
    if (register == Body.NONE) {
      return JavaType.UNKNOWN;
    }
    JavaType[] known =
        types.computeIfAbsent(body, key -> new JavaType[body.body().registerCount()]);
    if (known[register] == null) {
      known[register] = JavaType.UNKNOWN;
      known[register] = infer(body, register);
    }
    return known[register];
  }

  private JavaType infer(CodeBody body, int register) {
    Variable variable = body.variable(register).orElse(null);
    if (variable != null) {
      if (variable.kind() == Variable.Kind.CAPTURED) {
        return captured(body, register);
      }
      if (variable.type().kind() != TypeRef.Kind.INFERRED) {
        return program.names().resolve(variable.type(), body.owner(), body);
      }
      if (variable.kind() == Variable.Kind.PARAMETER) {
        return functional.parameter(body, register);
      }
    }
    for (Instruction definition : body.definitions(register)) {
      JavaType type = produced(body, definition);
      if (type.isKnown()) {
        return type;
      }
    }
    return JavaType.UNKNOWN;
  }

  private JavaType captured(CodeBody body, int register) {
    CodeBody outer = body.capturingFrom().orElse(null);
    Integer outerRegister = body.capturedFrom(register).orElse(null);
    if (outer == null || outerRegister == null) {
      return JavaType.UNKNOWN;
    }
    return body.enclosing().isPresent()
        ? typeOf(outer, outerRegister)
        : program.inference().typeOf(outer, outerRegister);
  }

  private JavaType produced(CodeBody body, Instruction definition) {
    if (definition instanceof Instruction.Copy copy) {
      return typeOf(body, copy.source());
    } else if (definition instanceof Instruction.Constant constant) {
      return literal(constant.literal());
    } else if (definition instanceof Instruction.Call call) {
      return target(body, call).returnType();
    } else if (definition instanceof Instruction.LoadName load) {
      return meaning(body, load.path()).type();
    } else if (definition instanceof Instruction.LoadField load) {
      return program
          .members()
          .field(typeOf(body, load.object()), load.name(), body.owner())
          .map(Members.Field::type)
          .orElse(JavaType.UNKNOWN);
    } else if (definition instanceof Instruction.New creation) {
      return created(body, creation);
    } else if (definition instanceof Instruction.NewArray array) {
      return program.names().resolve(array.type(), body.owner(), body);
    } else if (definition instanceof Instruction.Cast cast) {
      return program.names().resolve(cast.type(), body.owner(), body);
    } else if (definition instanceof Instruction.LoadElement load) {
      return typeOf(body, load.array()).component();
    } else if (definition instanceof Instruction.Next next) {
      return element(typeOf(body, next.iterable()));
    } else if (definition instanceof Instruction.InstanceOf) {
      return JavaType.BOOLEAN;
    } else if (definition instanceof Instruction.Operation operation) {
      return result(body, operation.operator(), operation.operands());
    } else if (definition instanceof Instruction.Catch handler) {
      return handler.types().isEmpty()
          ? JavaType.of("java.lang.Throwable")
          : program.names().resolve(handler.types().get(0), body.owner(), body);
    }
    // Lambdas and method references have the type of their target, which asks from its own side.
    return JavaType.UNKNOWN;
  }

  private JavaType created(CodeBody body, Instruction.New creation) {
    if (creation.localType() != Body.NONE) {
      return JavaType.of(body.localTypes().get(creation.localType()).name());
    }
    if (creation.outer() != Body.NONE) {
      JavaType outer = typeOf(body, creation.outer());
      if (outer.isClass()) {
        return JavaType.of(outer.name() + "." + creation.type().name());
      }
    }
    return program.names().resolve(creation.type(), body.owner(), body);
  }

  private static JavaType literal(Literal literal) {
    return switch (literal.kind()) {
      case NULL -> JavaType.UNKNOWN;
      case BOOLEAN -> JavaType.BOOLEAN;
      case CHAR -> JavaType.primitive("char");
      case INT -> JavaType.INT;
      case LONG -> JavaType.primitive("long");
      case FLOAT -> JavaType.primitive("float");
      case DOUBLE -> JavaType.primitive("double");
      case STRING -> JavaType.STRING;
      case CLASS -> JavaType.of("java.lang.Class");
    };
  }

  private JavaType element(JavaType iterable) {
    if (iterable.isArray()) {
      return iterable.component();
    }
    JavaType asIterable = program.hierarchy().asSuper(iterable, "java.lang.Iterable");
    return asIterable == null ? JavaType.UNKNOWN : asIterable.argument(0);
  }

  private JavaType result(CodeBody body, Operator operator, Operands operands) {
    switch (operator) {
      case CONCAT:
        return JavaType.STRING;
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, NOT, AND_THEN, OR_ELSE:
        return JavaType.BOOLEAN;
      default:
        break;
    }
    JavaType widest = JavaType.UNKNOWN;
    for (int i = 0; i < operands.size(); i++) {
      JavaType type = typeOf(body, operands.get(i));
      if (operator == Operator.ADD && type.isString()) {
        return JavaType.STRING;
      }
      widest = widen(widest, unboxed(type));
      if (operator.symbol().endsWith("<") || operator.symbol().endsWith(">")) {
        return widest;
      }
    }
    return widest;
  }

  private static final List<String> WIDTH =
      List.of("boolean", "byte", "short", "char", "int", "long", "float", "double");

  /** Binary numeric promotion, JLS 5.6. */
  private static JavaType widen(JavaType left, JavaType right) {
    if (left.kind() != JavaType.Kind.PRIMITIVE) {
      return right.kind() == JavaType.Kind.PRIMITIVE
              && !right.name().equals("boolean")
              && WIDTH.indexOf(right.name()) < WIDTH.indexOf("int")
          ? JavaType.INT
          : right;
    }
    return WIDTH.indexOf(left.name()) >= WIDTH.indexOf(right.name()) ? left : right;
  }

  private static final Map<String, String> UNBOXED =
      Map.of(
          "java.lang.Boolean", "boolean",
          "java.lang.Byte", "byte",
          "java.lang.Short", "short",
          "java.lang.Character", "char",
          "java.lang.Integer", "int",
          "java.lang.Long", "long",
          "java.lang.Float", "float",
          "java.lang.Double", "double");

  static JavaType unboxed(JavaType type) {
    String primitive = type.isClass() ? UNBOXED.get(type.name()) : null;
    return primitive == null ? type : JavaType.primitive(primitive);
  }

  synchronized NameMeaning meaning(CodeBody body, List<String> path) {
    return NameMeanings.of(program, body, path);
  }

  synchronized CallTarget target(CodeBody body, Instruction.Call call) {
    CallTarget known = targets.get(call);
    if (known == null) {
      known = resolve(body, call);
      targets.put(call, known);
    }
    return known;
  }

  private CallTarget resolve(CodeBody body, Instruction.Call call) {
    TypeInfo scope = body.owner();
    switch (call.dispatch()) {
      case EXPRESSION:
        boolean isStatic = isTypeName(body, call.receiver());
        return find(body, typeOf(body, call.receiver()), isStatic, call.name(), call.arguments());
      case SUPER:
        JavaType from =
            call.qualifier()
                .map(q -> program.names().resolve(q, scope, body))
                .orElseGet(() -> program.hierarchy().superclass(scope));
        return find(body, from, false, call.name(), call.arguments());
      case THIS_CONSTRUCTOR:
        return find(body, scope.type(), false, "<init>", call.arguments());
      case SUPER_CONSTRUCTOR:
        JavaType parent = program.hierarchy().superclass(scope);
        return find(body, parent, false, "<init>", call.arguments());
      case UNQUALIFIED:
      default:
        return unqualified(body, call);
    }
  }

  /** JLS 15.12.1: the innermost type that has a member of that name, then static imports. */
  private CallTarget unqualified(CodeBody body, Instruction.Call call) {
    int arity = call.arguments().size();
    for (TypeInfo type = body.owner(); type != null; type = type.outer().orElse(null)) {
      if (!program.members().methods(type.type(), call.name(), arity, type).isEmpty()) {
        return find(body, type.type(), false, call.name(), call.arguments());
      }
    }
    for (ImportDecl each : body.owner().file().unit().imports()) {
      if (!each.isStatic()) {
        continue;
      }
      String owner = each.name();
      if (!each.onDemand()) {
        int dot = owner.lastIndexOf('.');
        if (!owner.substring(dot + 1).equals(call.name())) {
          continue;
        }
        owner = owner.substring(0, dot);
      } else if (program
          .members()
          .methods(JavaType.of(owner), call.name(), arity, body.owner())
          .isEmpty()) {
        continue;
      }
      return find(body, JavaType.of(owner), true, call.name(), call.arguments());
    }
    return new CallTarget(
        body.owner().type(), false, call.name(), Optional.empty(), JavaType.UNKNOWN);
  }

  private boolean isTypeName(CodeBody body, int register) {
    for (Instruction definition : body.definitions(register)) {
      if (definition instanceof Instruction.LoadName load && body.variable(register).isEmpty()) {
        return meaning(body, load.path()).isType();
      }
    }
    return false;
  }

  private CallTarget find(
      CodeBody body, JavaType receiver, boolean isStatic, String name, Operands arguments) {
    if (!receiver.isKnown() && !receiver.isArray()) {
      return new CallTarget(receiver, isStatic, name, Optional.empty(), JavaType.UNKNOWN);
    }
    List<Members.Method> candidates =
        program.members().methods(receiver, name, arguments.size(), body.owner());
    if (candidates.isEmpty()) {
      return new CallTarget(receiver, isStatic, name, Optional.empty(), JavaType.UNKNOWN);
    }
    Members.Method best = candidates.get(0);
    if (candidates.size() > 1) {
      best = new Overloads(program, this).choose(body, candidates, arguments);
    }
    return new CallTarget(
        receiver, isStatic, name, Optional.of(best), returnType(body, receiver, best, arguments));
  }

  private JavaType returnType(
      CodeBody body, JavaType receiver, Members.Method method, Operands arguments) {
    if (method.name().equals("<init>")) {
      return receiver;
    }
    if (method.name().equals("getClass") && arguments.isEmpty()) {
      return JavaType.of("java.lang.Class", receiver);
    }
    JavaType declared = program.members().returnType(method);
    return functional.bind(body, method, arguments, declared);
  }

  synchronized CallTarget target(CodeBody body, Instruction.New creation) {
    CallTarget known = targets.get(creation);
    if (known == null) {
      known = constructor(body, creation);
      targets.put(creation, known);
    }
    return known;
  }

  private CallTarget constructor(CodeBody body, Instruction.New creation) {
    JavaType type = created(body, creation);
    if (creation.localType() != Body.NONE) {
      TypeInfo local = body.localTypes().get(creation.localType());
      if (local.declaration().kind() == TypeDecl.Kind.ANONYMOUS) {
        type = program.hierarchy().superclass(local);
      }
    }
    String name = MethodDecl.CONSTRUCTOR;
    Operands arguments = creation.arguments();
    List<Members.Method> own = new ArrayList<>();
    if (type.isClass()) {
      for (var each : program.members().methods(type, name, arguments.size(), body.owner())) {
        // Constructors are not inherited.
        if (each.owner().name().equals(type.name())) {
          own.add(each);
        }
      }
    }
    if (own.isEmpty()) {
      return new CallTarget(type, true, name, Optional.empty(), type);
    }
    Members.Method best =
        own.size() == 1 ? own.get(0) : new Overloads(program, this).choose(body, own, arguments);
    return new CallTarget(type, true, name, Optional.of(best), type);
  }

  synchronized CallTarget target(CodeBody body, Instruction.MethodReference reference) {
    CallTarget known = targets.get(reference);
    if (known != null) {
      return known;
    }
    boolean isStatic = reference.type().isPresent() || isTypeName(body, reference.receiver());
    JavaType receiver;
    if (reference.type().isPresent()) {
      receiver = program.names().resolve(reference.type().get(), body.owner(), body);
    } else if (reference.isSuper()) {
      receiver = program.hierarchy().superclass(body.owner());
    } else {
      receiver = typeOf(body, reference.receiver());
    }
    known = referred(body, receiver, isStatic, reference.name());
    targets.put(reference, known);
    return known;
  }

  /** The arity is the target's affair; the first method of that name that has code or a result. */
  private CallTarget referred(CodeBody body, JavaType receiver, boolean isStatic, String name) {
    if (receiver.isKnown()) {
      for (int arity = 0; arity <= MAX_REFERENCE_ARITY; arity++) {
        List<Members.Method> found = program.members().methods(receiver, name, arity, body.owner());
        if (!found.isEmpty()) {
          Members.Method method = found.get(0);
          JavaType result = name.equals("<init>") ? receiver : program.members().returnType(method);
          return new CallTarget(receiver, isStatic, name, Optional.of(method), result);
        }
      }
    }
    return new CallTarget(
        receiver,
        isStatic,
        name,
        Optional.empty(),
        name.equals("<init>") ? receiver : JavaType.UNKNOWN);
  }

  /** The functional interfaces of the JDK take two at most, Reactor's and Vavr's eight. */
  private static final int MAX_REFERENCE_ARITY = 8;
}
