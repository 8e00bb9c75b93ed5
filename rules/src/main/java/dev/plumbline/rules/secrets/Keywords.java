package dev.plumbline.rules.secrets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds words in a text in one pass that looks at every second pair of characters: a word of three
 * characters or more holds one of two neighbouring pairs at an even place. The rarest such pairs of
 * each word are in a table, as in S. Wu and U. Manber's algorithm (1994), so the cost depends
 * neither on the number of words nor, in most texts, on anything but the look at the table.
 */
final class Keywords {

  /** Characters above ASCII share the place of another; the word is compared in any case. */
  private static final int MASK = 0x7f;

  /** What texts and sources are made of, commonest first; what is not here is rarer. */
  private static final String COMMON = " etaoinsrlcdupmhgybf-.\"/_";

  private final Probe[][] probes = new Probe[(MASK + 1) * (MASK + 1)][];

  /** Where {@link #probes} has any: a quarter of its size, which stays in a processor's cache. */
  private final boolean[] begun = new boolean[probes.length];

  private final boolean ignoreCase;

  /** A pair of characters of {@code word}, {@code offset} characters behind its start. */
  private record Probe(byte[] word, int offset) {}

  /**
   * @param words of ASCII, three characters or more; in lower case when case means nothing
   * @param ignoreCase whether letters match in both cases
   */
  Keywords(List<String> words, boolean ignoreCase) {
    this.ignoreCase = ignoreCase;
    for (String word : words) {
      byte[] bytes = bytes(word);
      int at = rarest(word);
      add(new Probe(bytes, at));
      add(new Probe(bytes, at + 1));
    }
  }

  /**
   * The characters of a text, without what is above Latin 1 in them: a fraction of the time that
   * {@link String#toCharArray()} takes, because most texts are kept like this.
   */
  @SuppressWarnings("deprecation") // Of each character the low half is just what is wanted.
  static byte[] bytes(String text) {
    byte[] bytes = new byte[text.length()];
    text.getBytes(0, text.length(), bytes, 0);
    return bytes;
  }

  /** Where the two neighbouring pairs begin that other texts hold least. */
  private static int rarest(String word) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i + 2 < word.length(); i++) {
      int weight =
          weight(word.charAt(i + 1)) * (weight(word.charAt(i)) + weight(word.charAt(i + 2)));
      if (weight < least) {
        least = weight;
        best = i;
      }
    }
    return best;
  }

  private static int weight(char c) {
    int rank = COMMON.indexOf(c);
    return rank < 0 ? 1 : COMMON.length() + 1 - rank;
  }

  private void add(Probe probe) {
    int first = probe.word[probe.offset];
    int second = probe.word[probe.offset + 1];
    for (int a : variants(first)) {
      for (int b : variants(second)) {
        int slot = slot(a, b);
        begun[slot] = true;
        Probe[] known = probes[slot] == null ? new Probe[0] : probes[slot];
        probes[slot] = Arrays.copyOf(known, known.length + 1);
        probes[slot][known.length] = probe;
      }
    }
  }

  private int[] variants(int c) {
    return ignoreCase && c >= 'a' && c <= 'z' ? new int[] {c, c - 'a' + 'A'} : new int[] {c};
  }

  private static int slot(int first, int second) {
    return (first & MASK) << 7 | second & MASK;
  }

  /**
   * The offsets at which a word may begin, ascending, each once. Where the text has characters
   * above Latin 1, one of them may have been taken for another: compare the text itself.
   *
   * @param text as {@link #bytes} has it
   */
  int[] starts(byte[] text) {
    List<Integer> found = null;
    boolean[] table = begun;
    int last = text.length - 1;
    for (int i = 1; i < last; i += 2) {
      int slot = (text[i] & MASK) << 7 | text[i + 1] & MASK;
      if (table[slot]) {
        for (Probe probe : probes[slot]) {
          int start = i - probe.offset;
          if (isAt(text, start, probe.word)) {
            found = found == null ? new ArrayList<>() : found;
            found.add(start);
          }
        }
      }
    }
    return found == null
        ? NONE
        : found.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
  }

  private static final int[] NONE = {};

  private boolean isAt(byte[] text, int start, byte[] word) {
    if (start < 0 || start + word.length > text.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      int has = text[start + i];
      int wanted = word[i];
      boolean same =
          has == wanted
              || ignoreCase && wanted >= 'a' && wanted <= 'z' && has == wanted - 'a' + 'A';
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
