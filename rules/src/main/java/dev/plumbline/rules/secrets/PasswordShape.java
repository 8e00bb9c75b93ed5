package dev.plumbline.rules.secrets;

import dev.plumbline.analyzer.backend.CredentialName;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a text may be a password. Passwords can look like anything, so this lists what not. */
final class PasswordShape {

  private static final int SHORTEST = 3;

  private static final int LONGEST = 256;

  /** What UI toolkits, protocols and configuration say of passwords. */
  private static final Set<String> VOCABULARY =
      Set.of(
          "text",
          "hidden",
          "basic",
          "bearer",
          "digest",
          "plain",
          "none",
          "oauth",
          "oauth2",
          "form",
          "string",
          "anonymous",
          "required",
          "optional",
          "true",
          "false",
          "sha",
          "md5",
          "bcrypt",
          "client_credentials",
          "authorization_code",
          "utf-8",
          "changeit");

  /** A hash is not the password; whether it is a weak one cannot be told. */
  private static final Pattern HASH =
      Pattern.compile(
          "\\$(?:2[abxy]|argon2\\w*|5|6|pbkdf2\\w*)\\$.*|\\{(?!noop)[A-Za-z0-9-]+\\}.*|(?i)(?:sha|ssha|md5|pbkdf2)[:$].*");

  private static final Pattern STRUCTURED =
      Pattern.compile(
          // An address, a path, a class, a property key.
          "[a-z][a-z0-9+.-]*:(?://)?.*|[./~].*/.*|/.*|(?:[a-z][a-zA-Z0-9_-]*\\.)+[a-zA-Z][a-zA-Z0-9_-]*|\\w+\\.(?:class|java|html?|jsp|xml|ya?ml|json|properties|txt|pem|key|jks|p12)"
              // A pattern, a format, a selector, SQL, markup.
              + "|\\^.*|.*\\$$|.*\\\\[dws].*|.*\\[[a-zA-Z]-[a-zA-Z].*|.*%[sdn].*|.*\\(\\?.*|[#.]\\w[\\w-]*|//.*|<.*>|.*=\\?.*");

  private PasswordShape() {}

  /** What a library method takes as a password is one, unless it comes from elsewhere. */
  static boolean isUsable(String value) {
    return !value.isBlank()
        && !Placeholders.isTemplate(value)
        && !HASH.matcher(value).matches()
        && !value.matches("(.)\\1{2,}|null|changeit");
  }

  /**
   * @param name what it is assigned to
   * @param sure whether that name can mean nothing else
   */
  static boolean isPlausible(String value, String name, boolean sure) {
    if (value.length() < SHORTEST || value.length() > LONGEST || !isUsable(value)) {
      return false;
    }
    String lower = value.toLowerCase(Locale.ROOT);
    if (value
            .chars()
            .anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c) || c > 0x2ff)
        || Placeholders.isFiller(value)
        || VOCABULARY.contains(lower)
        || STRUCTURED.matcher(value).matches()
        || CredentialName.isName(value)
        || letters(value).equals(letters(name))) {
      return false;
    }
    return sure || classes(value) >= 2 && value.length() >= 6;
  }

  /**
   * Whether it may open more than what a test itself sets up: {@code test1234} does not, a text of
   * letters of both cases, digits and signs may.
   */
  static boolean isStrong(String value) {
    boolean upper = value.chars().anyMatch(Character::isUpperCase);
    boolean lower = value.chars().anyMatch(Character::isLowerCase);
    return value.length() >= 12
        && upper
        && lower
        && classes(value) >= 2
        && Entropy.wordiness(value) < 3;
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** How many of letters, digits and signs there are. */
  private static int classes(String text) {
    boolean letter = text.chars().anyMatch(Character::isLetter);
    boolean digit = text.chars().anyMatch(Character::isDigit);
    boolean sign =
        text.chars().anyMatch(c -> !Character.isLetterOrDigit(c) && "._-".indexOf(c) < 0);
    return (letter ? 1 : 0) + (digit ? 1 : 0) + (sign ? 1 : 0);
  }
}
