package dev.plumbline.rules.security;

import java.util.Locale;
import java.util.Set;

/**
 * The name of a transformation as {@code Cipher.getInstance} reads it: algorithm, mode, padding.
 *
 * @param algorithm in capitals, without hyphens
 * @param mode in capitals; empty where the provider chooses
 * @param padding in capitals; empty where the provider chooses
 */
record CipherName(String algorithm, String mode, String padding) {

  /** Keys that can be tried through, blocks of 64 bits that repeat, streams that leak. */
  private static final Set<String> WEAK =
      Set.of(
          "DES",
          "DESEDE",
          "DESEDEWRAP",
          "TRIPLEDES",
          "3DES",
          "TDEA",
          "RC2",
          "RC4",
          "ARCFOUR",
          "ARC4",
          "BLOWFISH",
          "IDEA",
          "SKIPJACK",
          "CAST5",
          "NULL");

  private static final Set<String> BLOCK =
      Set.of("AES", "CAMELLIA", "ARIA", "SM4", "SEED", "TWOFISH", "SERPENT", "RIJNDAEL", "CAST6");

  static CipherName of(String transformation) {
    String[] parts = transformation.trim().toUpperCase(Locale.ROOT).split("/", -1);
    return new CipherName(
        parts[0].trim(),
        parts.length > 1 ? parts[1].trim() : "",
        parts.length > 2 ? parts[2].trim() : "");
  }

  boolean isWeak() {
    if (algorithm.startsWith("PBE")) {
      return algorithm.contains("DES") || algorithm.contains("RC2") || algorithm.contains("RC4");
    }
    return WEAK.contains(algorithm);
  }

  /** Equal blocks give equal blocks. AES without a mode means this as well. */
  boolean isElectronicCodeBook() {
    return BLOCK.contains(algorithm.replaceAll("_\\d+$", ""))
        && (mode.equals("ECB") || mode.isEmpty());
  }

  boolean isRsaWithoutOaep() {
    return algorithm.equals("RSA")
        && (padding.isEmpty() || padding.equals("NOPADDING") || padding.startsWith("PKCS1"));
  }
}
