package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.finding.FlowStep;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A text at a sink that the program puts together of constant texts and of parts of which it is not
 * known that they are harmless.
 *
 * @param kind what the text is used for
 * @param substitution what a mapper does with the argument; only of {@link SinkKind#MAPPER_SQL}
 * @param parts one or more, in the order of the text
 */
public record Composition(
    SinkKind kind,
    CodeBody body,
    Instruction site,
    CallTarget target,
    Optional<Substitution> substitution,
    List<Part> parts) {

  /** Where a part comes from. */
  public enum Origin {
    /** A parameter of a method whose callers are not known, or one of its elements. */
    PARAMETER,
    /** A property of such a parameter. */
    PROPERTY,
    /** A field, of an object or static. */
    FIELD,
    /** A call of a library. */
    CALL,
    /** A method of the workspace, which got it from somewhere. */
    METHOD,
    /** A source that the library data name. */
    SOURCE
  }

  /**
   * A part that is not constant.
   *
   * @param description in the words of the code: {@code parameter name}
   * @param location where it comes from
   * @param path from there to the place where it becomes part of the text, that included
   * @param before the constant text directly before it; empty where something else stands there
   * @param after the constant text directly behind it
   */
  public record Part(
      Origin origin,
      String description,
      Location location,
      List<FlowStep> path,
      String before,
      String after) {
    public Part {
      Objects.requireNonNull(origin);
      path = List.copyOf(path);
    }
  }

  public Composition {
    Objects.requireNonNull(kind);
    parts = List.copyOf(parts);
  }

  /** Where to report, see {@link Sites#reportLocation}. */
  public Location reportLocation() {
    return substitution.isPresent() ? substitution.get().place() : Sites.reportLocation(body, site);
  }
}
