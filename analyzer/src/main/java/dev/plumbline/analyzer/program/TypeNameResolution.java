package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.finding.Resolution.Outcome;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeParameter;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.program.CallResolution.Result;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.List;

/**
 * Says of every type that is written in a declaration or in code whether it was found, and if not,
 * why. Primitive types, {@code var} and type variables are no names of types.
 *
 * <p>Measures, and decides nothing: only {@code --stats} asks. Safe for one thread; threads take
 * one each.
 */
public final class TypeNameResolution {

  private final Program program;
  private final MissingTypes missing;
  private ResolutionTally tally;
  private boolean inTest;

  /**
   * @param missing says why a type is not there; may be shared between threads
   */
  public TypeNameResolution(Program program, MissingTypes missing) {
    this.program = program;
    this.missing = missing;
  }

  /** Counts the names in the header of {@code type}, in its members and in their code. */
  public ResolutionTally measure(TypeInfo type) {
    tally = new ResolutionTally();
    inTest = type.file().file().role() == SourceRole.TEST;
    TypeDecl declaration = type.declaration();
    declaration.superclass().ifPresent(each -> header(each, type));
    declaration.interfaces().forEach(each -> header(each, type));
    bounds(declaration.typeParameters(), type, null);
    annotations(declaration.annotations(), type);
    for (Parameter component : declaration.recordComponents()) {
      parameter(component, type, null);
    }
    for (FieldDecl field : declaration.fields()) {
      name(field.type(), type, null);
      annotations(field.annotations(), type);
    }
    type.methods().forEach(this::method);
    return tally;
  }

  private void method(MethodInfo method) {
    MethodDecl declaration = method.declaration();
    TypeInfo owner = method.owner();
    bounds(declaration.typeParameters(), owner, method);
    name(declaration.returnType(), owner, method);
    declaration.throwsTypes().forEach(each -> name(each, owner, method));
    annotations(declaration.annotations(), owner);
    declaration.parameters().forEach(each -> parameter(each, owner, method));
    method.body().ifPresent(this::code);
  }

  private void parameter(Parameter parameter, TypeInfo owner, MethodInfo method) {
    name(parameter.type(), owner, method);
    annotations(parameter.annotations(), owner);
  }

  private void bounds(List<TypeParameter> parameters, TypeInfo owner, MethodInfo method) {
    parameters.forEach(each -> each.bounds().forEach(bound -> name(bound, owner, method)));
  }

  private void code(CodeBody body) {
    for (Variable variable : body.body().variables()) {
      boolean isOwn =
          variable.kind() != Variable.Kind.PARAMETER && variable.kind() != Variable.Kind.CAPTURED;
      // Parameters of methods were counted with the header.
      if (isOwn || variable.kind() == Variable.Kind.PARAMETER && body.enclosing().isPresent()) {
        name(variable.type(), body);
      }
    }
    for (Block block : body.body().blocks()) {
      block.instructions().forEach(each -> instruction(each, body));
    }
    body.lambdas().forEach(this::code);
  }

  private void instruction(Instruction each, CodeBody body) {
    if (each instanceof Instruction.New creation) {
      if (creation.localType() == Body.NONE && creation.outer() == Body.NONE) {
        name(creation.type(), body);
      }
    } else if (each instanceof Instruction.NewArray creation) {
      name(creation.type(), body);
    } else if (each instanceof Instruction.Cast cast) {
      name(cast.type(), body);
    } else if (each instanceof Instruction.InstanceOf test) {
      name(test.type(), body);
    } else if (each instanceof Instruction.Call call) {
      call.typeArguments().forEach(argument -> name(argument, body));
    } else if (each instanceof Instruction.MethodReference reference) {
      reference.type().ifPresent(type -> name(type, body));
    } else if (each instanceof Instruction.LoadName load) {
      NameMeaning meaning = program.inference().meaning(body, load);
      if (meaning.isType()) {
        count(meaning.type(), body.owner());
      }
    }
  }

  private void annotations(List<AnnotationUse> annotations, TypeInfo scope) {
    for (AnnotationUse each : annotations) {
      count(program.names().resolve(each.name(), scope, null), scope);
    }
  }

  private void header(TypeRef written, TypeInfo type) {
    if (written.isNamed()) {
      count(program.names().resolveInHeader(written, type), type);
    }
    written.arguments().forEach(argument -> header(argument, type));
  }

  private void name(TypeRef written, CodeBody body) {
    if (written.isNamed()) {
      count(program.names().resolve(written.name(), body.owner(), body), body.owner());
    }
    written.arguments().forEach(argument -> name(argument, body));
  }

  private void name(TypeRef written, TypeInfo scope, MethodInfo method) {
    if (written.isNamed()) {
      TypeRef plain = TypeRef.named(written.name());
      count(
          method == null
              ? program.names().resolve(plain, scope, null)
              : program.names().resolve(plain, method),
          scope);
    }
    written.arguments().forEach(argument -> name(argument, scope, method));
  }

  private void count(JavaType type, TypeInfo scope) {
    if (type.kind() == JavaType.Kind.CLASS) {
      tally.add(result(type.name()), inTest);
    } else if (type.kind() == JavaType.Kind.UNRESOLVED) {
      tally.add(missing.name(type.name(), scope), inTest);
    }
  }

  private Result result(String name) {
    if (program.hasType(name)) {
      return Result.of(Outcome.WORKSPACE, name);
    }
    if (program.external().find(name).isEmpty()) {
      return missing.type(name);
    }
    return Result.of(missing.isOfJdk(name) ? Outcome.JDK : Outcome.LIBRARY, name);
  }
}
