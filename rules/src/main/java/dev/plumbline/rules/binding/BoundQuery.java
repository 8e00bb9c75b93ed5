package dev.plumbline.rules.binding;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.rule.SyntaxSource;
import dev.plumbline.rules.binding.QueryText.Letter;
import dev.plumbline.rules.binding.QueryText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A query with placeholders in the place of the values that were joined into it.
 *
 * @param edits of its text
 * @param values in the order of their placeholders
 * @param kept the operands that stay beside the literals
 */
record BoundQuery(
    QueryText text, List<Fix.Replacement> edits, List<Value> values, List<Expression> kept) {

  /**
   * What is bound.
   *
   * @param expression as it is to be written
   * @param parts the operands that it is made of
   * @param name of the parameter, for queries with names
   */
  record Value(String expression, JavaType type, List<Expression> parts, String name) {}

  /** How placeholders are written. */
  enum Style {
    QUESTION_MARK,
    NUMBERED,
    NAMED
  }

  /**
   * What may be done with a part that stands without quotation marks.
   *
   * @param style of the placeholders
   * @param bindsNumbers whether numbers are bound too; else they stay, for they do no harm
   */
  record Manner(Style style, boolean bindsNumbers) {}

  /** Asks about values. */
  interface Judge {
    /** Whether text without quotation marks around it is certainly a value, not more SQL. */
    boolean isPlainValue(Expression node);

    /** Whether text was made fit for quotation marks, so that it must not be bound. */
    boolean isEscaped(Expression node);
  }

  /** Empty where one part that is not a number cannot be bound, or nothing is to be bound. */
  static Optional<BoundQuery> of(QueryText text, SyntaxSource source, Manner manner, Judge judge) {
    Maker maker = new Maker(text, source, manner, judge);
    return maker.run() && !maker.values.isEmpty()
        ? Optional.of(new BoundQuery(text, maker.edits, maker.values, maker.kept))
        : Optional.empty();
  }

  /** The text of the query with the edits made, to stand in another place. */
  String rewritten(SyntaxSource source) {
    int from = source.start(text.whole());
    String written = source.text(text.whole());
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Offsets each : offsets(source)) {
      out.append(written, at, each.from() - from).append(each.inserted());
      at = each.to() - from;
    }
    return out.append(written, at, written.length()).toString();
  }

  private record Offsets(int from, int to, String inserted) {}

  private List<Offsets> offsets(SyntaxSource source) {
    return edits.stream()
        .map(
            each ->
                new Offsets(
                    source.offsetOfStart(each.deleted().span()),
                    source.offsetOfEnd(each.deleted().span()),
                    each.inserted()))
        .toList();
  }

  /** One pass over the pieces. */
  private static final class Maker {
    private final List<Piece> pieces;
    private final SyntaxSource source;
    private final Manner manner;
    private final Judge judge;
    private final SqlReader reader = new SqlReader();
    private final List<Fix.Replacement> edits = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();
    private final List<Expression> kept = new ArrayList<>();
    private final ParameterNames names;

    /**
     * Of the quoted text that is being read: its first piece and the place of the quotation mark.
     */
    private int quotePiece = -1;

    private int quoteAt;
    private boolean quoteIsValue;
    private boolean quoteIsOpen;

    Maker(QueryText text, SyntaxSource source, Manner manner, Judge judge) {
      this.pieces = text.pieces();
      this.source = source;
      this.manner = manner;
      this.judge = judge;
      this.names = new ParameterNames(text);
    }

    boolean run() {
      for (int i = 0; i < pieces.size(); i++) {
        Piece piece = pieces.get(i);
        if (piece.isOpen() ? !open(i, piece) : !literal(i, piece)) {
          return false;
        }
      }
      return quotePiece < 0 && reader.isOneStatement();
    }

    private boolean literal(int index, Piece piece) {
      if (!piece.editable()) {
        kept.add(piece.node());
      }
      List<Letter> letters = piece.letters();
      for (int i = 0; i < letters.size(); i++) {
        char c = letters.get(i).value();
        if (quotePiece < 0) {
          if (c == '\'') {
            quotePiece = index;
            quoteAt = i;
            quoteIsOpen = false;
            quoteIsValue = reader.expectsValue();
          } else if (!reader.read(c)) {
            return false;
          }
          continue;
        }
        if (c == '\'') {
          boolean doubled = i + 1 < letters.size() && letters.get(i + 1).value() == '\'';
          if (doubled && !quoteIsOpen) {
            i++;
            continue;
          }
          if (doubled || quoteIsOpen && !bind(index, i)) {
            return false;
          }
          quotePiece = -1;
          reader.readValue();
        } else if (c == '\\') {
          return false;
        }
      }
      return true;
    }

    private boolean open(int index, Piece piece) {
      if (quotePiece >= 0) {
        quoteIsOpen = true;
        return quoteIsValue;
      }
      boolean binds =
          manner.bindsNumbers()
              && Setters.of(piece.type()).isPresent()
              && pieces.get(index - 1).editable()
              && reader.expectsComparedValue()
              && endsHere(index)
              && !isName(index);
      if (!binds && Setters.isNumber(piece.type())) {
        kept.add(piece.node());
        return reader.read('0');
      }
      if (!binds || piece.type().isString() && !judge.isPlainValue(piece.node())) {
        return false;
      }
      reader.readValue();
      return bindPlain(index, piece);
    }

    /** Whether what follows is no part of the same word. */
    private boolean endsHere(int index) {
      if (index + 1 == pieces.size()) {
        return true;
      }
      List<Letter> next = pieces.get(index + 1).letters();
      return next != null && (next.isEmpty() || " \t\r\n),;".indexOf(next.get(0).value()) >= 0);
    }

    private boolean isName(int index) {
      List<Letter> before = pieces.get(index - 1).letters();
      return before == null
          || before.isEmpty()
          || Character.isJavaIdentifierPart(before.get(before.size() - 1).value());
    }

    /** From the quotation mark to its fellow. */
    private boolean bind(int lastPiece, int lastLetter) {
      Piece first = pieces.get(quotePiece);
      Piece last = pieces.get(lastPiece);
      if (!first.editable() || !last.editable()) {
        return false;
      }
      String head = written(first, quoteAt + 1, first.letters().size());
      String tail = written(last, 0, lastLetter);
      List<Piece> inside = pieces.subList(quotePiece + 1, lastPiece);
      if (head == null || tail == null) {
        return false;
      }
      Optional<Value> value = value(head, inside, tail);
      if (value.isEmpty()) {
        return false;
      }
      int from = first.letters().get(quoteAt).start();
      int to = last.letters().get(lastLetter).end();
      String placeholder = placeholder(value.get());
      if (first.delimiter().equals(last.delimiter())) {
        edits.add(source.replace(from, to, placeholder));
      } else if (lastLetter + 1 == last.letters().size()) {
        edits.add(source.replace(from, source.end(last.node()), placeholder + first.delimiter()));
      } else {
        return false;
      }
      values.add(value.get());
      return true;
    }

    /**
     * Letters as they are written, or null where they cannot be written in a literal of one line.
     */
    private String written(Piece piece, int from, int to) {
      if (from >= to) {
        return "";
      }
      String raw =
          source.text(piece.letters().get(from).start(), piece.letters().get(to - 1).end());
      return raw.chars().anyMatch(c -> "\"'\\\n\r".indexOf(c) >= 0) ? null : raw;
    }

    private Optional<Value> value(String head, List<Piece> inside, String tail) {
      boolean alone = head.isEmpty() && tail.isEmpty() && inside.size() == 1;
      StringBuilder text = new StringBuilder(head.isEmpty() ? "" : '"' + head + '"');
      List<Expression> parts = new ArrayList<>();
      for (Piece each : inside) {
        // A number that was written as text may be compared with text or with a number.
        if (alone && !each.type().isString()
            || !each.type().isKnown()
            || each.type().is("java.lang.Object")
            || judge.isEscaped(each.node())) {
          return Optional.empty();
        }
        if (text.isEmpty() && !each.type().isString()) {
          text.append("\"\"");
        }
        text.append(text.isEmpty() ? "" : " + ").append(source.text(each.node()));
        if (!each.editable()) {
          parts.add(each.node());
        }
      }
      if (!tail.isEmpty()) {
        text.append(" + \"").append(tail).append('"');
      }
      return Optional.of(new Value(text.toString(), JavaType.STRING, parts, names.next(inside)));
    }

    private boolean bindPlain(int index, Piece piece) {
      Piece before = pieces.get(index - 1);
      Value value =
          new Value(
              source.text(piece.node()),
              piece.type(),
              List.of(piece.node()),
              names.next(List.of(piece)));
      int quotes = before.delimiter().length();
      int from = source.end(before.node()) - quotes;
      Piece after = index + 1 < pieces.size() ? pieces.get(index + 1) : null;
      boolean joins =
          after != null
              && after.editable()
              && quotes == 1
              && after.delimiter().equals(before.delimiter());
      int to = joins ? source.start(after.node()) + quotes : source.end(piece.node());
      edits.add(source.replace(from, to, placeholder(value) + (joins ? "" : before.delimiter())));
      values.add(value);
      return true;
    }

    private String placeholder(Value value) {
      return switch (manner.style()) {
        case QUESTION_MARK -> "?";
        case NUMBERED -> "?" + (values.size() + 1);
        case NAMED -> ":" + value.name();
      };
    }
  }

  /** Whether nothing that stays in the text depends on where it stands. */
  boolean isConstant(Node method) {
    return kept.stream()
        .allMatch(
            each ->
                each.findAll(NameExpr.class).stream()
                        .allMatch(
                            name ->
                                Character.isUpperCase(name.getNameAsString().charAt(0))
                                    && Shapes.variable(method, name.getNameAsString()).isEmpty())
                    && each.findAll(MethodCallExpr.class).isEmpty());
  }
}
