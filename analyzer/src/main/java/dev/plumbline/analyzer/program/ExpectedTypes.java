package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.ir.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The type that the place where a value is used asks for (the target type of JLS 15.2): of an
 * argument, an assignment, a return statement, a cast.
 */
final class ExpectedTypes {

  private final Program program;
  private final MethodTypes types;
  private final Map<CodeBody, Instruction[]> uses = new IdentityHashMap<>();
  private int depth;

  ExpectedTypes(Program program, MethodTypes types) {
    this.program = program;
    this.types = types;
  }

  /** Calls in calls in calls: deeper, the answer is unknown. Each level may ask its neighbours. */
  private static final int MAX_DEPTH = 24;

  /** What is asked of {@code register}; {@link JavaType#UNKNOWN} when nothing is. */
  JavaType of(CodeBody body, int register) {
    if (register == Body.NONE) {
      return JavaType.UNKNOWN;
    }
    Variable variable = body.variable(register).orElse(null);
    if (variable != null) {
      return variable.type().kind() == TypeRef.Kind.INFERRED
          ? JavaType.UNKNOWN
          : program.names().resolve(variable.type(), body.owner(), body);
    }
    Instruction use = uses.computeIfAbsent(body, ExpectedTypes::uses)[register];
    if (use == null || depth >= MAX_DEPTH) {
      return JavaType.UNKNOWN;
    }
    depth++;
    try {
      return of(body, register, use);
    } finally {
      depth--;
    }
  }

  private JavaType of(CodeBody body, int register, Instruction use) {
    if (use instanceof Instruction.Call call) {
      return types.invocations().parameter(body, call, indexOf(call.arguments(), register));
    } else if (use instanceof Instruction.New creation) {
      return types.invocations().parameter(body, creation, indexOf(creation.arguments(), register));
    } else if (use instanceof Instruction.Copy copy) {
      return of(body, copy.target());
    } else if (use instanceof Instruction.Return) {
      return returned(body);
    } else if (use instanceof Instruction.Cast cast) {
      return program.names().resolve(cast.type(), body.owner(), body);
    } else if (use instanceof Instruction.StoreName store) {
      return types.meaning(body, store.path()).type();
    } else if (use instanceof Instruction.StoreField store) {
      return program
          .members()
          .field(types.typeOf(body, store.object()), store.name(), body.owner())
          .map(Members.Field::type)
          .orElse(JavaType.UNKNOWN);
    } else if (use instanceof Instruction.StoreElement store) {
      return types.typeOf(body, store.array()).component();
    } else if (use instanceof Instruction.NewArray array) {
      return program.names().resolve(array.type(), body.owner(), body).component();
    }
    return JavaType.UNKNOWN;
  }

  private JavaType returned(CodeBody body) {
    CodeBody enclosing = body.enclosing().orElse(null);
    if (enclosing == null) {
      MethodDecl declaration = body.method().declaration();
      return program.names().resolve(declaration.returnType(), body.owner(), body);
    }
    JavaType functional = of(enclosing, body.creation().orElseThrow().target());
    return types
        .functional()
        .function(functional, enclosing.owner())
        .map(Function::result)
        .orElse(JavaType.UNKNOWN);
  }

  private static int indexOf(Operands operands, int register) {
    for (int i = 0; i < operands.size(); i++) {
      if (operands.get(i) == register) {
        return i;
      }
    }
    return Body.NONE;
  }

  /** Who uses each temporary; they are used once, apart from those of branches. */
  private static Instruction[] uses(CodeBody body) {
    Instruction[] uses = new Instruction[body.body().registerCount()];
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call) {
          all(uses, call.arguments(), call);
        } else if (each instanceof Instruction.New creation) {
          all(uses, creation.arguments(), creation);
        } else if (each instanceof Instruction.Copy copy) {
          one(uses, copy.source(), copy);
        } else if (each instanceof Instruction.Return exit) {
          one(uses, exit.value(), exit);
        } else if (each instanceof Instruction.Cast cast) {
          one(uses, cast.source(), cast);
        } else if (each instanceof Instruction.StoreName store) {
          one(uses, store.source(), store);
        } else if (each instanceof Instruction.StoreField store) {
          one(uses, store.source(), store);
        } else if (each instanceof Instruction.StoreElement store) {
          one(uses, store.source(), store);
        } else if (each instanceof Instruction.NewArray array) {
          all(uses, array.elements(), array);
        }
      }
    }
    return uses;
  }

  private static void all(Instruction[] uses, Operands operands, Instruction user) {
    for (int i = 0; i < operands.size(); i++) {
      one(uses, operands.get(i), user);
    }
  }

  private static void one(Instruction[] uses, int register, Instruction user) {
    if (register != Body.NONE && uses[register] == null) {
      uses[register] = user;
    }
  }

  /** The functional values among {@code operands} and the types of the others. */
  Argument[] arguments(CodeBody body, Operands operands, int except) {
    Argument[] arguments = new Argument[operands.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = argument(body, operands.get(i), i == except);
    }
    return arguments;
  }

  private Argument argument(CodeBody body, int register, boolean unasked) {
    if (body.variable(register).isEmpty()) {
      List<Instruction> definitions = body.definitions(register);
      if (definitions.size() == 1) {
        Instruction definition = definitions.get(0);
        if (definition instanceof Instruction.MakeLambda maker) {
          return Argument.of(body.lambdas().get(maker.lambda()));
        } else if (definition instanceof Instruction.MethodReference reference) {
          return Argument.of(reference);
        } else if (definition instanceof Instruction.Constant constant
            && constant.literal().value() == null) {
          return Argument.NULL;
        }
      }
    }
    return unasked ? Argument.ASKING : Argument.of(types.typeOf(body, register));
  }
}
