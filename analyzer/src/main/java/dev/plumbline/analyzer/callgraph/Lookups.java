package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.TypeRole;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Program;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls that ask a container for a bean: {@code context.getBean(OrderService.class)}. */
final class Lookups {

  private final Program program;
  private final List<TypeRole> containers;
  private final Set<String> names = new HashSet<>();

  Lookups(Program program, Library library) {
    this.program = program;
    this.containers = library.typeRoles(TypeRole.Role.BEAN_LOOKUP);
    containers.forEach(role -> names.addAll(role.methods()));
  }

  /** What {@code call} asks for; the type is unknown when only a name is given. */
  Optional<InjectionPoint> of(CodeBody body, Instruction.Call call) {
    if (!names.contains(call.name()) || call.arguments().isEmpty()) {
      return Optional.empty();
    }
    JavaType receiver = program.inference().target(body, call).receiver();
    for (TypeRole container : containers) {
      if (container.methods().contains(call.name())
          && program.hierarchy().isSubtype(receiver, container.type())) {
        return Optional.of(asked(body, call));
      }
    }
    return Optional.empty();
  }

  private InjectionPoint asked(CodeBody body, Instruction.Call call) {
    Optional<String> name = Optional.empty();
    JavaType type = JavaType.UNKNOWN;
    for (int i = 0; i < call.arguments().size(); i++) {
      ConstantValue value = program.fixedValues().of(body, call.arguments().get(i));
      if (value instanceof ConstantValue.ClassName named) {
        type = named.type();
      } else if (value instanceof ConstantValue.Scalar scalar
          && scalar.value() instanceof String text
          && i == 0) {
        name = Optional.of(text);
      }
    }
    return new InjectionPoint(body.owner(), type, "", name, false);
  }
}
