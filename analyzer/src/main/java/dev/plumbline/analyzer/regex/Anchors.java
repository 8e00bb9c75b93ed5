package dev.plumbline.analyzer.regex;

import dev.plumbline.analyzer.regex.RegexNode.Boundary;

/** Whether a pattern can only match where the text begins, or only where it ends. */
final class Anchors {

  /** What stands between the end of a match and the end of the text. */
  enum Tail {
    NOTHING,
    LAST_NEWLINE,
    LAST_TERMINATOR,
    ANYTHING;

    Tail or(Tail other) {
      return ordinal() > other.ordinal() ? this : other;
    }
  }

  private Anchors() {}

  /** Whether each match begins where the text does. */
  static boolean atBegin(RegexNode node) {
    return node.accept(new BeginVisitor());
  }

  static Tail atEnd(RegexNode node) {
    return node.accept(new EndVisitor());
  }

  private static boolean isZeroWidth(RegexNode node) {
    return Facts.of(node).max() == 0;
  }

  private static final class BeginVisitor implements RegexNode.Visitor<Boolean> {
    @Override
    public Boolean chars(RegexNode.Chars node) {
      return false;
    }

    @Override
    public Boolean sequence(RegexNode.Sequence node) {
      for (RegexNode part : node.parts()) {
        if (part.accept(this)) {
          return true;
        }
        if (!isZeroWidth(part)) {
          return false;
        }
      }
      return false;
    }

    @Override
    public Boolean alternatives(RegexNode.Alternatives node) {
      return node.branches().stream().allMatch(branch -> branch.accept(this));
    }

    @Override
    public Boolean repeat(RegexNode.Repeat node) {
      return node.min() > 0 && node.body().accept(this);
    }

    @Override
    public Boolean group(RegexNode.Group node) {
      return node.body().accept(this);
    }

    @Override
    public Boolean atomic(RegexNode.Atomic node) {
      return node.body().accept(this);
    }

    @Override
    public Boolean look(RegexNode.Look node) {
      return false;
    }

    @Override
    public Boolean boundary(Boundary node) {
      return node == Boundary.BEGIN;
    }

    @Override
    public Boolean backReference(RegexNode.BackReference node) {
      return false;
    }

    @Override
    public Boolean unknown(RegexNode.Unknown node) {
      return false;
    }
  }

  private static final class EndVisitor implements RegexNode.Visitor<Tail> {
    @Override
    public Tail chars(RegexNode.Chars node) {
      return Tail.ANYTHING;
    }

    @Override
    public Tail sequence(RegexNode.Sequence node) {
      for (int i = node.parts().size() - 1; i >= 0; i--) {
        RegexNode part = node.parts().get(i);
        Tail tail = part.accept(this);
        if (tail != Tail.ANYTHING || !isZeroWidth(part)) {
          return tail;
        }
      }
      return Tail.ANYTHING;
    }

    @Override
    public Tail alternatives(RegexNode.Alternatives node) {
      return node.branches().stream()
          .map(branch -> branch.accept(this))
          .reduce(Tail.NOTHING, Tail::or);
    }

    @Override
    public Tail repeat(RegexNode.Repeat node) {
      return node.min() > 0 ? node.body().accept(this) : Tail.ANYTHING;
    }

    @Override
    public Tail group(RegexNode.Group node) {
      return node.body().accept(this);
    }

    @Override
    public Tail atomic(RegexNode.Atomic node) {
      return node.body().accept(this);
    }

    @Override
    public Tail look(RegexNode.Look node) {
      return Tail.ANYTHING;
    }

    @Override
    public Tail boundary(Boundary node) {
      return switch (node) {
        case END -> Tail.NOTHING;
        case END_OR_LAST_NEWLINE -> Tail.LAST_NEWLINE;
        case END_OR_LAST_TERMINATOR -> Tail.LAST_TERMINATOR;
        case BEGIN, LINE_BEGIN, LINE_END, OF_WORD, NOT_OF_WORD, LAST_MATCH -> Tail.ANYTHING;
      };
    }

    @Override
    public Tail backReference(RegexNode.BackReference node) {
      return Tail.ANYTHING;
    }

    @Override
    public Tail unknown(RegexNode.Unknown node) {
      return Tail.ANYTHING;
    }
  }
}
