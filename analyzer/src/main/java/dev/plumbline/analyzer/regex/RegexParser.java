package dev.plumbline.analyzer.regex;

import dev.plumbline.analyzer.regex.PatternText.NotUnderstood;
import dev.plumbline.analyzer.regex.RegexNode.Alternatives;
import dev.plumbline.analyzer.regex.RegexNode.Atomic;
import dev.plumbline.analyzer.regex.RegexNode.BackReference;
import dev.plumbline.analyzer.regex.RegexNode.Boundary;
import dev.plumbline.analyzer.regex.RegexNode.Chars;
import dev.plumbline.analyzer.regex.RegexNode.Group;
import dev.plumbline.analyzer.regex.RegexNode.Look;
import dev.plumbline.analyzer.regex.RegexNode.Mode;
import dev.plumbline.analyzer.regex.RegexNode.Repeat;
import dev.plumbline.analyzer.regex.RegexNode.Sequence;
import dev.plumbline.analyzer.regex.RegexNode.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads patterns as {@code java.util.regex.Pattern} does: its Javadoc has the syntax, JDK 17's code
 * decides where the Javadoc is silent. What the JDK refuses, or means something that no tree can
 * say ({@code CANON_EQ}), is {@link Unknown}.
 */
final class RegexParser {

  /** Longer ones are tables that a program made; the longest of hand are some thousand. */
  static final int MAX_LENGTH = 20_000;

  /** The reader calls itself for each group, and so does the JDK's. */
  private static final int MAX_DEPTH = 200;

  private final PatternText text;
  private final EscapeReader escapes;
  private final Map<String, Integer> names = new HashMap<>();
  private int groups;
  private int depth;

  private RegexParser(String regex, int flags) {
    this.text = new PatternText(regex, flags);
    this.escapes = new EscapeReader(text);
  }

  /**
   * @param flags those of {@code Pattern.compile}
   */
  static RegexNode parse(String regex, int flags) {
    if (regex.length() > MAX_LENGTH) {
      return new Unknown("too large");
    }
    if ((flags & Pattern.CANON_EQ) != 0) {
      return new Unknown("canonical equivalence");
    }
    try {
      RegexNode node = new RegexParser(regex, withImplied(flags)).pattern();
      Pattern.compile(regex, flags);
      return node;
    } catch (NotUnderstood e) {
      return new Unknown(e.getMessage());
    } catch (PatternSyntaxException e) {
      return new Unknown(e.getDescription());
    } catch (IllegalArgumentException e) {
      return new Unknown("flags that do not exist");
    }
  }

  private static int withImplied(int flags) {
    return (flags & Pattern.UNICODE_CHARACTER_CLASS) != 0 ? flags | Pattern.UNICODE_CASE : flags;
  }

  private RegexNode pattern() {
    RegexNode node = alternatives();
    if (text.peek() != PatternText.END) {
      throw new NotUnderstood("a parenthesis that closes nothing");
    }
    return node;
  }

  private RegexNode alternatives() {
    if (++depth > MAX_DEPTH) {
      throw new NotUnderstood("groups nested too deep");
    }
    List<RegexNode> branches = new ArrayList<>();
    branches.add(sequence());
    while (text.take('|')) {
      branches.add(sequence());
    }
    depth--;
    return branches.size() == 1 ? branches.get(0) : new Alternatives(branches);
  }

  private RegexNode sequence() {
    List<RegexNode> parts = new ArrayList<>();
    for (int next = text.peek(); !endsSequence(next); next = text.peek()) {
      RegexNode atom = next == '{' ? Sequence.EMPTY : atom(next);
      parts.add(repeated(atom));
    }
    return parts.size() == 1 ? parts.get(0) : new Sequence(parts);
  }

  private static boolean endsSequence(int next) {
    return next == PatternText.END || next == '|' || next == ')';
  }

  private RegexNode atom(int next) {
    switch (next) {
      case '(':
        return group();
      case '[':
        return new Chars(new ClassReader(text).read());
      case '\\':
        return escape();
      case '^':
        text.read();
        return text.has(Pattern.MULTILINE) ? Boundary.LINE_BEGIN : Boundary.BEGIN;
      case '$':
        text.read();
        return dollar();
      case '.':
        text.read();
        return new Chars(NamedClasses.dot(text.flags()));
      case '*', '+', '?':
        throw new NotUnderstood("a quantifier of nothing");
      default:
        return single(PatternText.literal(text.read()));
    }
  }

  private RegexNode single(int character) {
    return new Chars(NamedClasses.single(character, text.flags()));
  }

  private Boundary dollar() {
    return text.has(Pattern.MULTILINE) ? Boundary.LINE_END : beforeLastTerminator();
  }

  private Boundary beforeLastTerminator() {
    return text.has(Pattern.UNIX_LINES)
        ? Boundary.END_OR_LAST_NEWLINE
        : Boundary.END_OR_LAST_TERMINATOR;
  }

  private RegexNode repeated(RegexNode atom) {
    switch (text.peek()) {
      case '?':
        text.read();
        return repeat(atom, 0, 1);
      case '*':
        text.read();
        return repeat(atom, 0, Repeat.UNBOUNDED);
      case '+':
        text.read();
        return repeat(atom, 1, Repeat.UNBOUNDED);
      case '{':
        text.read();
        return counted(atom);
      default:
        return atom;
    }
  }

  private RegexNode counted(RegexNode atom) {
    int min = number();
    int max = min;
    if (text.take(',')) {
      max = text.peek() == '}' ? Repeat.UNBOUNDED : number();
    }
    if (!text.take('}')) {
      throw new NotUnderstood("a count without an end");
    }
    return repeat(atom, min, max);
  }

