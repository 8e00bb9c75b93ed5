package dev.plumbline.analyzer.engine;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an inventory shows of a configured value. It may be read by many, so that whatever could be
 * a credential is hidden: by the name of its key, or by looking like one. Rather too much is hidden
 * than too little.
 */
final class ShownValue {

  static final String HIDDEN = "***";

  /** Within a word too, as in {@code dbPassword} and {@code accesskeyid}. */
  private static final Pattern SECRET_PART =
      Pattern.compile(
          "passw|pwd|passphrase|secret|token|credential|(api|access|private|signing|crypt)key");

  private static final Set<String> SECRET_WORDS =
      Set.of(
          "pass",
          "key",
          "keys",
          "salt",
          "pin",
          "otp",
          "jwt",
          "license",
          "licence",
          "auth",
          "authorization",
          "sign",
          "signature",
          "cipher",
          "webhook",
          "cookie",
          "dsn",
          "ak",
          "sk",
          "user",
          "users",
          "username",
          "login",
          "account",
          "principal");

  /** Words for settings of credentials that are none: {@code jwt.expiration}. */
  private static final Set<String> SETTING_WORDS =
      Set.of(
          "age",
          "count",
          "days",
          "delay",
          "duration",
          "expiration",
          "expire",
          "expires",
          "expiry",
          "hours",
          "interval",
          "iterations",
          "length",
          "lifetime",
          "limit",
          "max",
          "millis",
          "min",
          "minutes",
          "ms",
          "port",
          "rounds",
          "seconds",
          "size",
          "strength",
          "time",
          "timeout",
          "ttl",
          "validity");

  /** Letters and digits mixed beyond what names have. */
  private static final Pattern MIXED =
      Pattern.compile("(?=\\d*\\D)(?:[A-Za-z+]*\\d){2}[A-Za-z0-9+]*");

  private static final Pattern MIXED_CASE =
      Pattern.compile("(?=[^a-z]*[a-z])(?=[^A-Z]*[A-Z])(?:\\D*\\d){2}.*");

  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final int MIXED_LENGTH = 16;
  private static final int MIXED_CASE_LENGTH = 24;

  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/_-]{16,}");
  private static final Pattern PART = Pattern.compile("[/_-]+");

  /** {@code //user:word@host}, {@code ;AccountKey=…}, {@code Bearer …}, the start of a PEM. */
  private static final Pattern INLINE =
      Pattern.compile(
          "(?i)//[^/@\\s]+@|(pass\\w*|pwd|user\\w*|secret|token|sig|credential\\w*|\\w*key)\\s*[=:]"
              + "|\\b(basic|bearer) \\S|-----BEGIN");

  private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");
  private static final Pattern SWITCH = Pattern.compile("(?i)true|false|\\$\\{[^:{}]+}|");
  private static final Pattern QUANTITY =
      Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?\\s?[A-Za-z]{0,7}");

  private ShownValue() {}

  /** The value, or {@link #HIDDEN}. */
  static String of(String key, String value) {
    String text = value.strip();
    if (SWITCH.matcher(text).matches()) {
      return text;
    }
    return isSecretName(key, text) || isSecretText(text) ? HIDDEN : text;
  }

  private static boolean isSecretName(String key, String value) {
    int last = key.lastIndexOf('.') + 1;
    List<String> words = words(key.substring(last));
    boolean quantity = QUANTITY.matcher(value).matches();
    if (quantity && words.stream().anyMatch(SETTING_WORDS::contains)) {
      return false;
    }
    String joined = key.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    return SECRET_PART.matcher(joined).find() || words.stream().anyMatch(SECRET_WORDS::contains);
  }

  private static List<String> words(String part) {
    return WORD_START
        .splitAsStream(part)
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static boolean isSecretText(String value) {
    return INLINE.matcher(value).find()
        || RUN.matcher(value).results().anyMatch(run -> isToken(run.group()));
  }

  private static boolean isToken(String run) {
    return UUID.matcher(run).matches()
        || run.length() >= MIXED_CASE_LENGTH && MIXED_CASE.matcher(run).matches()
        || PART.splitAsStream(run)
            .anyMatch(part -> part.length() >= MIXED_LENGTH && MIXED.matcher(part).matches());
  }
}
