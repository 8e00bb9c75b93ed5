package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.ir.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types of one method and the lambdas in it, which depend on each other: a lambda's parameter
 * on the call it is passed to, the call's result on what the lambda returns.
 *
 * <p>Everything is worked out at the first question, in the order of the code, so that no answer
 * depends on what was asked before; then it only is read. Inside, what is not known yet is asked
 * for; a register that depends on itself is unknown at the second visit, which ends the recursion.
 * A thread asks only outwards (for captured variables) while it works on a method, so threads
 * cannot deadlock.
 */
final class MethodTypes {

  private final Program program;
  private final CodeBody method;
  private final JavaType[] own;
  private final Map<CodeBody, JavaType[]> ofLambdas;
  private final Map<Instruction, CallTarget> targets;
  private final Map<List<String>, NameMeaning> meanings;
  private Map<Instruction, List<JavaType>> handed = Map.of();
  private volatile boolean complete;

  // What only the work needs.
  private FunctionalTypes functional;
  private References references;
  private Overloads overloads;
  private ExpectedTypes expected;
  private Invocations invocations;
  private Bindings joins;

  /**
   * @param method the outermost body
   * @param shared what names mean in all methods of a type
   */
  MethodTypes(Program program, CodeBody method, SharedMeanings shared) {
    this.program = program;
    this.method = method;
    // Sized, because there is one of each for every method of a program, and most are small.
    this.own = new JavaType[method.body().registerCount()];
    this.ofLambdas = method.lambdas().isEmpty() ? Map.of() : new IdentityHashMap<>(bodies(method));
    int calls = calls(method);
    this.targets = calls == 0 ? Map.of() : new IdentityHashMap<>(calls);
    this.meanings = hasOwnTypes(method) ? new ConcurrentHashMap<>() : shared.of(method.owner());
  }

  private static int bodies(CodeBody body) {
    int count = 0;
    for (CodeBody lambda : body.lambdas()) {
      count += 1 + bodies(lambda);
    }
    return count;
  }

