package dev.plumbline.rules.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** What vendors put into their tokens so that a scanner can tell them from chance. */
final class TokenChecks {

  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final int CHECKSUM_LENGTH = 6;

  /** The token on the front page of jwt.io, which is in a thousand tutorials. */
  private static final String JWT_IO_SIGNATURE = "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";

  private static final long YEAR = 365L * 24 * 60 * 60;

  /** 2025: what expired within a year from then is over, whenever it was issued. */
  private static final long EARLIEST = 1_735_689_600L;

  private TokenChecks() {}

  /**
   * GitHub's and npm's tokens end in the CRC-32 of what stands between prefix and checksum, in six
   * base-62 digits (github.blog, "Behind GitHub's new authentication token formats", 2021).
   */
  static boolean crc32(String token) {
    int start = token.indexOf('_') + 1;
    int end = token.length() - CHECKSUM_LENGTH;
    CRC32 crc = new CRC32();
    crc.update(token.substring(start, end).getBytes(StandardCharsets.US_ASCII));
    return base62(crc.getValue()).equals(token.substring(end));
  }

  /** Six digits. */
  static String base62(long value) {
    StringBuilder digits = new StringBuilder();
    long rest = value;
    for (int i = 0; i < CHECKSUM_LENGTH; i++) {
      digits.append(BASE62.charAt((int) (rest % BASE62.length())));
      rest /= BASE62.length();
    }
    return digits.reverse().toString();
  }

  /**
   * Whether a signed JSON web token (RFC 7515, section 3) may still open something when somebody
   * reads it: it never expires, or not within a year. The clock is not asked, so that a scan gives
   * the same answer tomorrow.
   */
  static boolean jwt(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3
        || parts[2].equals(JWT_IO_SIGNATURE)
        || !json(parts[0]).contains("\"alg\"")
        || !SecretShape.isRandom(parts[2])) {
      return false;
    }
    String claims = json(parts[1]);
    // The subject of jwt.io's examples.
    if (!claims.startsWith("{") || claims.contains("\"1234567890\"")) {
      return false;
    }
    long expires = seconds(claims, "exp");
    return expires == 0 || expires - Math.max(seconds(claims, "iat"), EARLIEST) > YEAR;
  }

  private static long seconds(String claims, String claim) {
    Matcher matcher = Pattern.compile("\"" + claim + "\"\\s*:\\s*(\\d{9,11})\\b").matcher(claims);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  private static String json(String part) {
    try {
      return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /**
   * Whether a PEM block holds a key and neither an ellipsis nor code. Encrypted keys do not get
   * here: the hyphens in their headers end the match.
   */
  static boolean pem(String block) {
    String body = block.replaceAll("-----[A-Z ]+(?:-----)?|\\\\[nr]|[^A-Za-z0-9+/=]", "");
    return body.length() >= 40
        && !Placeholders.isFiller(body)
        && Entropy.bits(body) >= 4.0
        && Entropy.wordiness(body) < 6;
  }
}
