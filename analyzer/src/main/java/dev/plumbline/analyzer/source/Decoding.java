package dev.plumbline.analyzer.source;

import java.util.Objects;
import java.util.Optional;

/**
 * How bytes became text.
 *
 * @param charset the IANA name, such as {@code UTF-8} or {@code GB18030}
 * @param byteOrderMark whether a mark stood before the text. It is not part of the text; a hash
 *     that counts it (GitHub's line hash does) starts with U+FEFF then.
 * @param fallback whether the charset is a guess, made because the bytes are not valid UTF-8 and
 *     nothing names another charset
 * @param invalidAt offset in bytes, from 0, of the first byte that is not UTF-8; -1 for none
 */
public record Decoding(String charset, boolean byteOrderMark, boolean fallback, long invalidAt) {

  public Decoding {
    Objects.requireNonNull(charset);
  }

  /** What to tell the user, when a charset was guessed. */
  public Optional<String> notice() {
    return fallback
        ? Optional.of("read as " + charset + " because byte " + invalidAt + " is not valid UTF-8")
        : Optional.empty();
  }
}
