package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.finding.FlowStep;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import java.util.List;
import java.util.Objects;

/**
 * A call that plays a role of the library data, with what is known of the value that decides: the
 * one at the role's place, or the object that the call gives where the role names no place.
 *
 * @param constants all constants that the value may be: String, Integer, Boolean …, {@code null} is
 *     left out; strings are put together as far as they are known. Elements of arrays of constants
 *     are among them.
 * @param complete whether {@code constants} are all that the value may be
 * @param strands where else the value comes from, whatever it was cleared of
 * @param path how the constant comes here, when it comes from elsewhere: its place first
 * @param settings of the object that the call is called on, or, for a role whose place is an
 *     argument, of that argument if it is an object made by the code
 */
public record Use(
    MethodRole role,
    CodeBody body,
    Instruction site,
    CallTarget target,
    List<Object> constants,
    boolean complete,
    List<Strand> strands,
    List<FlowStep> path,
    Settings settings) {

  public Use {
    Objects.requireNonNull(role);
    constants = List.copyOf(constants);
    strands = List.copyOf(strands);
    path = List.copyOf(path);
  }

  /** Where to report, see {@link Sites#reportLocation}. */
  public Location reportLocation() {
    return Sites.reportLocation(body, site);
  }
}
