package dev.plumbline.rules.flow;

import dev.plumbline.analyzer.taint.Strand;
import java.util.regex.Pattern;

/**
 * What a part of a statement in SQL, JPQL or CQL is there, told by the constant text around it. The
 * place decides how it is mended: a value can be bound, a name cannot.
 */
public enum SqlPlace {
  /** Nothing stands around it. */
  WHOLE("as the whole %s text: let outsiders choose among statements, not write them"),
  /** Between quotation marks. */
  QUOTED("between quotation marks of %s text: bind it as a parameter"),
  /** In the brackets of {@code IN}. */
  LIST("as a list of values in %s text: bind each element, or the collection"),
  /** Behind an operator, without quotation marks. */
  VALUE("as an unquoted value in %s text: bind it as a parameter, or parse it as a number"),
  /** Behind {@code LIMIT} or {@code OFFSET}. */
  LIMIT("as a limit in %s text: parse it as a number"),
  /** Behind {@code ORDER BY} or {@code GROUP BY}. */
  ORDER("behind %s of %s text: choose column and direction from a list of constants"),
  /** A table, a column or another thing with a name. */
  NAME("as a name of a table or column in %s text: choose it from a list of constants"),
  /** Anything else: a condition, a clause. */
  CLAUSE("as part of %s text: bind its values, choose the rest from constants");

  private static final Pattern BEFORE_LIST = Pattern.compile("(?is).*\\bin\\s*\\([^()]*");

  private static final Pattern BEFORE_LIMIT =
      Pattern.compile("(?is).*\\b(limit|offset|fetch\\s+(first|next)|top)\\s+[\\d\\s,]*");

  private static final Pattern BEFORE_VALUE =
      Pattern.compile(
          "(?is).*([=<>]|\\blike|\\bbetween|\\bvalues\\s*\\([^()]*|[-+*/|]|\\bbetween\\b.*\\band)"
              + "\\s*\\(?\\s*");

  /** Nothing that would end the clause stands behind it. */
  private static final Pattern BEFORE_ORDER =
      Pattern.compile("(?is).*\\b(order|group)\\s+by\\s+(?:(?!\\b(limit|having|union)\\b)[^()])*");

  private static final Pattern BEFORE_NAME =
      Pattern.compile(
          "(?is).*(\\b(from|join|into|update|table|index|view|schema|database|sequence|truncate"
              + "|describe|analyze|exists|only|user|role|column|constraint|trigger|procedure|call"
              + "|explain|alter|drop|use|tablespace|rename\\s+to)\\s+|[\\w$][.]|_|[`\"\\[])");

  /** A name in a condition or a list: what follows compares or separates. */
  private static final Pattern BEFORE_COLUMN =
      Pattern.compile(
          "(?is).*(\\b(where|and|or|on|not|having|set|select|distinct|when)\\s+|[(,]\\s*)");

  private static final Pattern AFTER_COLUMN =
      Pattern.compile(
          "(?is)(\\s*([=<>!]|,\\s*[a-z_?:]|\\b(like|ilike|in|is|between|not|as|asc|desc|from)\\b)"
              + "|[._\"`\\]]).*");

  private final String told;

  SqlPlace(String told) {
    this.told = told;
  }

  /** Of the part that the strand is. */
  public static SqlPlace of(Strand strand) {
    return strand.isWhole()
        ? WHOLE
        : of(strand.before(), strand.first(), strand.after(), strand.last());
  }

  /**
   * @param before the constant text directly before the part
   * @param first whether nothing stands before that text
   * @param after the constant text directly behind the part
   * @param last whether nothing stands behind that text
   */
  public static SqlPlace of(String before, boolean first, String after, boolean last) {
    if (first && last && before.isBlank() && after.isBlank()) {
      return WHOLE;
    }
    if (isQuoted(before, first, after)) {
      return QUOTED;
    }
    if (BEFORE_LIMIT.matcher(before).matches()) {
      return LIMIT;
    }
    if (BEFORE_ORDER.matcher(before).matches()) {
      return ORDER;
    }
    if (BEFORE_LIST.matcher(before).matches()) {
      return LIST;
    }
    boolean column =
        BEFORE_COLUMN.matcher(before).matches() && AFTER_COLUMN.matcher(after).matches();
    if (BEFORE_NAME.matcher(before).matches()
        || column
        || after.startsWith(".")
        || after.startsWith("_")) {
      return NAME;
    }
    return BEFORE_VALUE.matcher(before).matches() ? VALUE : CLAUSE;
  }

  /** An odd number of marks stands before it; a doubled one is a mark within the text. */
  private static boolean isQuoted(String before, boolean first, String after) {
    // Behind something unknown, the first mark closes what was opened before that.
    String own = !first && before.startsWith("'") ? before.substring(1) : before;
    boolean open = own.chars().filter(c -> c == '\'').count() % 2 == 1;
    return open || !first && before.isEmpty() && after.matches("(?s)%?'.*");
  }

  /** The words for a message. */
  public String in(String language, Strand strand) {
    if (this != ORDER) {
      return told.formatted(language);
    }
    boolean group = strand.before().matches("(?is).*\\bgroup\\s+by\\b(?!.*\\border\\s+by\\b).*");
    return told.formatted(group ? "GROUP BY" : "ORDER BY", language);
  }
}
