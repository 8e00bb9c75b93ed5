package app;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;

class Vectors {
  private static final String IV = "0123456789abcdef";
  private static final byte[] BYTES = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  private static final SecureRandom RANDOM = new SecureRandom();

  void constants() {
    new IvParameterSpec("0123456789abcdef".getBytes()); // want: static-iv-or-salt "new IvParameterSpec is given a constant as initialisation vector"
    new IvParameterSpec(IV.getBytes(StandardCharsets.UTF_8)); // want: static-iv-or-salt "constant"
    new GCMParameterSpec(128, BYTES); // want: static-iv-or-salt "new GCMParameterSpec is given a constant"
    new IvParameterSpec(new byte[16]); // want: static-iv-or-salt "constant"
    byte[] zeros = new byte[12];
    new GCMParameterSpec(128, zeros); // want: static-iv-or-salt "constant"
    new IvParameterSpec(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}); // want: static-iv-or-salt "constant"
    new PBEKeySpec("x".toCharArray(), "salt".getBytes(), 600_000, 256); // want: static-iv-or-salt "a constant as salt"
    new PBEParameterSpec(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 1000); // want: static-iv-or-salt "a constant as salt"
  }

  void fresh(char[] password) {
    byte[] iv = new byte[12];
    RANDOM.nextBytes(iv);
    new GCMParameterSpec(128, iv);
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    new PBEKeySpec(password, salt, 600_000, 256);
    new IvParameterSpec(SecureRandom.getSeed(16));
    new IvParameterSpec(bytes(16));
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  void ofMessage(byte[] message, InputStream in, String text) throws Exception {
    byte[] iv = new byte[12];
    System.arraycopy(message, 0, iv, 0, iv.length);
    new GCMParameterSpec(128, iv);
    new GCMParameterSpec(128, message, 0, 12);
    new IvParameterSpec(Arrays.copyOfRange(message, 0, 16));
    byte[] buffered = new byte[16];
    ByteBuffer.wrap(message).get(buffered);
    new IvParameterSpec(buffered);
    byte[] read = new byte[16];
    in.read(read);
    new IvParameterSpec(read);
    new IvParameterSpec(Base64.getDecoder().decode(text));
    byte[] looped = new byte[16];
    for (int i = 0; i < looped.length; i++) {
      looped[i] = message[i];
    }
    new IvParameterSpec(looped);
  }

  Cipher key(String key) throws Exception {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(key.getBytes(), "AES"),
        new IvParameterSpec(key.getBytes())); // want: static-iv-or-salt "the key as initialisation vector"
    return cipher;
  }

  Cipher apart(String key, byte[] iv) throws Exception {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key.getBytes(), "AES"), new IvParameterSpec(iv));
    return cipher;
  }
}
