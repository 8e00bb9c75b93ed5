package dev.plumbline.analyzer.regex;

import dev.plumbline.analyzer.regex.PatternText.NotUnderstood;

/**
 * Reads a class in brackets as the JDK does: a negation is of the whole class, an intersection of
 * all that stands before it and all that follows.
 */
final class ClassReader {

  /** As deep as no one nests classes; the reader calls itself for each. */
  private static final int MAX_DEPTH = 50;

  private final PatternText text;
  private final EscapeReader escapes;
  private int depth;

  ClassReader(PatternText text) {
    this.text = text;
    this.escapes = new EscapeReader(text);
  }

  /** The class whose opening bracket is next; the closing one is taken too. */
  Alphabet read() {
    text.skip(1);
    boolean negated = text.peek() == '^';
    if (negated) {
      text.read();
    }
    Alphabet set = items(true);
    return negated ? set.complement() : set;
  }

  /**
   * @param takesEnd whether the closing bracket belongs to these items; else it is left for those
   *     around them
   */
  private Alphabet items(boolean takesEnd) {
    if (++depth > MAX_DEPTH) {
      throw new NotUnderstood("classes nested too deep");
    }
    Alphabet set = null;
    for (; ; ) {
      int next = text.peek();
      if (next == PatternText.END) {
        throw new NotUnderstood("a class without an end");
      } else if (next == ']' && set != null) {
        text.skip(takesEnd ? 1 : 0);
        depth--;
        return set;
      } else if (next == '[') {
        set = union(set, read());
      } else if (next == '&' && isIntersection()) {
        set = intersection(set);
      } else {
        set = union(set, item());
      }
    }
  }

  /** Takes both characters when it is one. */
  private boolean isIntersection() {
    int before = text.position();
    text.read();
    if (text.take('&')) {
      return true;
    }
    text.setPosition(before);
    return false;
  }

  private Alphabet intersection(Alphabet left) {
    Alphabet right = null;
    int next = text.peek();
    while (next != ']' && next != '&') {
      if (next == PatternText.END) {
        throw new NotUnderstood("a class without an end");
      }
      right = union(right, next == '[' ? read() : items(false));
      next = text.peek();
    }
    if (left == null && right == null) {
      throw new NotUnderstood("an intersection of nothing");
    }
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return left.intersection(right);
  }

  private static Alphabet union(Alphabet set, Alphabet more) {
    return set == null ? more : set.union(more);
  }

  /** A character, a range, or a class that an escape names. */
  private Alphabet item() {
    int first;
    if (text.peek() == '\\') {
      Alphabet named = escapes.namedClass();
      if (named != null) {
        return named;
      }
      first = escapes.character();
    } else {
      first = PatternText.literal(text.read());
    }
    if (text.peek() == '-' && text.raw(1) != '[' && text.raw(1) != ']') {
      text.read();
      int last = text.peek() == '\\' ? escapes.character() : PatternText.literal(text.read());
      if (last < first) {
        throw new NotUnderstood("a range that ends before it begins");
      }
      return NamedClasses.range(first, last, text.flags());
    }
    return NamedClasses.single(first, text.flags());
  }
}
