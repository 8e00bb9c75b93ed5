package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.List;
import java.util.Optional;

/** What an input of a body is called in the code. */
final class InputNames {

  private final Context context;

  InputNames(Context context) {
    this.context = context;
  }

  /** A name, and where the thing is declared. */
  record Name(Composition.Origin origin, String description, Location location) {}

  /** {@code null} for what is not for outsiders to choose: a constant of a library, a variable. */
  Name of(Id id, CodeBody body) {
    if (id.root() instanceof Id.Param param) {
      return parameter(param.index(), id.fields(), body);
    }
    if (id.root() instanceof Id.This && !id.fields().isEmpty()) {
      return field(body.owner(), id.fields().get(0));
    }
    if (id.root() instanceof Id.Static name && id.isStore()) {
      int dot = name.name().lastIndexOf('.');
      return dot < 0
          ? null
          : context
              .program()
              .type(name.name().substring(0, dot))
              .map(type -> field(type, name.name().substring(dot + 1)))
              .orElse(null);
    }
    return null;
  }

  private Name parameter(int index, List<String> way, CodeBody body) {
    Variable variable = body.variable(index).orElse(null);
    if (variable == null) {
      return null;
    }
    Location location = body.location(variable.nameSpan());
    List<Parameter> parameters = body.method().declaration().parameters();
    if (index < parameters.size()
        && context.isFilled(parameters.get(index).annotations(), body.owner())) {
      return new Name(Composition.Origin.FIELD, "parameter " + variable.name(), location);
    }
    Optional<String> property =
        way.stream().filter(step -> Character.isJavaIdentifierStart(step.charAt(0))).findFirst();
    if (property.isPresent()) {
      return new Name(
          Composition.Origin.PROPERTY,
          property.get() + " of parameter " + variable.name(),
          location);
    }
    String element = way.isEmpty() ? "" : "an element of ";
    return new Name(
        Composition.Origin.PARAMETER, element + "parameter " + variable.name(), location);
  }

  private Name field(TypeInfo type, String name) {
    Members.Field field = context.program().members().field(type.type(), name, type).orElse(null);
    if (field == null || field.info().isEmpty() || field.declaration().isEmpty()) {
      return null;
    }
    return new Name(
        Composition.Origin.FIELD,
        "field " + name,
        field.info().get().location(field.declaration().get().nameSpan()));
  }
}
