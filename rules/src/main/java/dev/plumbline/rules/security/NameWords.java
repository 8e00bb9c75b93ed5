package dev.plumbline.rules.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of identifiers, in lower case: {@code resetOTPCode} has reset, otp and code. */
final class NameWords {

  private NameWords() {}

  static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    for (String part : name.split("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")) {
      if (!part.isEmpty()) {
        words.add(part.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** Whether one of the words is among {@code asked}. */
  static boolean contain(String name, Set<String> asked) {
    return of(name).stream().anyMatch(asked::contains);
  }
}
