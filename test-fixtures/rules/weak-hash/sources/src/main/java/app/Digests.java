package app;

import java.security.MessageDigest;
import java.util.Properties;

class Digests {
  private static final String ALGORITHM = "SHA-256";

  static byte[] of(String algorithm, byte[] text) throws Exception {
    return MessageDigest.getInstance(algorithm).digest(text); // want: weak-hash "MessageDigest.getInstance"
  }

  static byte[] sound(String algorithm, byte[] text) throws Exception {
    return MessageDigest.getInstance(algorithm).digest(text);
  }

  byte[] constant(byte[] text) throws Exception {
    return MessageDigest.getInstance(ALGORITHM).digest(text);
  }

  byte[] ofProperties(byte[] text) throws Exception {
    Properties properties = new Properties();
    properties.load(getClass().getClassLoader().getResourceAsStream("hash.properties"));
    MessageDigest.getInstance(properties.getProperty("hash.new", "MD5"));
    return MessageDigest.getInstance(properties.getProperty("hash.old", "SHA-512")).digest(text); // want: weak-hash "MD5"
  }
}
