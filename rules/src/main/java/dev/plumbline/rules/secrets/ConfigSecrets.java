package dev.plumbline.rules.secrets;

import dev.plumbline.analyzer.backend.CredentialName;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys and tokens in files that assign values to names: properties, YAML, JSON, XML, shell and the
 * like. No reader of those formats is used: one form of assignment covers them all, and what is
 * found must look like a secret by itself.
 *
 * <p>Linear: only names that hold a telling word are looked at, each once, and a name and a value
 * have bounds.
 */
final class ConfigSecrets {

  private static final Set<SourceKind> KINDS =
      EnumSet.of(
          SourceKind.PROPERTIES,
          SourceKind.YAML,
          SourceKind.ENV,
          SourceKind.JSON,
          SourceKind.XML,
          SourceKind.CI,
          SourceKind.DOCKER,
          SourceKind.SHELL,
          SourceKind.BUILD);

  /** Of the other files those that hold settings. */
  private static final Pattern SETTINGS =
      Pattern.compile("(?:.*\\.(?:toml|ini|conf|cfg|cnf|tfvars|config|hcl)|\\.npmrc|credentials)");

  /** Texts of a user interface: {@code messages_de.properties}, {@code i18n/}. */
  private static final Pattern TEXTS =
      Pattern.compile(
          "(?:.*/)?(?:i18n|lang|locales?|messages?)(?:/.*|[^/]*\\.[a-z]+)|.*_[a-z]{2}(?:_[A-Z]{2})?\\.properties");

  /** What parts a name from its value, then the value; tried where a name ends. */
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?:[\"']?[ \\t]{0,20}(?:=>|[:=])[ \\t]{0,20}|>|\"[ \\t]{1,20}value=)[\"']?"
              + "([A-Za-z0-9+/=_.~-]{16,512}+)(?=[\"'<\\s,;)\\\\]|$)");

  private static final List<String> TELLING = List.of("key", "token", "secret", "credential");

  private static final Keywords KEYWORDS = new Keywords(TELLING, true);

  /** Longer names are paths of documents, not of settings. */
  private static final int LONGEST_NAME = 80;

  /**
   * @param start offset of the value
   * @param end offset after it
   */
  record Assignment(String name, CredentialName credential, int start, int end) {}

  private ConfigSecrets() {}

  static boolean reads(SourceFile file) {
    return (KINDS.contains(file.kind())
            || file.kind() == SourceKind.OTHER
                && SETTINGS.matcher(file.name().toLowerCase(Locale.ROOT)).matches())
        && !TEXTS.matcher(file.path()).matches();
  }

  /**
   * @param bytes the text as {@link Keywords#bytes} has it
   */
  static void find(String text, byte[] bytes, Consumer<Assignment> found) {
    Matcher assigned = null;
    int from = 0;
    for (int at : KEYWORDS.starts(bytes)) {
      if (at < from || !isTelling(text, at)) {
        continue;
      }
      int start = at;
      while (start > 0 && at - start < LONGEST_NAME && isNamePart(text.charAt(start - 1))) {
        start--;
      }
      int end = at;
      while (end < text.length() && end - at < LONGEST_NAME && isNamePart(text.charAt(end))) {
        end++;
      }
      assigned = assigned == null ? ASSIGNED.matcher(text) : assigned;
      assigned.region(end, text.length());
      if (assigned.lookingAt()) {
        check(text.substring(start, end), text, assigned, found);
      }
      from = end;
    }
  }

  private static void check(
      String name, String text, Matcher assigned, Consumer<Assignment> found) {
    CredentialName credential = CredentialName.of(name).filter(CredentialName::sure).orElse(null);
    if (credential != null
        && credential.kind() != CredentialName.Kind.PASSWORD
        && SecretShape.isKey(assigned.group(1))) {
      found.accept(new Assignment(name, credential, assigned.start(1), assigned.end(1)));
    }
  }

  private static boolean isTelling(String text, int at) {
    for (String word : TELLING) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamePart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '.'
        || c == '-';
  }
}
