package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rapid type analysis (D. Bacon, P. Sweeney, 1996), as far as sources allow it: the classes of
 * which there <i>may</i> be objects.
 *
 * <p>Beside {@code new} and {@code ::new}, an object may come from a framework. So a class counts
 * as created when its {@code .class} literal is used, when it or a member bears an annotation, when
 * it has a library supertype, or when it is the type of a field, a parameter or a result, which a
 * mapper of JSON or SQL fills. Configuration in XML could still name it: therefore the answer only
 * marks edges and drops none.
 */
final class CreatedTypes {

  private final Program program;
  private final Set<String> names = new HashSet<>();

  /**
   * @param bodies the code that creates objects
   * @param types the types whose declarations count
   */
  CreatedTypes(Program program, List<CodeBody> bodies, List<TypeInfo> types) {
    this.program = program;
    for (CodeBody body : bodies) {
      gather(body);
    }
    for (TypeInfo type : types) {
      gather(type);
    }
  }

  boolean isCreated(TypeInfo type) {
    return names.contains(type.name());
  }

  private void gather(CodeBody body) {
    for (Block block : body.body().blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.New creation) {
          if (creation.localType() == Body.NONE) {
            add(creation.type(), body);
          } else {
            names.add(body.localTypes().get(creation.localType()).name());
          }
        } else if (instruction instanceof Instruction.Constant constant
            && constant.literal().kind() == Literal.Kind.CLASS) {
          add((TypeRef) constant.literal().value(), body);
        } else if (instruction instanceof Instruction.MethodReference reference
            && reference.name().equals(MethodDecl.CONSTRUCTOR)) {
          JavaType type = program.inference().target(body, reference).receiver();
          names.add(type.name());
        }
      }
    }
  }

  private void add(TypeRef written, CodeBody body) {
    JavaType type = program.names().resolve(written, body.owner(), body);
    if (type.kind() == JavaType.Kind.CLASS) {
      names.add(type.name());
    }
  }

  private void gather(TypeInfo type) {
    TypeDecl declaration = type.declaration();
    boolean byFramework =
        declaration.kind() == TypeDecl.Kind.ENUM
            || type.outer().isPresent() && declaration.kind() == TypeDecl.Kind.ANONYMOUS
            || !declaration.annotations().isEmpty()
            || declaration.fields().stream().anyMatch(field -> !field.annotations().isEmpty())
            || declaration.methods().stream().anyMatch(CreatedTypes::isAnnotated)
            || program.hierarchy().supertypes(type).stream()
                .anyMatch(each -> !program.hasType(each.name()));
    if (byFramework) {
      names.add(type.name());
    }
    declaration.fields().forEach(field -> mention(field.type(), type));
    declaration.recordComponents().forEach(component -> mention(component.type(), type));
    for (MethodDecl method : declaration.methods()) {
      mention(method.returnType(), type);
      method.parameters().forEach(parameter -> mention(parameter.type(), type));
    }
  }

  private static boolean isAnnotated(MethodDecl method) {
    return method.annotations().stream().anyMatch(use -> !use.name().equals("Override"));
  }

  private void mention(TypeRef written, TypeInfo scope) {
    if (written.isNamed()) {
      JavaType type = program.names().resolve(written, scope, null);
      if (type.kind() == JavaType.Kind.CLASS) {
        names.add(type.name());
      }
    }
    written.arguments().forEach(argument -> mention(argument, scope));
  }
}
