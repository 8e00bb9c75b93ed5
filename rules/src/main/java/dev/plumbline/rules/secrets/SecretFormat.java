package dev.plumbline.rules.secrets;

import dev.plumbline.analyzer.finding.Severity;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the secrets of one vendor look.
 *
 * @param what for the message: {@code GitHub token}
 * @param keyword what the pattern begins with; three characters or more
 * @param pattern tried at the keyword alone and never further than {@link #WINDOW}, so matching
 *     takes time linear in the text; its first group, where it has one, is the secret
 * @param lead characters before the keyword that belong to the secret
 * @param check whether a match is one: a checksum, or that it is no example
 */
record SecretFormat(
    String what,
    String keyword,
    Pattern pattern,
    Optional<Pattern> lead,
    Predicate<String> check,
    Severity severity) {

  /** The longest secrets are private keys of 4,096 bits with line ends and indentation. */
  static final int WINDOW = 5_000;

  private static final int LEAD_WINDOW = 40;

  /**
   * A place in a text.
   *
   * @param start offset of its first character
   * @param end offset after its last character
   */
  record Match(SecretFormat format, int start, int end) {}

  static SecretFormat of(String what, String keyword, String rest) {
    return of(
        what, keyword, rest, secret -> SecretShape.isRandom(secret.substring(keyword.length())));
  }

  static SecretFormat of(String what, String keyword, String rest, Predicate<String> check) {
    return new SecretFormat(
        what,
        keyword,
        Pattern.compile(Pattern.quote(keyword) + rest),
        Optional.empty(),
        check,
        Severity.CRITICAL);
  }

  SecretFormat after(String before) {
    return new SecretFormat(
        what, keyword, pattern, Optional.of(Pattern.compile(before + "$")), check, severity);
  }

  SecretFormat severity(Severity value) {
    return new SecretFormat(what, keyword, pattern, lead, check, value);
  }

  /** The secret whose keyword stands at {@code at}. */
  Optional<Match> match(String text, int at) {
    int start = at;
    if (lead.isPresent()) {
      Matcher before = lead.get().matcher(text).region(Math.max(0, at - LEAD_WINDOW), at);
      if (!before.find()) {
        return Optional.empty();
      }
      start = before.start();
    }
    if (start > 0 && isWord(text.charAt(start - 1)) && isWord(text.charAt(start))) {
      return Optional.empty();
    }
    Matcher matcher = pattern.matcher(text).region(at, Math.min(text.length(), at + WINDOW));
    matcher.useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    boolean grouped = matcher.groupCount() > 0 && matcher.start(1) >= 0;
    int first = grouped ? matcher.start(1) : start;
    int last = grouped ? matcher.end(1) : matcher.end();
    return check.test(text.substring(first, last))
        ? Optional.of(new Match(this, first, last))
        : Optional.empty();
  }

  private static boolean isWord(char c) {
    return c < 128 && Character.isLetterOrDigit(c) || c == '_';
  }
}
