package dev.plumbline.rules.secrets;

import java.util.Base64;
import java.util.regex.Pattern;

/** Whether a text looks like a secret by itself. */
final class SecretShape {

  /** Shorter keys exist, but so do identifiers, codes and words of that length. */
  private static final int SHORTEST_KEY = 16;

  /** Longer texts are certificates, images and documents. */
  private static final int LONGEST_KEY = 512;

  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");
  private static final Pattern HEX_PARTS = Pattern.compile("[0-9a-fA-F._-]+");
  private static final Pattern DECIMAL = Pattern.compile("[0-9.,_+-]+");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/=_.~-]+");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Public halves, certificates and digests that say what they are. */
  private static final Pattern PUBLIC =
      Pattern.compile(
          "^(?:ssh-(?:rsa|ed25519|dss)|MI[IG][A-Z]|AAAA[BCE]3NzaC1|sha(?:1|256|384|512)-|\\$2[abxy]\\$|pk[._])");

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z]+\\d{0,4}(?:[-_./:][A-Za-z]*\\d{0,4})*");

  private SecretShape() {}

  /** Random enough to have been made by a machine, long or short. */
  static boolean isRandom(String text) {
    if (Placeholders.isFiller(text)) {
      return false;
    }
    boolean hex = HEX_PARTS.matcher(text).matches();
    double most = Math.log(Math.min(text.length(), hex ? 16 : 62)) / Math.log(2);
    return Entropy.bits(text) >= 0.7 * most && (hex || Entropy.wordiness(text) < 6);
  }

  /** A key or token of a service, judged by the value alone; its name has been judged before. */
  static boolean isKey(String text) {
    if (text.length() < SHORTEST_KEY || text.length() > LONGEST_KEY) {
      return false;
    }
    if (!KEY.matcher(text).matches()
        || DECIMAL.matcher(text).matches()
        || UUID.matcher(text).matches()
        || PUBLIC.matcher(text).find()
        || NAME.matcher(text).matches()
        || Placeholders.is(text)) {
      return false;
    }
    boolean hex = HEX.matcher(text).matches();
    return digits(text) >= 2
        && Entropy.bits(text) >= (hex ? 3.0 : 3.5)
        && (hex || Entropy.wordiness(text) < 3)
        && !isEncodedText(text);
  }

  /** Base 64 of something to read: a serialized object, a document, a header. */
  private static boolean isEncodedText(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException e) {
      return false;
    }
    int readable = 0;
    for (byte each : bytes) {
      readable += each >= ' ' && each < 0x7f || each == '\n' ? 1 : 0;
    }
    // Random bytes are readable in three of eight cases.
    return readable >= 0.85 * bytes.length;
  }

  private static long digits(String text) {
    return text.chars().filter(c -> c >= '0' && c <= '9').count();
  }
}
