package dev.plumbline.analyzer.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A file's text.
 *
 * @param text decoded, without the byte order mark, line ends as they are
 */
public record SourceText(SourceFile file, String text, Decoding decoding) implements ReadOutcome {

  public SourceText {
    Objects.requireNonNull(file);
    Objects.requireNonNull(text);
    Objects.requireNonNull(decoding);
  }

  /**
   * What tells this text, its charset and its byte order mark from any other: SHA-256 in
   * hexadecimal.
   */
  public String digest() {
    String told = decoding.charset() + (decoding.byteOrderMark() ? " with mark\n" : "\n") + text;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_16BE));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Whether most lines end with a carriage return and a line feed, so that new ones should too. */
  public boolean endsLinesWithCrLf() {
    int pairs = 0;
    int others = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (at > 0 && text.charAt(at - 1) == '\r') {
        pairs++;
      } else {
        others++;
      }
    }
    return pairs > others;
  }

  /** A new index of the lines; keep it where many places are asked for. */
  public LineIndex lines() {
    return LineIndex.of(text);
  }
}
