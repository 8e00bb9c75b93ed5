package dev.plumbline.analyzer.library;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words of the library data: constants of enums, written small and with hyphens. */
final class Words {

  /** Two slips of the finger; more, and the guess is a different word. */
  private static final int MAX_DISTANCE = 2;

  private Words() {}

  /** {@code JDBC_URL} is {@code jdbc-url}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> List<String> all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
  }

  static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants()).filter(each -> of(each).equals(word)).findFirst();
  }

  /** The word that was probably meant. */
  static Optional<String> nearest(String written, Collection<String> words) {
    String small = written.toLowerCase(Locale.ROOT).replace('_', '-');
    return words.stream()
        .filter(word -> distance(small, word.toLowerCase(Locale.ROOT)) <= MAX_DISTANCE)
        .min(
            Comparator.comparingInt((String word) -> distance(small, word.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein's edit distance. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int substitution = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
