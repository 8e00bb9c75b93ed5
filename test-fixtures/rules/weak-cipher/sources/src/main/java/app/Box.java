package app;

import java.io.InputStream;
import java.util.Properties;
import javax.crypto.Cipher;

class Box {
  private String transformation = "DES";
  private final String sound;

  Box() {
    this.sound = "AES/GCM/NoPadding";
  }

  Cipher ofField() throws Exception {
    Cipher.getInstance(sound);
    return Cipher.getInstance(transformation); // want: weak-cipher "DES"
  }

  Cipher ofConstant() throws Exception {
    Cipher.getInstance(Constants.CURRENT);
    return Cipher.getInstance(Constants.LEGACY); // want: weak-cipher "RC2"
  }

  Cipher ofEnum() throws Exception {
    Cipher.getInstance(Algorithms.NEW.transformation());
    return Cipher.getInstance(Algorithms.OLD.transformation()); // want: weak-cipher "DES/CBC/PKCS5Padding"
  }

  Cipher ofLombok() throws Exception {
    Cipher.getInstance(Suites.CURRENT.getCipher());
    return Cipher.getInstance(Suites.LEGACY.getCipher()); // want: weak-cipher "RC4"
  }

  Cipher ofHelper() throws Exception {
    make("AES/GCM/NoPadding");
    return make("DES/CBC/PKCS5Padding");
  }

  private static Cipher make(String name) throws Exception {
    return Cipher.getInstance(name); // want: weak-cipher "DES/CBC/PKCS5Padding"
  }

  Cipher ofProperties() throws Exception {
    Properties properties = new Properties();
    try (InputStream in = Box.class.getClassLoader().getResourceAsStream("crypto.properties")) {
      properties.load(in);
    }
    Cipher.getInstance(properties.getProperty("cipher.new", "DES"));
    Cipher.getInstance(properties.getProperty("cipher.unknown", "AES/GCM/NoPadding"));
    return Cipher.getInstance(properties.getProperty("cipher.old", "AES/GCM/NoPadding")); // want: weak-cipher "DES/ECB/PKCS5Padding"
  }

  Cipher ofSwitch(int version) throws Exception {
    String name =
        switch (version) {
          case 1 -> "DES";
          default -> "AES/GCM/NoPadding";
        };
    return Cipher.getInstance(name); // want: weak-cipher "DES"
  }

  Cipher ofBuilder() throws Exception {
    Cipher.getInstance(new StringBuilder("AES").append("/GCM/").append("NoPadding").toString());
    return Cipher.getInstance(String.format("%s/%s/%s", "DES", "CBC", "PKCS5Padding")); // want: weak-cipher "DES/CBC/PKCS5Padding"
  }
}