  private int number() {
    long number = 0;
    int digit = text.raw(0) - '0';
    if (digit < 0 || digit > 9) {
      throw new NotUnderstood("a count without a number");
    }
    for (; digit >= 0 && digit <= 9; digit = text.raw(0) - '0') {
      number = number * 10 + digit;
      if (number > Integer.MAX_VALUE) {
        throw new NotUnderstood("a count without bounds");
      }
      text.skip(1);
    }
    return (int) number;
  }

  private RegexNode repeat(RegexNode atom, int min, int max) {
    Mode mode = Mode.GREEDY;
    if (text.take('?')) {
      mode = Mode.RELUCTANT;
    } else if (text.take('+')) {
      mode = Mode.POSSESSIVE;
    }
    return new Repeat(atom, min, max, mode);
  }

  private RegexNode group() {
    text.read();
    int outerFlags = text.flags();
    if (text.raw(0) != '?') {
      return capturing(outerFlags);
    }
    int kind = text.raw(1);
    int second = text.raw(2);
    text.skip(2);
    switch (kind) {
      case ':':
        return closed(alternatives(), outerFlags);
      case '>':
        return new Atomic(closed(alternatives(), outerFlags));
      case '=', '!':
        return new Look(closed(alternatives(), outerFlags), true, kind == '!');
      case '<':
        if (second == '=' || second == '!') {
          text.skip(1);
          return new Look(closed(alternatives(), outerFlags), false, second == '!');
        }
        names.put(text.readTo('>'), groups + 1);
        return capturing(outerFlags);
      default:
        text.skip(-1);
        return flags(outerFlags);
    }
  }

  private RegexNode capturing(int outerFlags) {
    int index = ++groups;
    return new Group(closed(alternatives(), outerFlags), index);
  }

  /** The body of a group, whose end is next; flags that it changed hold no more. */
  private RegexNode closed(RegexNode body, int outerFlags) {
    if (!text.take(')')) {
      throw new NotUnderstood("a group without an end");
    }
    text.setFlags(outerFlags);
    return body;
  }

  /** {@code (?i)}, which holds to the end of the group around it, or {@code (?i:X)}. */
  private RegexNode flags(int outerFlags) {
    boolean adds = true;
    for (; ; ) {
      int letter = text.raw(0);
      text.skip(1);
      if (letter == ')') {
        return Sequence.EMPTY;
      } else if (letter == ':') {
        return closed(alternatives(), outerFlags);
      } else if (letter == '-') {
        adds = false;
      } else {
        int flag = flag(letter, adds);
        text.setFlags(adds ? text.flags() | flag : text.flags() & ~flag);
      }
    }
  }

  private static int flag(int letter, boolean adds) {
    return switch (letter) {
      case 'i' -> Pattern.CASE_INSENSITIVE;
      case 'm' -> Pattern.MULTILINE;
      case 's' -> Pattern.DOTALL;
      case 'd' -> Pattern.UNIX_LINES;
      case 'u' -> Pattern.UNICODE_CASE;
      case 'x' -> Pattern.COMMENTS;
      case 'U' ->
          adds ? withImplied(Pattern.UNICODE_CHARACTER_CLASS) : Pattern.UNICODE_CHARACTER_CLASS;
      default -> throw new NotUnderstood("an inline flag");
    };
  }

  /** An escape outside of a class, the backslash being next. */
  private RegexNode escape() {
    Alphabet named = escapes.namedClass();
    if (named != null) {
      return new Chars(named);
    }
    int letter = text.raw(1);
    if (letter >= '1' && letter <= '9') {
      text.skip(2);
      return numbered(letter - '0');
    }
    if (letter == 'k') {
      text.skip(2);
      return named();
    }
    if (letter == 'b' && text.raw(2) == '{' && text.raw(3) == 'g') {
      text.readTo('}');
      return new Unknown("grapheme clusters");
    }
    RegexNode special = special(letter);
    if (special != null) {
      text.skip(2);
      return special;
    }
    return single(escapes.character());
  }

  private RegexNode special(int letter) {
    return switch (letter) {
      case 'A' -> Boundary.BEGIN;
      case 'z' -> Boundary.END;
      case 'Z' -> beforeLastTerminator();
      case 'G' -> Boundary.LAST_MATCH;
      case 'b' -> Boundary.OF_WORD;
      case 'B' -> Boundary.NOT_OF_WORD;
      case 'R' -> lineBreak();
      case 'X' -> new Unknown("grapheme clusters");
      default -> null;
    };
  }

  private static RegexNode lineBreak() {
    RegexNode both =
        new Sequence(List.of(new Chars(Alphabet.of('\r')), new Chars(NamedClasses.NEWLINE)));
    return new Alternatives(List.of(both, new Chars(NamedClasses.VERTICAL)));
  }

  private RegexNode numbered(int first) {
    int group = first;
    for (; ; ) {
      int digit = text.peek() - '0';
      if (digit < 0 || digit > 9 || group * 10 + digit > groups) {
        return new BackReference(group, text.has(Pattern.CASE_INSENSITIVE));
      }
      group = group * 10 + digit;
      text.read();
    }
  }

  private RegexNode named() {
    if (text.raw(0) != '<') {
      throw new NotUnderstood("\\k without a name");
    }
    text.skip(1);
    Integer group = names.get(text.readTo('>'));
    if (group == null) {
      throw new NotUnderstood("a group that is not there");
    }
    return new BackReference(group, text.has(Pattern.CASE_INSENSITIVE));
  }
}
