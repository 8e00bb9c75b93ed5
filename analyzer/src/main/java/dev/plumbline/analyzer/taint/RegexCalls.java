package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.regex.Alphabet;
import dev.plumbline.analyzer.regex.MatchedText;
import dev.plumbline.analyzer.regex.Replacement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tests of texts against regular expressions, and what is left of texts after replacements. Answers
 * are kept by expression, for reading one takes as long as many steps of an analysis.
 */
final class RegexCalls {

  private static final String REGEX = "!regex";
  private static final String FLAGS = "!flags";
  private static final String INPUT = "^input";
  private static final String PATTERN = "java.util.regex.Pattern";
  private static final String MATCHER = "java.util.regex.Matcher";

  private record Key(String method, String regex, String replacement, int flags) {}

  private final Map<Key, Long> known = new ConcurrentHashMap<>();
  private final Reader reader;

  RegexCalls(Reader reader) {
    this.reader = reader;
  }

  /** The kinds for which a text that matches as a whole is harmless. */
  long matches(String regex, int flags) {
    return known.computeIfAbsent(
        new Key("matches", regex, "", flags), key -> kinds(MatchedText.whenMatches(regex, flags)));
  }

  private static long kinds(Optional<MatchedText> text) {
    return text.map(each -> Kinds.of(each.harmlessFor())).orElse(0L);
  }

  private long found(String regex, int flags) {
    return known.computeIfAbsent(
        new Key("find", regex, "", flags), key -> kinds(MatchedText.whenFound(regex, flags)));
  }

  private long notFound(String regex, int flags) {
    return known.computeIfAbsent(
        new Key("notFound", regex, "", flags),
        key ->
            MatchedText.whenNotFound(regex, flags)
                .map(letters -> Kinds.of(letters.harmlessFor()) | lacking(letters.complement()))
                .orElse(0L));
  }

  /** The kinds for which a text is harmless after a replacement. */
  long replaced(String regex, String replacement, boolean literal) {
    return known.computeIfAbsent(
        new Key(literal ? "literal" : "all", regex, replacement, 0),
        key -> {
          Optional<Replacement> change =
              literal
                  ? Replacement.ofLiteral(regex, replacement)
                  : Replacement.ofAll(regex, replacement, 0);
          return change
              .map(
                  each ->
                      Kinds.of(each.after(Alphabet.EVERY).harmlessFor())
                          | lacking(each.removed().minus(each.inserted())))
              .orElse(0L);
        });
  }

  /** The characters that a text is known not to have, as far as it matters. */
  static long lacking(Alphabet removed) {
    long bits = 0;
    for (int i = 0; i < Kinds.TELLING.length(); i++) {
      char each = Kinds.TELLING.charAt(i);
      if (removed.contains(each)) {
        bits |= Kinds.without(each);
      }
    }
    return bits;
  }

  /** Methods of patterns and matchers; {@code null} for others. */
  CallTransfer.Outcome call(LibraryCall call, Transfer transfer) {
    String owner = call.target().owner().name();
    String name = call.target().name();
    State state = call.state();
    if (owner.equals(PATTERN) && name.equals("compile") && call.receiver() == null) {
      Obj pattern = Obj.fresh(JavaType.of(PATTERN)).with(REGEX, orEmpty(call, 0));
      if (call.arguments().size() > 1) {
        pattern = pattern.with(FLAGS, orEmpty(call, 1));
      }
      return new CallTransfer.Outcome(transfer.allocate(call.number(), pattern, state));
    }
    if (owner.equals(PATTERN) && name.equals("matcher") && call.arguments().size() == 1) {
      Obj pattern = object(call.receiver(), state);
      Val text = call.arguments().get(0);
      if (pattern == null || pattern.slot(REGEX) == null || text == null) {
        return null;
      }
      Obj matcher = Obj.fresh(JavaType.of(MATCHER)).with(REGEX, pattern.slot(REGEX));
      if (pattern.slot(FLAGS) != null) {
        matcher = matcher.with(FLAGS, pattern.slot(FLAGS));
      }
      Val whole = reader.text(text, state);
      matcher =
          matcher
              .with(INPUT, whole)
              .with(
                  Obj.TAINT,
                  new Val.Atom(
                      Id.made(call.number(), 9),
                      JavaType.STRING,
                      Transfer.inexact(reader.deepTaints(whole, state))));
      return new CallTransfer.Outcome(transfer.allocate(call.number(), matcher, state));
    }
    boolean test = name.equals("matches") || name.equals("find") || name.equals("lookingAt");
    if (owner.equals(MATCHER) && test && call.arguments().isEmpty()) {
      Obj matcher = object(call.receiver(), state);
      return matcher == null ? null : tested(matcher, name);
    }
    return null;
  }

  private CallTransfer.Outcome tested(Obj matcher, String method) {
    Val text = matcher.slot(INPUT);
    if (text == null
        || !(matcher.slot(REGEX) instanceof Val.Const constant)
        || !(constant.value() instanceof String regex)) {
      return null;
    }
    int flags = 0;
    if (matcher.slot(FLAGS) != null) {
      if (!(matcher.slot(FLAGS) instanceof Val.Const given)
          || !(given.value() instanceof Integer bits)) {
        return null;
      }
      flags = bits;
    }
    var inputs = Truth.inputs(text);
    if (method.equals("matches")) {
      return new CallTransfer.Outcome(Truth.test(text, true, matches(regex, flags), inputs));
    }
    if (method.equals("find")) {
      return new CallTransfer.Outcome(
          Truth.also(
              Truth.test(text, true, found(regex, flags), inputs),
              Truth.test(text, false, notFound(regex, flags), inputs)));
    }
    return null;
  }

  private Val orEmpty(LibraryCall call, int argument) {
    Val value = call.arguments().isEmpty() ? null : call.arguments().get(argument);
    return value == null ? Val.EMPTY : reader.text(value, call.state());
  }

  private static Obj object(Val value, State state) {
    return value instanceof Val.Atom atom ? state.object(atom.id()) : null;
  }
}
