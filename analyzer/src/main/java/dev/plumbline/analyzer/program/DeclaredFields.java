package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.EnumConstant;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds fields: written ones, enum constants, record components, generated ones and libraries'. */
final class DeclaredFields {

  private final Program program;

  DeclaredFields(Program program) {
    this.program = program;
  }

  /** The nearest declaration, in terms of the variables of {@code type}. */
  Optional<Members.Field> find(JavaType type, String name, TypeInfo near) {
    for (Hierarchy.Ancestor each : program.hierarchy().ancestry(type, near)) {
      Optional<Members.Field> found = declaredField(each, name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Members.Field> declaredField(Hierarchy.Ancestor in, String name) {
    JavaType type = in.type();
    TypeInfo info = in.info();
    if (info == null) {
      return in.external() == null ? Optional.empty() : field(in.external(), type, name);
    }
    Map<String, JavaType> bindings = Hierarchy.bindings(info.typeParameterNames(), type);
    FieldDecl field = info.field(name).orElse(null);
    if (field != null) {
      JavaType fieldType = program.names().resolve(field.type(), info, null);
      return Optional.of(
          new Members.Field(
              info.name(),
              Optional.of(info),
              name,
              Optional.of(field),
              fieldType.substitute(bindings)));
    }
    for (EnumConstant constant : info.declaration().enumConstants()) {
      if (constant.name().equals(name)) {
        return Optional.of(
            new Members.Field(info.name(), Optional.of(info), name, Optional.empty(), info.type()));
      }
    }
    List<Parameter> components = info.declaration().recordComponents();
    for (int i = 0; i < components.size(); i++) {
      Parameter component = components.get(i);
      // A record pattern reads its components by number: #0, #1, …
      if (component.name().equals(name) || name.equals("#" + i)) {
        JavaType componentType = program.names().resolve(component.type(), info, null);
        return Optional.of(
            new Members.Field(
                info.name(),
                Optional.of(info),
                component.name(),
                Optional.empty(),
                componentType.substitute(bindings)));
      }
    }
    return program
        .generated()
        .members(info)
        .field(name)
        .map(
            generated ->
                new Members.Field(
                    info.name(),
                    Optional.of(info),
                    name,
                    Optional.empty(),
                    generated.type().substitute(bindings)));
  }

  private static Optional<Members.Field> field(ExternalType owner, JavaType seenAs, String name) {
    ExternalType.ExternalField field = owner.fields().get(name);
    if (field == null) {
      return Optional.empty();
    }
    JavaType type = field.type().substitute(Hierarchy.told(owner.typeVariables(), seenAs));
    return Optional.of(
        new Members.Field(seenAs.name(), Optional.empty(), name, Optional.empty(), type));
  }
}
