package dev.plumbline.analyzer.ir;

import java.util.EnumSet;
import java.util.Set;

/** The keywords before a declaration, as a bit set. */
public record Modifiers(int bits) {

  /** The modifiers of JLS 8 and 9. */
  public enum Keyword {
    PUBLIC,
    PROTECTED,
    PRIVATE,
    ABSTRACT,
    STATIC,
    FINAL,
    TRANSIENT,
    VOLATILE,
    SYNCHRONIZED,
    NATIVE,
    STRICTFP,
    DEFAULT,
    SEALED,
    NON_SEALED
  }

  public static final Modifiers NONE = new Modifiers(0);

  public static Modifiers of(Set<Keyword> keywords) {
    int bits = 0;
    for (Keyword keyword : keywords) {
      bits |= 1 << keyword.ordinal();
    }
    return new Modifiers(bits);
  }

  public boolean has(Keyword keyword) {
    return (bits & 1 << keyword.ordinal()) != 0;
  }

  public boolean isStatic() {
    return has(Keyword.STATIC);
  }

  public boolean isFinal() {
    return has(Keyword.FINAL);
  }

  public boolean isPrivate() {
    return has(Keyword.PRIVATE);
  }

  public boolean isAbstract() {
    return has(Keyword.ABSTRACT);
  }

  public Set<Keyword> keywords() {
    EnumSet<Keyword> keywords = EnumSet.noneOf(Keyword.class);
    for (Keyword keyword : Keyword.values()) {
      if (has(keyword)) {
        keywords.add(keyword);
      }
    }
    return keywords;
  }

  @Override
  public String toString() {
    return keywords().toString();
  }
}
