package dev.plumbline.rules.secrets;

import java.util.Locale;
import java.util.Set;

/**
 * How random a text looks: its characters by Shannon (1948), its letters by the pairs they form.
 */
final class Entropy {

  /**
   * The commonest pairs of letters in English prose and in identifiers. Words hit one more than
   * every second time.
   */
  private static final Set<String> COMMON_PAIRS =
      Set.of(
          ("th he in er an re nd at on nt ha es st en ed to it ou ea hi is or ti as te et ng of al"
                  + " de se le sa si ar ve ra ld ur ce co me ne ro ri li io ic la el ma pa ss us ut"
                  + " tr om ec ac ct ke ey ap pi da ta ba ab id ge ag em am un ul ol op po ow wo rd")
              .split(" "));

  /** How often two random letters are a common pair. */
  private static final double CHANCE = COMMON_PAIRS.size() / (26.0 * 26.0);

  private Entropy() {}

  /** Bits a character; 0 for the empty text. */
  static double bits(String text) {
    int[] counts = new int[128];
    int others = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128) {
        counts[c]++;
      } else {
        others++;
      }
    }
    double bits = 0;
    for (int count : counts) {
      bits += part(count, text.length());
    }
    return bits + part(others, text.length());
  }

  private static double part(int count, int length) {
    if (count == 0) {
      return 0;
    }
    double share = (double) count / length;
    return -share * Math.log(share) / Math.log(2);
  }

  /**
   * By how many standard deviations more neighbouring letters are a common pair than random letters
   * would have. One random text in three hundred is above 3, one in ten thousand above 4.8; a
   * sentence of four words is above 6.
   */
  static double wordiness(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int pairs = 0;
    int common = 0;
    for (int i = 1; i < lower.length(); i++) {
      if (isLetter(lower.charAt(i - 1)) && isLetter(lower.charAt(i))) {
        pairs++;
        if (COMMON_PAIRS.contains(lower.substring(i - 1, i + 1))) {
          common++;
        }
      }
    }
    double expected = CHANCE * pairs;
    return pairs == 0 ? 0 : (common - expected) / Math.sqrt(expected * (1 - CHANCE));
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
