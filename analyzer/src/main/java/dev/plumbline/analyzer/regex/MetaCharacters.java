package dev.plumbline.analyzer.regex;

import dev.plumbline.analyzer.library.SinkKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * For each kind of use, the characters with which a text can do no harm there, wherever it is put:
 * within quotes, as a name, as a number, alone. Where a use has few characters of meaning those are
 * excluded, else the harmless ones are listed; letters and digits are those of all scripts.
 */
final class MetaCharacters {

  private static final Alphabet DIGITS = NamedClasses.anyDigit();
  private static final Alphabet WORD =
      NamedClasses.anyLetter().union(DIGITS).union(Alphabet.of('_'));
  private static final Alphabet DASH = Alphabet.of('-');
  private static final Alphabet DOT = Alphabet.of('.');
  private static final Alphabet FORMULA = Alphabet.of("=+-@\t\r");

  /**
   * At most the name of an option: without blank and equals sign it brings no value, and teams that
   * check their text by a class of characters mean it to be harmless.
   */
  private static final Alphabet SINGLE_OPTION = WORD.union(Alphabet.of(".,:@+/-"));

  private static final Set<SinkKind> STATEMENTS =
      Set.of(SinkKind.SQL, SinkKind.MAPPER_SQL, SinkKind.JPQL, SinkKind.SORT);

  private static final Map<SinkKind, Alphabet> HARMLESS = harmless();

  private MetaCharacters() {}

  static Set<SinkKind> harmlessFor(Alphabet alphabet) {
    Set<SinkKind> kinds = EnumSet.noneOf(SinkKind.class);
    HARMLESS.forEach(
        (kind, harmless) -> {
          if (harmless.containsAll(alphabet)) {
            kinds.add(kind);
          }
        });
    if (SINGLE_OPTION.containsAll(alphabet)) {
      kinds.add(SinkKind.COMMAND);
    }
    return kinds;
  }

  /** What its alphabet alone would not say: by characters that stand in harmless places only. */
  static Set<SinkKind> harmlessWithin(MatchedText text) {
    Set<SinkKind> kinds = EnumSet.noneOf(SinkKind.class);
    Alphabet alphabet = text.alphabet();
    // Two dashes begin a comment; one at the edge may meet another one.
    if (!text.doubled().contains('-')
        && !text.first().contains('-')
        && !text.last().contains('-')) {
      kinds.addAll(among(alphabet.minus(DASH), STATEMENTS));
    }
    // An option begins with a dash.
    if (!text.first().contains('-')) {
      kinds.addAll(among(alphabet.minus(DASH), Set.of(SinkKind.COMMAND)));
    }
    // Only two dots lead up.
    if (!text.doubled().contains('.')) {
      kinds.addAll(
          among(
              alphabet.minus(DOT),
              Set.of(SinkKind.PATH, SinkKind.FORWARD, SinkKind.URL_PARAMETER)));
    }
    // A formula begins a cell, and separators begin another cell.
    boolean oneCell = !alphabet.intersects(Alphabet.of(",;\t\r\n\""));
    if (oneCell && !text.first().intersects(FORMULA)) {
      kinds.add(SinkKind.CSV);
    }
    return kinds;
  }

  private static Set<SinkKind> among(Alphabet alphabet, Set<SinkKind> asked) {
    Set<SinkKind> kinds = EnumSet.noneOf(SinkKind.class);
    for (SinkKind kind : asked) {
      if (HARMLESS.get(kind).containsAll(alphabet)) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private static Map<SinkKind, Alphabet> harmless() {
    Map<SinkKind, Alphabet> sets = new EnumMap<>(SinkKind.class);
    // Names, also with their owner, and lists of numbers. No white space, no operator, no
    // parenthesis: outside of quotes they are as good as a quote. No dash: two are a comment.
    for (SinkKind kind : STATEMENTS) {
      sets.put(kind, WORD.union(Alphabet.of(".,")));
    }
    sets.put(SinkKind.NOSQL, WORD.union(Alphabet.of(".,-")));
    // What no shell reads otherwise than as itself. A dash could begin an option with its value.
    sets.put(SinkKind.COMMAND, WORD.union(Alphabet.of(".,:@+=/")));
    // No way up, no other folder, no drive; a zero byte ends a path for the system.
    sets.put(SinkKind.PATH, without("/\\.:\0"));
    sets.put(SinkKind.HTML, without("<>\"'&"));
    // Of an expression or a script: one name, which calls nothing.
    for (SinkKind kind : Set.of(SinkKind.TEMPLATE, SinkKind.SPEL, SinkKind.EL, SinkKind.SCRIPT)) {
      sets.put(kind, WORD.union(Alphabet.of(",-")));
    }
    // A filter needs parentheses or a star, a further part of a name its equals sign.
    sets.put(SinkKind.LDAP, without("()*\\\0="));
    sets.put(SinkKind.XPATH, without("'\""));
    // No document without a tag; and parsers take the address of one too.
    sets.put(SinkKind.XML, without("<:/\\.%"));
    sets.put(SinkKind.XSLT, without("<:/\\.%"));
    sets.put(SinkKind.JNDI, without(":/"));
    sets.put(SinkKind.JDBC_URL, WORD.union(DASH));
    // One segment of a path.
    for (SinkKind kind : Set.of(SinkKind.URL, SinkKind.REDIRECT)) {
      sets.put(kind, WORD.union(Alphabet.of("-~,+=")));
    }
    sets.put(SinkKind.URL_PARAMETER, WORD.union(Alphabet.of("-~,")));
    // No other folder, and no "redirect:".
    sets.put(SinkKind.FORWARD, WORD.union(DASH));
    sets.put(SinkKind.HEADER, without("\r\n"));
    sets.put(SinkKind.LOG, without("\r\n"));
    sets.put(SinkKind.MAIL, without("\r\n"));
    sets.put(SinkKind.FORMAT, without("%{"));
    sets.put(SinkKind.REGEX, without("\\^$.|?*+()[]{}"));
    sets.put(SinkKind.CSV, without("=+-@\t\r\n,;\""));
    // A word may name a class, a property, a setting; anything may be meant for the session.
    for (SinkKind kind :
        Set.of(
            SinkKind.REFLECTION,
            SinkKind.BEAN,
            SinkKind.CONFIG,
            SinkKind.TRUST,
            SinkKind.COOKIE,
            SinkKind.DESERIALIZATION)) {
      sets.put(kind, DIGITS);
    }
    // Digits are what makes a number large.
    sets.put(SinkKind.NUMBER, Alphabet.NONE);
    return sets;
  }

  private static Alphabet without(String characters) {
    return Alphabet.of(characters).complement();
  }
}
