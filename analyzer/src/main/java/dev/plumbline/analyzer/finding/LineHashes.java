package dev.plumbline.analyzer.finding;

import java.util.HashMap;
import java.util.Map;

/**
 * The hash of each line of a file by which GitHub code scanning recognises an alert ({@code
 * primaryLocationLineHash}). It covers the 100 characters from the line's first on, without spaces
 * and tabs and with every line end as a line feed, and counts equal hashes. The values equal those
 * that GitHub's upload action computes itself, so that alerts stay the same either way.
 *
 * <p>A polynomial rolling hash after Karp and Rabin (1987), modulo 2^64.
 */
public final class LineHashes {

  private static final int WINDOW = 100;
  private static final long FACTOR = 37;

  /** Not a character of Unicode, so that the end of a file differs from everything in it. */
  private static final char END = 0xFFFF;

  private static final long LEAVING = leavingFactor();

  private final Map<Integer, String> byLine = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final char[] window = new char[WINDOW];
  private final int[] lineStarts = new int[WINDOW];
  private int at;
  private long hash;

  private LineHashes(String text) {
    int line = 0;
    boolean atLineStart = true;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? END : text.charAt(i);
      if (c == ' ' || c == '\t') {
        continue;
      }
      if (c == '\n' && i > 0 && text.charAt(i - 1) == '\r') {
        continue;
      }
      if (c == '\r') {
        c = '\n';
      }
      finishLine();
      if (atLineStart) {
        lineStarts[at] = ++line;
      }
      atLineStart = c == '\n';
      shift(c);
    }
    for (int i = 0; i < WINDOW; i++) {
      finishLine();
      shift((char) 0);
    }
  }

  /**
   * @param text the whole file as decoded, with its byte order mark if it has one
   */
  public static LineHashes of(String text) {
    return new LineHashes(text);
  }

  /**
   * The hash of a line, for example {@code c129715d7a2bc9a3:1}; empty when there is no such line.
   *
   * @param line from 1
   */
  public String hash(int line) {
    return byLine.getOrDefault(line, "");
  }

  /** The line that began where the window is about to leave is complete. */
  private void finishLine() {
    int line = lineStarts[at];
    if (line != 0) {
      String hex = Long.toHexString(hash);
      byLine.put(line, hex + ":" + counts.merge(hex, 1, Integer::sum));
      lineStarts[at] = 0;
    }
  }

  private void shift(char entering) {
    hash = FACTOR * hash + entering - LEAVING * window[at];
    window[at] = entering;
    at = (at + 1) % WINDOW;
  }

  private static long leavingFactor() {
    long factor = 1;
    for (int i = 0; i < WINDOW; i++) {
      factor *= FACTOR;
    }
    return factor;
  }
}
