package dev.plumbline.analyzer.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Our own fingerprint of findings, {@code contextHash/v1}: of the rule, the path and the code of
 * the finding, but not of where in the file that code stands, so that it survives lines that are
 * added, moved or indented elsewhere. Equal ones are counted in report order.
 *
 * <p>One instance a report; not safe for several threads.
 */
public final class ContextFingerprint {

  /** 80 bits: no two of a billion findings collide by chance. */
  private static final int HEX_DIGITS = 20;

  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * @param finding the next one in report order
   * @param regionText the text of its place with secrets masked
   */
  public String next(Finding finding, String regionText) {
    String code = regionText.replaceAll("\\s+", " ").strip();
    String hex =
        digest(finding.rule().id() + '\0' + finding.location().path() + '\0' + code)
            .substring(0, HEX_DIGITS);
    return hex + ":" + counts.merge(hex, 1, Integer::sum);
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
