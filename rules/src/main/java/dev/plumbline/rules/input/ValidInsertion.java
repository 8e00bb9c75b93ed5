package dev.plumbline.rules.input;

import dev.plumbline.analyzer.backend.ConstrainedProperty;
import dev.plumbline.analyzer.backend.EndpointParameter;
import dev.plumbline.analyzer.backend.EndpointParameter.Shape;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.CompilationUnit;
import dev.plumbline.analyzer.ir.ImportDecl;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The change that makes a framework validate a parameter: {@code @Valid} and its import. */
final class ValidInsertion {

  private static final List<String> NAMESPACES = List.of("jakarta", "javax");

  private ValidInsertion() {}

  /**
   * Empty where the annotation would not be enough: in front of a collection or an envelope not
   * every version of the frameworks follows it, constraints that all name groups need the groups,
   * and generated code is written anew.
   */
  static Optional<Fix> fix(
      Program program, EndpointParameter parameter, List<ConstrainedProperty> properties) {
    boolean runsByDefault =
        properties.stream().flatMap(p -> p.constraints().stream()).anyMatch(c -> !c.grouped());
    String namespace = namespace(program, properties);
    MethodInfo method = parameter.boundBy();
    if (!runsByDefault
        || namespace == null
        || parameter.shape() == Shape.COLLECTION
        || parameter.shape() == Shape.ENVELOPE
        || method.owner().file().file().role() != SourceRole.MAIN) {
      return Optional.empty();
    }
    String name = namespace + ".validation.Valid";
    Span span = method.declaration().parameters().get(parameter.index()).span();
    Location place = method.location(startOf(span));
    List<Fix.Replacement> replacements = new ArrayList<>();
    Optional<Fix.Replacement> importing = importing(name, method.owner());
    boolean known = program.names().resolve("Valid", method.owner(), null).is(name);
    importing.filter(each -> !known).ifPresent(replacements::add);
    String written = known || !replacements.isEmpty() ? "Valid" : name;
    replacements.add(new Fix.Replacement(place, "@" + written + " "));
    return Optional.of(
        new Fix("Validate parameter " + parameter.name() + " with @Valid", replacements));
  }

  /** That of the constraints, or of the project where a library's own constraints do not tell. */
  private static String namespace(Program program, List<ConstrainedProperty> properties) {
    for (String namespace : NAMESPACES) {
      String prefix = namespace + ".validation.";
      if (properties.stream()
          .flatMap(property -> property.constraints().stream())
          .anyMatch(constraint -> constraint.name().startsWith(prefix))) {
        return namespace;
      }
    }
    for (String namespace : NAMESPACES) {
      String prefix = namespace + ".validation";
      if (program.files().stream()
          .flatMap(file -> file.unit().imports().stream())
          .anyMatch(each -> each.name().startsWith(prefix))) {
        return namespace;
      }
    }
    return null;
  }

  /** Before the first import that sorts behind it, else behind the last; empty on a name clash. */
  private static Optional<Fix.Replacement> importing(String name, TypeInfo type) {
    CompilationUnit unit = type.file().unit();
    List<ImportDecl> imports = unit.imports().stream().filter(each -> !each.isStatic()).toList();
    boolean clash =
        imports.stream().anyMatch(each -> !each.onDemand() && each.name().endsWith(".Valid"));
    if (imports.isEmpty() || clash) {
      return Optional.empty();
    }
    String line = "import " + name + ";";
    for (ImportDecl each : imports) {
      if (each.name().compareTo(name) > 0) {
        Location place = type.location(startOf(each.span()));
        return Optional.of(new Fix.Replacement(place, line + "\n"));
      }
    }
    Span last = imports.get(imports.size() - 1).span();
    Span end = new Span(last.endLine(), last.endColumn(), last.endLine(), last.endColumn());
    return Optional.of(new Fix.Replacement(type.location(end), "\n" + line));
  }

  private static Span startOf(Span span) {
    return new Span(span.startLine(), span.startColumn(), span.startLine(), span.startColumn());
  }
}
