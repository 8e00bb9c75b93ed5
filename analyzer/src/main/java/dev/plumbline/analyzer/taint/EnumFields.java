package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.EnumConstant;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.ConstructorInfo;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the fields of enum constants hold: what stands behind the constant in brackets, where the
 * constructor, written or generated, only keeps it and nobody assigns the field afterwards.
 */
final class EnumFields {

  private record Key(ConstantValue.EnumName constant, String field) {}

  private final Program program;
  private final Map<Key, Optional<Val>> known = new ConcurrentHashMap<>();

  EnumFields(Program program) {
    this.program = program;
  }

  /** The constant that the field holds, or {@code null}. */
  Val of(ConstantValue.EnumName constant, String field) {
    return known
        .computeIfAbsent(
            new Key(constant, field), key -> Optional.ofNullable(find(constant, field)))
        .orElse(null);
  }

  private Val find(ConstantValue.EnumName constant, String field) {
    TypeInfo type = program.type(constant.type()).orElse(null);
    FieldDecl declaration = type == null ? null : type.field(field).orElse(null);
    CodeBody code =
        declaration == null || declaration.modifiers().isStatic()
            ? null
            : type.method(MethodDecl.STATIC_INITIALIZER).flatMap(MethodInfo::body).orElse(null);
    if (code == null || isAssigned(type, declaration)) {
      return null;
    }
    for (EnumConstant each : type.declaration().enumConstants()) {
      if (each.name().equals(constant.name())) {
        for (Instruction made : code.definitions(each.initializer())) {
          if (made instanceof Instruction.New creation) {
            int place = parameter(type, code, creation, field);
            return place < 0 ? null : value(code, creation.arguments().get(place));
          }
        }
      }
    }
    return null;
  }

  private Val value(CodeBody code, int register) {
    ConstantValue value = program.fixedValues().of(code, register);
    if (value instanceof ConstantValue.Scalar scalar) {
      return Transfer.boxed(scalar.value());
    }
    return value instanceof ConstantValue.EnumName ? new Val.Const(value) : null;
  }

  /** Which argument the constructor keeps in the field; -1 where it is not told. */
  private int parameter(TypeInfo type, CodeBody code, Instruction.New creation, String field) {
    Operands arguments = creation.arguments();
    MethodInfo written = program.inference().target(code, creation).declared().orElse(null);
    CodeBody body = written == null ? null : written.body().orElse(null);
    if (body != null && body.body().parameterCount() == arguments.size()) {
      return kept(body, field);
    }
    if (written == null) {
      for (ConstructorInfo made : program.generated().constructors(type)) {
        if (made.declared().isEmpty() && made.parameters().size() == arguments.size()) {
          for (int i = 0; i < arguments.size(); i++) {
            if (made.parameters().get(i).field().filter(field::equals).isPresent()) {
              return i;
            }
          }
        }
      }
    }
    return -1;
  }

  private static int kept(CodeBody constructor, String field) {
    int found = -1;
    for (Block block : constructor.body().blocks()) {
      for (Instruction each : block.instructions()) {
        int source = stored(each, field);
        if (source >= 0) {
          source = origin(constructor, source);
          if (found >= 0 || source >= constructor.body().parameterCount()) {
            return -1;
          }
          found = source;
        }
      }
    }
    return found;
  }

  private static int origin(CodeBody body, int register) {
    List<Instruction> made = body.definitions(register);
    return made.size() == 1 && made.get(0) instanceof Instruction.Copy copy
        ? copy.source()
        : register;
  }

  /** The register that is kept in the field; -1 for other steps. */
  private static int stored(Instruction step, String field) {
    if (step instanceof Instruction.StoreField store && store.name().equals(field)) {
      return store.source();
    }
    return step instanceof Instruction.StoreName name
            && name.path().get(name.path().size() - 1).equals(field)
        ? name.source()
        : -1;
  }

  /** Whether a method of the type assigns the field: constructors are looked at by themselves. */
  private static boolean isAssigned(TypeInfo type, FieldDecl field) {
    if (field.modifiers().isFinal()) {
      return false;
    }
    for (MethodInfo method : type.methods()) {
      CodeBody body = method.body().orElse(null);
      if (body != null && method.declaration().kind() == MethodDecl.Kind.METHOD) {
        for (Block block : body.body().blocks()) {
          for (Instruction each : block.instructions()) {
            if (stored(each, field.name()) >= 0) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }
}
