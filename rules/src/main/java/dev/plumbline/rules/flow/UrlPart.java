package dev.plumbline.rules.flow;

import dev.plumbline.analyzer.taint.Strand;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in the text of a URL a part stands, told by the constant text before it. */
public enum UrlPart {
  /** Nothing stands before it: it is the whole URL or decides how the URL begins. */
  START,
  /** In the scheme or the host, or behind a host that no slash ends: {@code https://host} + x. */
  AUTHORITY,
  /** Behind a single slash that begins the text: {@code //host} would be another server. */
  SLASH,
  /** In the path, query or fragment of a server that is fixed before. */
  PATH,
  /** Behind a word without slash: part of a host name, or of a relative path. */
  WORD,
  /** Directly behind something that is not known. */
  UNKNOWN;

  private static final Pattern ABSOLUTE = Pattern.compile("(?s)[^/?#]*://([^/?#\\\\]*)(.*)");

  private static final Pattern SCHEME = Pattern.compile("(?i)(https?|wss?|ftp)(:/?)?|ht?t?");

  private static final Set<Character> BEHIND_HOST = Set.of('/', '?', '#', '&', '=', '\\');

  /** In the text of the whole value. */
  public static UrlPart of(Strand strand) {
    return of(strand.before(), strand.first());
  }

  /**
   * @param before the constant text directly before the part
   * @param first whether nothing stands before that text
   */
  public static UrlPart of(String before, boolean first) {
    Matcher absolute = ABSOLUTE.matcher(before);
    if (absolute.matches()) {
      return absolute.group(2).isEmpty() ? AUTHORITY : PATH;
    }
    if (!first) {
      return before.endsWith("@")
          ? AUTHORITY
          : before.chars().anyMatch(c -> BEHIND_HOST.contains((char) c)) ? PATH : UNKNOWN;
    }
    if (before.isEmpty()) {
      return START;
    }
    if (before.startsWith("//") || before.startsWith("/\\")) {
      return before.indexOf('/', 2) < 0 ? AUTHORITY : PATH;
    }
    if (before.equals("/")) {
      return SLASH;
    }
    if (SCHEME.matcher(before).matches()) {
      return AUTHORITY;
    }
    return before.chars().anyMatch(c -> BEHIND_HOST.contains((char) c)) ? PATH : WORD;
  }
}
