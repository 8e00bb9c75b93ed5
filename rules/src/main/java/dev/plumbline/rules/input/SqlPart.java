package dev.plumbline.rules.input;

import dev.plumbline.analyzer.dataflow.Checks;
import dev.plumbline.analyzer.dataflow.TaintFlow;
import dev.plumbline.analyzer.dataflow.Value;
import dev.plumbline.analyzer.dataflow.Values;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a statement's text that is not constant and not proved harmless.
 *
 * @param value the part
 * @param position what it is in the statement
 * @param joined where it becomes part of the text
 */
record SqlPart(Value.Unknown value, Position position, Optional<Location> joined) {

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

  /**
   * The open parts of what reaches the sink, the worst first; none for a text that is forwarded.
   */
  static List<SqlPart> openParts(TaintFlow flow) {
    List<SqlPart> parts = new ArrayList<>();
    collect(flow, flow.value(), parts);
    parts.sort(
        Comparator.comparing((SqlPart part) -> part.severity())
            .thenComparing(part -> part.position));
    return parts;
  }

  private static void collect(TaintFlow flow, Value value, List<SqlPart> parts) {
    if (value instanceof Value.Choice choice) {
      choice.options().forEach(option -> collect(flow, option, parts));
    } else if (value instanceof Value.Text text) {
      compose(flow, text, Optional.ofNullable(text.location()), parts);
    } else if (value instanceof Value.Repeat repeat) {
      compose(flow, repeat, Optional.ofNullable(repeat.location()), parts);
    }
  }

  private static void compose(
      TaintFlow flow, Value whole, Optional<Location> joined, List<SqlPart> parts) {
    List<Value> atoms = new ArrayList<>();
    Values.forEachAtom(whole, atoms::add);
    // Without any text of our own around it, a statement is forwarded, not built.
    boolean built =
        atoms.stream().anyMatch(a -> a instanceof Value.Constant c && !c.text().isBlank());
    for (Value atom : atoms) {
      if (built && atom instanceof Value.Unknown unknown && !flow.isHarmless(unknown)) {
        SqlPart part = new SqlPart(unknown, position(unknown), joined);
        if (!isQuoted(unknown) && !isOwnName(unknown, part.position)) {
          parts.add(part);
        }
      }
    }
  }

  /**
   * Names and clauses that our own fields, methods and configuration give are how queries are made
   * flexible; nobody outside chooses them, as far as can be seen, and no parameter could replace
   * them. A value in their place is a mistake all the same.
   */
  private static boolean isOwnName(Value.Unknown unknown, Position position) {
    return switch (unknown.origin()) {
      case FIELD, CONFIGURATION, WORKSPACE_CALL -> position != Position.VALUE;
      case PARAMETER -> false;
      default -> position == Position.IDENTIFIER;
    };
  }

  private static boolean isQuoted(Value.Unknown unknown) {
    boolean called =
        unknown.origin() == Value.Origin.CALL || unknown.origin() == Value.Origin.WORKSPACE_CALL;
    return called && Checks.isQuoting(unknown.description());
  }

  private static Position position(Value.Unknown unknown) {
    String before = unknown.before();
    String after = unknown.after();
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

  String description() {
    return value.description();
  }

  Location origin() {
    return value.location();
  }

  /** A value that stands where a parameter could is a mistake whoever chooses it. */
  Severity severity() {
    return position == Position.VALUE
            || position == Position.CLAUSE && value.origin() == Value.Origin.PARAMETER
        ? Severity.HIGH
        : Severity.MEDIUM;
  }

  Confidence confidence() {
    return position == Position.VALUE ? Confidence.HIGH : Confidence.MEDIUM;
  }
}
