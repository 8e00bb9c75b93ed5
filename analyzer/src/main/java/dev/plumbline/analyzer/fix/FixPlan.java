package dev.plumbline.analyzer.fix;

import dev.plumbline.analyzer.finding.Finding;
import java.util.List;

/**
 * Which fixes of a report are made, and what becomes of the files.
 *
 * @param changes by path
 * @param leftOut in report order
 */
public record FixPlan(List<FileChange> changes, List<LeftOut> leftOut) {

  public FixPlan {
    changes = List.copyOf(changes);
    leftOut = List.copyOf(leftOut);
  }

  /** Why a fix is not made. */
  public enum Cause {
    /** It changes what the fix of an earlier finding changes. */
    OVERLAP("it overlaps with the fix of an earlier finding; scan again once that is made"),
    /** The file holds something else than when it was scanned, or nothing. */
    CHANGED("the file has changed since it was scanned; scan again"),
    /** Only whole Java files of the application are mended. */
    UNSUPPORTED("only Java code of the application that parses as a whole is changed"),
    /** The file would not parse any more. A defect of ours. */
    BREAKS("the changed file would not parse; this is a defect of Plumbline, please report it");

    private final String told;

    Cause(String told) {
      this.told = told;
    }

    public String told() {
      return told;
    }
  }

  /** A finding whose fix is not made. */
  public record LeftOut(Finding finding, Cause cause) {}

  /** Whether a fix is left out for this reason. */
  public boolean leavesOut(Cause cause) {
    return leftOut.stream().anyMatch(each -> each.cause() == cause);
  }
}
