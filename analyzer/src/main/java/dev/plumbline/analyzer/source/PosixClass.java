package dev.plumbline.analyzer.source;

import java.util.BitSet;

/** The named classes of a glob, {@code [[:alpha:]]}; ASCII alone, as in git. */
final class PosixClass {

  private PosixClass() {}

  /** Adds the members; false, with nothing added, when there is no class of that name. */
  static boolean addTo(BitSet set, String name) {
    BitSet members = new BitSet(128);
    for (char c = 0; c < 128; c++) {
      Boolean member = contains(name, c);
      if (member == null) {
        return false;
      }
      members.set(c, member);
    }
    set.or(members);
    return true;
  }

  private static Boolean contains(String name, char c) {
    boolean upper = c >= 'A' && c <= 'Z';
    boolean lower = c >= 'a' && c <= 'z';
    boolean digit = c >= '0' && c <= '9';
    boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    boolean printed = c >= ' ' && c <= '~';
    return switch (name) {
      case "alnum" -> upper || lower || digit;
      case "alpha" -> upper || lower;
      case "blank" -> c == ' ' || c == '\t';
      case "cntrl" -> c < ' ' || c == 127;
      case "digit" -> digit;
      case "graph" -> printed && !space;
      case "lower" -> lower;
      case "print" -> printed;
      case "punct" -> printed && !space && !upper && !lower && !digit;
      case "space" -> space;
      case "upper" -> upper;
      case "xdigit" -> digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
      default -> null;
    };
  }
}
