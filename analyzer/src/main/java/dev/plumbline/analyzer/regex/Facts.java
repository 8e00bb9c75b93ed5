package dev.plumbline.analyzer.regex;

import dev.plumbline.analyzer.regex.RegexNode.Repeat;
import java.util.regex.Pattern;

/**
 * What holds for all texts that a part of a pattern may match. Lookaround and boundaries forbid
 * nothing here, so the sets may be too large, never too small.
 *
 * @param understood whether no part is {@link RegexNode.Unknown}; else nothing below means anything
 * @param nullable whether it may match the empty text
 * @param all the characters in it
 * @param first those it may begin with
 * @param last those it may end with
 * @param doubled those that may stand twice in a row
 * @param min the least number of characters
 * @param max the greatest, {@link Repeat#UNBOUNDED} for no limit
 * @param prefix what each text begins with; letters of either case are given in lower case
 * @param suffix what each text ends with
 * @param fixed whether {@code prefix} is all that it matches
 */
record Facts(
    boolean understood,
    boolean nullable,
    Alphabet all,
    Alphabet first,
    Alphabet last,
    Alphabet doubled,
    int min,
    int max,
    String prefix,
    String suffix,
    boolean fixed) {

  /** Constant texts are followed no further: guards name hosts and folders, not documents. */
  private static final int MAX_CONSTANT = 500;

  /** The empty text: of what takes no character. */
  private static final Facts EMPTY = constant("", true, Alphabet.NONE);

  static Facts of(RegexNode node) {
    return node.accept(new OfNode());
  }

  private static Facts constant(String text, boolean nullable, Alphabet set) {
    int length = nullable ? 0 : 1;
    return new Facts(
        true, nullable, set, set, set, Alphabet.NONE, length, length, text, text, true);
  }

  private static Facts anyText(boolean understood) {
    Alphabet every = Alphabet.EVERY;
    return new Facts(
        understood, true, every, every, every, every, 0, Repeat.UNBOUNDED, "", "", false);
  }

  private Facts followedBy(Facts next) {
    boolean cut = fixed && prefix.length() + next.prefix.length() > MAX_CONSTANT;
    return new Facts(
        understood && next.understood,
        nullable && next.nullable,
        all.union(next.all),
        nullable ? first.union(next.first) : first,
        next.nullable ? last.union(next.last) : next.last,
        doubled.union(next.doubled).union(last.intersection(next.first)),
        plus(min, next.min),
        plus(max, next.max),
        fixed && !cut ? prefix + next.prefix : prefix,
        next.fixed && !cut ? suffix + next.suffix : next.suffix,
        fixed && next.fixed && !cut);
  }

  private Facts or(Facts other) {
    return new Facts(
        understood && other.understood,
        nullable || other.nullable,
        all.union(other.all),
        first.union(other.first),
        last.union(other.last),
        doubled.union(other.doubled),
        Math.min(min, other.min),
        Math.max(max, other.max),
        commonPrefix(prefix, other.prefix),
        reversed(commonPrefix(reversed(suffix), reversed(other.suffix))),
        fixed && other.fixed && prefix.equals(other.prefix));
  }

  private Facts repeated(int least, int most) {
    if (most == 0) {
      return understood ? EMPTY : this;
    }
    int times = fixed && prefix.length() * (long) least <= MAX_CONSTANT ? least : 1;
    boolean isConstant = fixed && least == most && times == least;
    return new Facts(
        understood,
        nullable || least == 0,
        all,
        first,
        last,
        most == 1 ? doubled : doubled.union(last.intersection(first)),
        times(min, least),
        times(max, most),
        least == 0 ? "" : prefix.repeat(times),
        least == 0 ? "" : suffix.repeat(times),
        isConstant);
  }

  private static int plus(int a, int b) {
    return (int) Math.min((long) a + b, Repeat.UNBOUNDED);
  }

  private static int times(int a, int b) {
    return (int) Math.min((long) a * b, Repeat.UNBOUNDED);
  }

  private static String commonPrefix(String a, String b) {
    int length = 0;
    while (length < a.length() && length < b.length() && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return a.substring(0, length);
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  private static final class OfNode implements RegexNode.Visitor<Facts> {

    @Override
    public Facts chars(RegexNode.Chars node) {
      Alphabet set = node.set();
      boolean isOne = !set.isEmpty() && set.size() <= 4 && isOneLetter(set);
      String text = isOne ? Character.toString(Character.toLowerCase(set.first())) : "";
      if (set.size() == 1) {
        text = Character.toString(set.first());
      }
      return new Facts(true, false, set, set, set, Alphabet.NONE, 1, 1, text, text, isOne);
    }

    private static boolean isOneLetter(Alphabet set) {
      int cases = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
      return set.size() == 1 || NamedClasses.single(set.first(), cases).containsAll(set);
    }

    @Override
    public Facts sequence(RegexNode.Sequence node) {
      Facts facts = EMPTY;
      for (RegexNode part : node.parts()) {
        facts = facts.followedBy(part.accept(this));
      }
      return facts;
    }

    @Override
    public Facts alternatives(RegexNode.Alternatives node) {
      Facts facts = null;
      for (RegexNode branch : node.branches()) {
        Facts one = branch.accept(this);
        facts = facts == null ? one : facts.or(one);
      }
      return facts;
    }

    @Override
    public Facts repeat(Repeat node) {
      return node.body().accept(this).repeated(node.min(), node.max());
    }

    @Override
    public Facts group(RegexNode.Group node) {
      return node.body().accept(this);
    }

    @Override
    public Facts atomic(RegexNode.Atomic node) {
      return node.body().accept(this);
    }

    @Override
    public Facts look(RegexNode.Look node) {
      return node.body().accept(this).understood ? EMPTY : anyText(false);
    }

    @Override
    public Facts boundary(RegexNode.Boundary node) {
      return EMPTY;
    }

    /** Any text in the pattern's alphabet; the group may have been left out. */
    @Override
    public Facts backReference(RegexNode.BackReference node) {
      return anyText(true);
    }

    @Override
    public Facts unknown(RegexNode.Unknown node) {
      return anyText(false);
    }
  }
}
