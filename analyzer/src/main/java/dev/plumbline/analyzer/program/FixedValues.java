package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Modifiers;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.ir.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a register or a final field <i>must</i> hold: constants of the language ({@link Constants}),
 * variables that are assigned one of them once, and what methods without effects make of them:
 * {@code String.format}, {@code "a".concat(b)}, {@code List.of}, {@code Map.of} ({@link
 * FixedCalls}), and static methods of the workspace that return nothing else.
 *
 * <p>Flow-insensitive: a variable that is assigned twice has no one value. What flow decides is for
 * {@code taint}, which tells what a register <i>may</i> hold.
 *
 * <p>One question takes {@link #MAX_STEPS} steps at most and remembers nothing, so that no answer
 * depends on what was asked before. Safe to use from many threads.
 */
public final class FixedValues {

  /** A list of some hundred constants fits; texts that double themselves do not. */
  private static final int MAX_STEPS = 2_000;

  private static final ConstantValue UNKNOWN = new ConstantValue.Unknown("an expression");

  private final Program program;

  FixedValues(Program program) {
    this.program = program;
  }

  /** What a final field holds from its initialiser on. */
  public ConstantValue of(Members.Field field) {
    return new Question().field(field);
  }

  /** What {@code register} holds wherever it is read. */
  public ConstantValue of(CodeBody body, int register) {
    return new Question().register(body, register);
  }

  /** One question with its budget. */
  private final class Question {
    private record Place(CodeBody body, int register) {}

    private final Set<Place> inProgress = new HashSet<>();
    private int steps;

    ConstantValue field(Members.Field field) {
      ConstantValue constant = program.constants().of(field);
      TypeInfo owner = field.info().orElse(null);
      FieldDecl declaration = field.declaration().orElse(null);
      if (constant.isKnown() || owner == null || declaration == null || steps > MAX_STEPS) {
        return constant;
      }
      boolean isInterface = owner.declaration().isInterface();
      boolean isStatic = declaration.modifiers().isStatic() || isInterface;
      if (declaration.initializer() == Body.NONE
          || !isInterface && !declaration.modifiers().isFinal()) {
        return constant;
      }
      CodeBody code =
          owner
              .method(isStatic ? MethodDecl.STATIC_INITIALIZER : MethodDecl.FIELD_INITIALIZER)
              .flatMap(MethodInfo::body)
              .orElse(null);
      if (code == null || isArray(declaration.type())) {
        return constant;
      }
      ConstantValue value = register(code, declaration.initializer());
      return value instanceof ConstantValue.Scalar scalar ? converted(scalar, declaration) : value;
    }

    /** Anyone who has an array may change its elements. */
    private boolean isArray(TypeRef type) {
      return type.dimensions() > 0;
    }

    private ConstantValue converted(ConstantValue.Scalar value, FieldDecl field) {
      return field.type().kind() == TypeRef.Kind.PRIMITIVE
          ? scalar(ConstantOperators.convert(value.value(), field.type().name()))
          : value;
    }

    ConstantValue register(CodeBody body, int register) {
      Place place = new Place(body, register);
      if (register == Body.NONE || steps++ > MAX_STEPS || !inProgress.add(place)) {
        return UNKNOWN;
      }
      try {
        return assigned(body, register);
      } finally {
        inProgress.remove(place);
      }
    }

    private ConstantValue assigned(CodeBody body, int register) {
      List<Instruction> definitions = body.definitions(register);
      Variable.Kind kind = body.variable(register).map(Variable::kind).orElse(null);
      if (kind == Variable.Kind.CAPTURED) {
        return captured(body, register);
      }
      if (kind == Variable.Kind.PARAMETER || definitions.isEmpty()) {
        return UNKNOWN;
      }
      ConstantValue only = null;
      for (Instruction definition : definitions) {
        ConstantValue value = made(body, definition);
        if (!value.isKnown() || only != null && !only.equals(value)) {
          return UNKNOWN;
        }
        only = value;
      }
      return only;
    }

    /** Captured variables are effectively final: JLS 15.27.2. */
    private ConstantValue captured(CodeBody body, int register) {
      CodeBody outer = body.capturingFrom().orElse(null);
      return outer == null
          ? UNKNOWN
          : body.capturedFrom(register).map(from -> register(outer, from)).orElse(UNKNOWN);
    }

    private ConstantValue made(CodeBody body, Instruction definition) {
      if (definition instanceof Instruction.Constant constant) {
        return literal(body, constant.literal());
      }
      if (definition instanceof Instruction.Copy copy) {
        return register(body, copy.source());
      }
      if (definition instanceof Instruction.Cast cast) {
        return cast(body, cast);
      }
      if (definition instanceof Instruction.Operation operation) {
        return operation(body, operation);
      }
      if (definition instanceof Instruction.LoadName load) {
        return program.inference().meaning(body, load).field().map(this::field).orElse(UNKNOWN);
      }
      if (definition instanceof Instruction.LoadField load) {
        return program
            .members()
            .field(program.inference().typeOf(body, load.object()), load.name(), body.owner())
            .map(this::field)
            .orElse(UNKNOWN);
      }
      return definition instanceof Instruction.Call call ? call(body, call) : UNKNOWN;
    }

    private ConstantValue literal(CodeBody body, Literal literal) {
      return switch (literal.kind()) {
        case NULL -> UNKNOWN;
        case CLASS ->
            new ConstantValue.ClassName(
                program.names().resolve((TypeRef) literal.value(), body.owner(), body));
        default -> new ConstantValue.Scalar(literal.value());
      };
    }

    private ConstantValue cast(CodeBody body, Instruction.Cast cast) {
      ConstantValue value = register(body, cast.source());
      return cast.type().kind() == TypeRef.Kind.PRIMITIVE
              && value instanceof ConstantValue.Scalar scalar
          ? scalar(ConstantOperators.convert(scalar.value(), cast.type().name()))
          : value;
    }

    private ConstantValue operation(CodeBody body, Instruction.Operation operation) {
      List<Object> operands = new ArrayList<>(operation.operands().size());
      for (int i = 0; i < operation.operands().size(); i++) {
        ConstantValue operand = register(body, operation.operands().get(i));
        if (operand instanceof ConstantValue.Scalar scalar) {
          operands.add(scalar.value());
        } else if (operand instanceof ConstantValue.EnumName name
            && operation.operator() == Operator.CONCAT
            && !overridesText(name, body.owner())) {
          operands.add(name.name());
        } else {
          return UNKNOWN;
        }
      }
      boolean identity =
          operation.operator() == Operator.EQUAL || operation.operator() == Operator.NOT_EQUAL;
      if (identity && operands.stream().anyMatch(String.class::isInstance)) {
        // Only constants of the language are sure to be one object.
        return UNKNOWN;
      }
      return scalar(ConstantOperators.apply(operation.operator(), operands));
    }

    private boolean overridesText(ConstantValue.EnumName name, TypeInfo near) {
      TypeInfo type = program.type(name.type(), near).orElse(null);
      return type == null
          || type.method("toString").isPresent()
          || type.declaration().enumConstants().stream().anyMatch(c -> c.body().isPresent());
    }

    private ConstantValue call(CodeBody body, Instruction.Call call) {
      CallTarget target = program.inference().target(body, call);
      MethodInfo declared = target.declared().orElse(null);
      if (declared != null) {
        return returned(declared, call.arguments());
      }
      if (!FixedCalls.knows(target.name())) {
        return UNKNOWN;
      }
      ConstantValue receiver = null;
      if (!target.isStatic()) {
        receiver = register(body, call.receiver());
        if (!receiver.isKnown()) {
          return UNKNOWN;
        }
      }
      List<ConstantValue> arguments = arguments(body, call.arguments());
      return arguments == null
          ? UNKNOWN
          : FixedCalls.result(target.receiver(), target.name(), receiver, arguments)
              .orElse(UNKNOWN);
    }

    /** What a static method without parameters gives back, when it is the same on every way. */
    private ConstantValue returned(MethodInfo method, Operands arguments) {
      Modifiers modifiers = method.declaration().modifiers();
      CodeBody code = method.body().orElse(null);
      if (code == null || !modifiers.isStatic() || !arguments.isEmpty()) {
        return UNKNOWN;
      }
      ConstantValue only = null;
      for (Block block : code.body().blocks()) {
        if (block.terminator() instanceof Instruction.Return exit) {
          ConstantValue value = register(code, exit.value());
          if (!value.isKnown() || only != null && !only.equals(value)) {
            return UNKNOWN;
          }
          only = value;
        }
      }
      return only == null ? UNKNOWN : only;
    }

    /** {@code null} when one is not known; an array in braces at the end is its elements. */
    private List<ConstantValue> arguments(CodeBody body, Operands registers) {
      List<ConstantValue> values = new ArrayList<>(registers.size());
      for (int i = 0; i < registers.size(); i++) {
        Operands elements = i == registers.size() - 1 ? elements(body, registers.get(i)) : null;
        List<ConstantValue> more =
            elements != null
                ? arguments(body, elements)
                : List.of(register(body, registers.get(i)));
        if (more == null || !more.stream().allMatch(ConstantValue::isKnown)) {
          return null;
        }
        values.addAll(more);
      }
      return values;
    }

    /** Of an array that is made where it is passed; else {@code null}. */
    private Operands elements(CodeBody body, int register) {
      List<Instruction> definitions = body.definitions(register);
      return body.variable(register).isEmpty()
              && definitions.size() == 1
              && definitions.get(0) instanceof Instruction.NewArray made
              && made.initialized()
          ? made.elements()
          : null;
    }
  }

  private static ConstantValue scalar(Optional<Object> value) {
    return value.<ConstantValue>map(ConstantValue.Scalar::new).orElse(UNKNOWN);
  }
}