  private static int calls(CodeBody body) {
    int count = 0;
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call
            || each instanceof Instruction.New
            || each instanceof Instruction.MethodReference) {
          count++;
        }
      }
    }
    for (CodeBody lambda : body.lambdas()) {
      count += calls(lambda);
    }
    return count;
  }

  /** Works everything out, once. */
  MethodTypes completed() {
    if (!complete) {
      infer();
    }
    return this;
  }

  private synchronized void infer() {
    if (complete) {
      return;
    }
    functional = new FunctionalTypes(program, this);
    references = new References(program, this);
    overloads = new Overloads(program, this);
    expected = new ExpectedTypes(program, this);
    invocations = new Invocations(program, this);
    joins = new Bindings(program.hierarchy());
    handed = new IdentityHashMap<>(2);
    infer(method);
    functional = null;
    references = null;
    overloads = null;
    expected = null;
    invocations = null;
    joins = null;
    handed = handed.isEmpty() ? Map.of() : handed;
    complete = true;
  }

  private void infer(CodeBody body) {
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each.target() != Body.NONE) {
          // First by the register, whose mark ends the recursion of what depends on itself.
          typeOf(body, each.target());
        }
        if (each instanceof Instruction.Call call) {
          target(body, call);
        } else if (each instanceof Instruction.New creation) {
          target(body, creation);
        } else if (each instanceof Instruction.MethodReference reference) {
          target(body, reference);
          functional
              .function(expected.of(body, reference.target()), body.owner())
              .ifPresent(function -> handed.put(reference, function.parameters()));
        } else if (each instanceof Instruction.LoadName load) {
          meaning(body, load.path());
        } else if (each instanceof Instruction.StoreName store) {
          meaning(body, store.path());
        }
      }
    }
    for (int register = 0; register < body.body().registerCount(); register++) {
      typeOf(body, register);
    }
    for (CodeBody lambda : body.lambdas()) {
      infer(lambda);
    }
  }

  /** What a method reference is handed when it is called; empty when that is not known. */
  List<JavaType> handed(Instruction.MethodReference reference) {
    return handed.getOrDefault(reference, List.of());
  }

  FunctionalTypes functional() {
    return functional;
  }

  References references() {
    return references;
  }

  Overloads overloads() {
    return overloads;
  }

  ExpectedTypes expected() {
    return expected;
  }

  Invocations invocations() {
    return invocations;
  }

  JavaType join(JavaType left, JavaType right) {
    JavaType a = Boxing.unboxed(left);
    JavaType b = Boxing.unboxed(right);
    if (Boxing.isPrimitive(left) || Boxing.isPrimitive(right)) {
      return a.equals(b) ? a : Boxing.promoted(a, b);
    }
    return joins.join(left, right);
  }

  JavaType typeOf(CodeBody body, int register) {
    if (register == Body.NONE) {
      return JavaType.UNKNOWN;
    }
    JavaType[] known = body == method ? own : ofLambdas.get(body);
    if (known == null) {
      known = new JavaType[body.body().registerCount()];
      ofLambdas.put(body, known);
    }
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
    JavaType joined = JavaType.UNKNOWN;
    for (Instruction definition : body.definitions(register)) {
      JavaType type = produced(body, definition);
      if (type.isKnown()) {
        joined = joined.isKnown() ? join(joined, type) : type;
        if (variable != null) {
          // The initialiser of var; later assignments do not change the type.
          return joined;
        }
      }
    }
    return joined;
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
      return literal(body, constant.literal());
    } else if (definition instanceof Instruction.Call call) {
      return target(body, call).returnType();
    } else if (definition instanceof Instruction.LoadName load) {
      return meaning(body, load.path()).type();
    } else if (definition instanceof Instruction.LoadField load) {
      JavaType object = program.names().upperBound(typeOf(body, load.object()), body);
      return program
          .members()
          .field(object, load.name(), body.owner())
          .map(Members.Field::type)
          .orElse(JavaType.UNKNOWN);
    } else if (definition instanceof Instruction.New creation) {
      return target(body, creation).returnType();
    } else if (definition instanceof Instruction.NewArray array) {
      return program.names().resolve(array.type(), body.owner(), body);
    } else if (definition instanceof Instruction.Cast cast) {
      return program.names().resolve(cast.type(), body.owner(), body);
    } else if (definition instanceof Instruction.LoadElement load) {
      return typeOf(body, load.array()).component();
    } else if (definition instanceof Instruction.Next next) {
      return element(body, typeOf(body, next.iterable()));
    } else if (definition instanceof Instruction.InstanceOf) {
      return JavaType.BOOLEAN;
    } else if (definition instanceof Instruction.Operation operation) {
      return result(body, operation.operator(), operation.operands());
    } else if (definition instanceof Instruction.Catch handler) {
      return caught(body, handler);
    } else if (definition instanceof Instruction.MakeLambda
        || definition instanceof Instruction.MethodReference) {
      return expected.of(body, definition.target());
    }
    return JavaType.UNKNOWN;
  }

  private JavaType caught(CodeBody body, Instruction.Catch handler) {
    JavaType joined = JavaType.UNKNOWN;
    for (TypeRef each : handler.types()) {
      JavaType type = program.names().resolve(each, body.owner(), body);
      joined = joined.isKnown() ? joins.join(joined, type) : type;
    }
    return handler.types().isEmpty() ? JavaType.of("java.lang.Throwable") : joined;
  }

  JavaType created(CodeBody body, Instruction.New creation) {
    if (creation.localType() != Body.NONE) {
      return JavaType.of(body.localTypes().get(creation.localType()).name());
    }
    if (creation.outer() != Body.NONE) {
      JavaType outer = program.names().upperBound(typeOf(body, creation.outer()), body);
      if (outer.isClass()) {
        JavaType member = program.names().memberType(outer, creation.type().name(), body.owner());
        return member != null ? member : JavaType.of(outer.name() + "." + creation.type().name());
      }
    }
    return program.names().resolve(creation.type(), body.owner(), body);
  }

  private JavaType literal(CodeBody body, Literal literal) {
    return switch (literal.kind()) {
      case NULL -> JavaType.UNKNOWN;
      case BOOLEAN -> JavaType.BOOLEAN;
      case CHAR -> JavaType.primitive("char");
      case INT -> JavaType.INT;
      case LONG -> JavaType.primitive("long");
      case FLOAT -> JavaType.primitive("float");
      case DOUBLE -> JavaType.primitive("double");
      case STRING -> JavaType.STRING;
      case CLASS ->
          JavaType.of(
              "java.lang.Class",
              Boxing.boxed(program.names().resolve((TypeRef) literal.value(), body.owner(), body)));
    };
  }

  private JavaType element(CodeBody body, JavaType written) {
    JavaType iterable = program.names().upperBound(written, body);
    if (iterable.isArray()) {
      return iterable.component();
    }
    JavaType asIterable = program.hierarchy().asSuper(iterable, "java.lang.Iterable");
    return asIterable == null ? JavaType.UNKNOWN : asIterable.argument(0);
  }

  private JavaType result(CodeBody body, Operator operator, Operands operands) {
    if (OperatorTypes.isCertain(operator)) {
      return OperatorTypes.of(operator, JavaType.UNKNOWN, JavaType.UNKNOWN);
    }
    JavaType first = typeOf(body, operands.get(0));
    JavaType second = operands.size() == 1 ? null : typeOf(body, operands.get(1));
    return OperatorTypes.of(operator, first, second);
  }

  NameMeaning meaning(CodeBody body, List<String> path) {
    NameMeaning known = meanings.get(path);
    if (known == null) {
      known = NameMeanings.of(program, body, path);
      meanings.put(path, known);
    }
    return known;
  }

  /** Whether names may mean something here that they do not mean in other methods of the type. */
  private static boolean hasOwnTypes(CodeBody body) {
    for (CodeBody code = body; code != null; code = code.capturingFrom().orElse(null)) {
      if (declaresTypes(code) || !code.method().declaration().typeParameters().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static boolean declaresTypes(CodeBody body) {
    for (TypeInfo local : body.localTypes()) {
      if (!local.declaration().simpleName().isEmpty()) {
        return true;
      }
    }
    for (CodeBody lambda : body.lambdas()) {
      if (declaresTypes(lambda)) {
        return true;
      }
    }
    return false;
  }

  /** What the step means, when that was settled already. */
  CallTarget knownTarget(Instruction step) {
    return targets.get(step);
  }

  CallTarget target(CodeBody body, Instruction.Call call) {
    CallTarget known = targets.get(call);
    if (known == null) {
      known = invocations.resolve(body, call);
      targets.put(call, known);
    }
    return known;
  }

  CallTarget target(CodeBody body, Instruction.New creation) {
    CallTarget known = targets.get(creation);
    if (known == null) {
      known = invocations.resolve(body, creation);
      targets.put(creation, known);
    }
    return known;
  }

  CallTarget target(CodeBody body, Instruction.MethodReference reference) {
    CallTarget known = targets.get(reference);
    if (known == null) {
      known = references.resolve(body, reference);
      targets.put(reference, known);
    }
    return known;
  }

  /** Whether {@code register} holds nothing but names a type: the receiver of a static call. */
  boolean isTypeName(CodeBody body, int register) {
    if (register == Body.NONE || body.variable(register).isPresent()) {
      return false;
    }
    for (Instruction definition : body.definitions(register)) {
      if (definition instanceof Instruction.LoadName load) {
        return meaning(body, load.path()).isType();
      }
    }
    return false;
  }
}
