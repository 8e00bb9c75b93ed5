package dev.plumbline.rules.input;

import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.taint.Composition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a statement's text that is not constant and not proved harmless.
 *
 * @param position what it is in the statement
 */
record SqlPart(Composition.Part part, Position position) {

  /** What a part is in a statement, the clearest mistake first. */
  enum Position {
    /** Between quotation marks or after an operator: a value, for which a parameter would do. */
    VALUE,
    /** Elsewhere: a clause, a condition, a whole list. */
    CLAUSE,
    /** The name of a table or column, for which no parameter would do. */
    IDENTIFIER
  }

  private static final Pattern BEFORE_VALUE =
      Pattern.compile(
          "(?is).*(=|<|>|\\blike|\\bbetween|\\bvalues|\\bin|\\blimit|\\boffset)\\s*\\(?\\s*");

  private static final Pattern BEFORE_IDENTIFIER =
      Pattern.compile(
          "(?is).*(\\b(from|join|into|update|table|index|view|schema|database|sequence|truncate"
              + "|by|desc|describe|analyze|exists|only|user|role|type|column|constraint|cascade"
              + "|to|trigger|function|procedure|call)\\s+|[\\w$][.]|_|[`\\[\"])");

  /** A column name in a condition or a list: what follows compares or separates. */
  private static final Pattern BEFORE_COLUMN =
      Pattern.compile(
          "(?is).*(\\b(where|and|or|on|not|having|set|select|distinct|when)\\s+|[(,]\\s*)");

  private static final Pattern AFTER_COLUMN =
      Pattern.compile(
          "(?is)(\\s*([=<>!]|,\\s*[a-z_?:]|\\b(like|ilike|in|is|between|not|as|asc|desc)\\b)|[._\"`\\]]).*");

  /** The parts of the text that matter, the worst first. */
  static List<SqlPart> of(Composition composition) {
    List<SqlPart> parts = new ArrayList<>();
    for (Composition.Part each : composition.parts()) {
      SqlPart part = new SqlPart(each, position(each.before(), each.after()));
      if (!part.isOwnName()) {
        parts.add(part);
      }
    }
    parts.sort(
        Comparator.comparing((SqlPart part) -> part.severity())
            .thenComparing(part -> part.position));
    return parts;
  }

  /**
   * Names and clauses that our own fields, methods and configuration give are how queries are made
   * flexible; nobody outside chooses them, as far as can be seen, and no parameter could replace
   * them. A value in their place is a mistake all the same.
   */
  private boolean isOwnName() {
    return switch (part.origin()) {
      case FIELD, METHOD -> position != Position.VALUE;
      case PARAMETER -> false;
      case PROPERTY, CALL, SOURCE -> position == Position.IDENTIFIER;
    };
  }

  private static Position position(String before, String after) {
    if (before.endsWith("'")
        || before.endsWith("'%")
        || after.startsWith("'")
        || after.startsWith("%'")) {
      return Position.VALUE;
    }
    if (BEFORE_IDENTIFIER.matcher(before).matches()
        || BEFORE_COLUMN.matcher(before).matches() && AFTER_COLUMN.matcher(after).matches()
        // A text between commas without quotation marks is a name, or it is no valid statement.
        || after.strip().equals(",") && opensList(before)
        || after.startsWith(".")
        || after.startsWith("_")) {
      return Position.IDENTIFIER;
    }
    return BEFORE_VALUE.matcher(before).matches() ? Position.VALUE : Position.CLAUSE;
  }

  /** Nothing, a comma, or a bracket that is not that of a list of values. */
  private static boolean opensList(String before) {
    String text = before.strip();
    return text.isEmpty()
        || text.endsWith(",")
        || text.endsWith("(") && !BEFORE_VALUE.matcher(before).matches();
  }

  /** A value that stands where a parameter could is a mistake whoever chooses it. */
  Severity severity() {
    return position == Position.VALUE
            || position == Position.CLAUSE && part.origin() == Composition.Origin.PARAMETER
        ? Severity.HIGH
        : Severity.MEDIUM;
  }

  Confidence confidence() {
    return position == Position.VALUE ? Confidence.HIGH : Confidence.MEDIUM;
  }
}
