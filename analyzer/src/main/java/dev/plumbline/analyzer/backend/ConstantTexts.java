package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.ImportDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The strings that annotation elements <i>must</i> be: literals, constants of any file and
 * concatenations of both (JLS 15.29).
 */
final class ConstantTexts {

  /** Constants made of constants; a bound because a broken program may be cyclic. */
  private static final int MAX_DEPTH = 8;

  private final Program program;

  ConstantTexts(Program program) {
    this.program = program;
  }

  /** All strings of one value or an array; empty when one of them is not known. */
  List<String> all(Annotations.Element element) {
    List<ElementValue> values =
        element.value() instanceof ElementValue.ArrayValue array
            ? array.elements()
            : List.of(element.value());
    List<String> texts = new ArrayList<>();
    for (ElementValue value : values) {
      Optional<String> text = text(value, element.scope(), 0);
      if (text.isEmpty()) {
        return List.of();
      }
      texts.add(text.get());
    }
    return texts;
  }

  private Optional<String> text(ElementValue value, TypeInfo scope, int depth) {
    if (depth > MAX_DEPTH) {
      return Optional.empty();
    }
    if (value instanceof ElementValue.LiteralValue literal) {
      return text(literal.literal());
    }
    if (value instanceof ElementValue.NameValue name) {
      return field(name.path(), scope).flatMap(field -> initial(field, depth + 1));
    }
    if (value instanceof ElementValue.OperationValue operation
        && (operation.operator() == Operator.CONCAT || operation.operator() == Operator.ADD)) {
      StringBuilder text = new StringBuilder();
      for (ElementValue operand : operation.operands()) {
        Optional<String> part = text(operand, scope, depth + 1);
        if (part.isEmpty()) {
          return Optional.empty();
        }
        text.append(part.get());
      }
      return Optional.of(text.toString());
    }
    return Optional.empty();
  }

  private static Optional<String> text(Literal literal) {
    return literal.value() == null ? Optional.empty() : Optional.of(literal.value().toString());
  }

  private Optional<Members.Field> field(List<String> path, TypeInfo scope) {
    String name = path.get(path.size() - 1);
    if (path.size() > 1) {
      String owner = String.join(".", path.subList(0, path.size() - 1));
      return program.members().field(program.names().resolve(owner, scope, null), name, scope);
    }
    for (TypeInfo type = scope; type != null; type = type.outer().orElse(null)) {
      Optional<Members.Field> found = program.members().field(type.type(), name, scope);
      if (found.isPresent()) {
        return found;
      }
    }
    for (ImportDecl each : scope.file().unit().imports()) {
      if (each.isStatic() && (each.onDemand() || each.name().endsWith("." + name))) {
        String owner =
            each.onDemand()
                ? each.name()
                : each.name().substring(0, each.name().length() - name.length() - 1);
        Optional<Members.Field> found = program.members().field(JavaType.of(owner), name, scope);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> initial(Members.Field field, int depth) {
    TypeInfo owner = field.info().orElse(null);
    if (owner == null
        || field.declaration().isEmpty()
        || field.declaration().get().initializer() == Body.NONE) {
      return Optional.empty();
    }
    return owner
        .method(MethodDecl.STATIC_INITIALIZER)
        .flatMap(MethodInfo::body)
        .flatMap(body -> text(body, field.declaration().get().initializer(), depth));
  }

  private Optional<String> text(CodeBody body, int register, int depth) {
    List<Instruction> definitions = body.definitions(register);
    if (definitions.size() != 1 || depth > MAX_DEPTH) {
      return Optional.empty();
    }
    Instruction definition = definitions.get(0);
    if (definition instanceof Instruction.Constant constant) {
      return text(constant.literal());
    } else if (definition instanceof Instruction.Copy copy) {
      return text(body, copy.source(), depth + 1);
    } else if (definition instanceof Instruction.LoadName load) {
      return field(load.path(), body.owner()).flatMap(field -> initial(field, depth + 1));
    } else if (definition instanceof Instruction.Operation operation
        && (operation.operator() == Operator.CONCAT || operation.operator() == Operator.ADD)) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < operation.operands().size(); i++) {
        Optional<String> part = text(body, operation.operands().get(i), depth + 1);
        if (part.isEmpty()) {
          return Optional.empty();
        }
        text.append(part.get());
      }
      return Optional.of(text.toString());
    }
    return Optional.empty();
  }
}
