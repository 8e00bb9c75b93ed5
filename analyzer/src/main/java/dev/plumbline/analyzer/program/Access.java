package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Modifiers;

/** Who may use a member: JLS 6.6. */
public enum Access {
  PUBLIC,
  PROTECTED,
  PACKAGE,
  PRIVATE;

  /** What the keywords say; without one, access within the package. */
  public static Access of(Modifiers modifiers) {
    if (modifiers.has(Modifiers.Keyword.PUBLIC)) {
      return PUBLIC;
    }
    if (modifiers.has(Modifiers.Keyword.PROTECTED)) {
      return PROTECTED;
    }
    return modifiers.isPrivate() ? PRIVATE : PACKAGE;
  }
}
