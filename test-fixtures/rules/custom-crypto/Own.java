package app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;

class OwnDigest extends MessageDigest { // want: custom-crypto "OwnDigest is a digest or cipher of its own"
  private int sum;

  OwnDigest() {
    super("OWN");
  }

  protected void engineUpdate(byte input) {
    sum += input;
  }

  protected void engineUpdate(byte[] input, int offset, int len) {
    for (int i = 0; i < len; i++) {
      sum += input[offset + i];
    }
  }

  protected byte[] engineDigest() {
    return new byte[] {(byte) sum};
  }

  protected void engineReset() {
    sum = 0;
  }
}

class Encoding {
  String encrypt(String text) { // want: custom-crypto "Encoding.encrypt encodes with Base64, which everybody can undo"
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  String encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  String decryptPassword(String text) { // want: custom-crypto "Encoding.decryptPassword encodes with Base64"
    return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }
}

class Mixing {
  String encrypt(String text, int key) { // want: custom-crypto "Mixing.encrypt encrypts by exclusive or, which gives the key away"
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) (chars[i] ^ key);
    }
    return new String(chars);
  }

  void encipher(int[] block, int[] box) {
    int left = block[0];
    left ^= box[left >>> 24 & 0xff];
    block[0] = left;
  }

  int hash(int a, int b) {
    return a ^ b;
  }
}

class Sound {
  String encrypt(Cipher cipher, String text) throws Exception {
    return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes()));
  }

  byte[] encryptBytes(Cipher cipher, byte[] text) throws Exception {
    return cipher.doFinal(text);
  }
}

class Comparing {
  boolean verify(Mac mac, byte[] message, byte[] sent) {
    byte[] code = mac.doFinal(message);
    return Arrays.equals(code, sent); // want: custom-crypto "Arrays.equals compares a message authentication code and tells by its time how much fits"
  }

  boolean hex(Mac mac, byte[] message, String sent) {
    String code = Base64.getEncoder().encodeToString(mac.doFinal(message));
    return code.equals(sent); // want: custom-crypto "String.equals compares a message authentication code"
  }

  boolean steady(Mac mac, byte[] message, byte[] sent) {
    return MessageDigest.isEqual(mac.doFinal(message), sent);
  }

  boolean files(byte[] left, byte[] right) {
    return Arrays.equals(left, right);
  }

  boolean changed(MessageDigest digest, byte[] file, byte[] known) {
    return Arrays.equals(digest.digest(file), known);
  }
}
