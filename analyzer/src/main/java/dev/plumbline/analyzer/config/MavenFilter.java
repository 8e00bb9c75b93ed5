package dev.plumbline.analyzer.config;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code @name@}: what the build puts in its place is not known here. */
final class MavenFilter {

  private static final Pattern FILTERED = Pattern.compile("@([A-Za-z][A-Za-z0-9._-]*)@");

  private MavenFilter() {}

  static boolean isIn(String text) {
    return text.indexOf('@') >= 0 && FILTERED.matcher(text).find();
  }

  /** The same, with what the build decides among the unset keys. */
  static Placeholders.Resolved open(Placeholders.Resolved resolved) {
    Set<String> unset = new LinkedHashSet<>(resolved.unset());
    Matcher matcher = FILTERED.matcher(resolved.text());
    while (matcher.find()) {
      unset.add(matcher.group(1));
    }
    return new Placeholders.Resolved(resolved.text(), unset, resolved.defaulted());
  }
}
