package dev.plumbline.rules.secrets;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts that stand where a secret belongs and are none. */
final class Placeholders {

  /** A value that is filled in later, or one that is kept elsewhere. */
  private static final Pattern TEMPLATE =
      Pattern.compile(
          "[$#]\\{|\\{\\{|\\}\\}|<%|%\\(|\\$\\(|^\\$\\w+$|^<[^<>]*>$|^%[^%]+%$|^@[^@]+@$|^\\[[^\\]]*\\]$|^\\{[a-zA-Z0-9_.-]*\\}$"
              + "|^%\\w$|^ENC\\(|^\\{cipher\\}|^(?:vault|sm|ssm|arn|classpath|file|env|awssm|gcp-sm|op):"
              + "|^(?:!Ref|!Sub|!vault)\\b");

  private static final Pattern FILLER =
      Pattern.compile(
          "(.)\\1{5,}|x{4,}|\\*{3,}|\\.{3}|…|01234567|12345678|abcdefgh|\\bnull\\b|^(?:none|nil|undefined|empty|unset|unknown|string|text|true|false|n/?a|tbd|todo)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PROMPT =
      Pattern.compile(
          "change[-_ ]?(?:me|it|this)|place[-_ ]?holder|example|sample|dummy|\\byour|^your|[-_]your|replace|insert[-_ ]|redacted|masked|fixme|enter[-_ ]|provide[-_ ]|my[-_](?:api|secret|token|key|password)|foo[-_ ]?bar|^foo|\\bfake|fake[-_ ]|invalid|not[-_ ]?(?:a[-_ ])?real|do[-_ ]?not[-_ ]?use|goes[-_ ]?here|put[-_ ](?:your|the|it)");

  private Placeholders() {}

  /** Whether the value comes from elsewhere: a variable, a vault, an encrypted text. */
  static boolean isTemplate(String value) {
    return TEMPLATE.matcher(value).find();
  }

  /** Whether a reader is told to put something else here, or nothing is here. */
  static boolean isFiller(String value) {
    return value.isBlank()
        || FILLER.matcher(value).find()
        || PROMPT.matcher(value.toLowerCase(Locale.ROOT)).find();
  }

  static boolean is(String value) {
    return isTemplate(value) || isFiller(value);
  }
}
