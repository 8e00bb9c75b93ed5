package app;

import cn.hutool.crypto.SecureUtil;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.NullCipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.BlowfishEngine;
import org.bouncycastle.crypto.engines.DESEngine;

class Names {
  private static final String OLD = "DESede/CBC/PKCS5Padding";
  private static final String SOUND = "AES/GCM/NoPadding";
  private static final String PARTS = "DES" + "/" + "CBC" + "/PKCS5Padding";

  void literals() throws Exception {
    Cipher.getInstance("DES/CBC/PKCS5Padding"); // want: weak-cipher "Cipher.getInstance uses DES/CBC/PKCS5Padding, which can be broken"
    Cipher.getInstance("desede/cbc/pkcs5padding"); // want: weak-cipher "desede/cbc/pkcs5padding"
    Cipher.getInstance("RC4"); // want: weak-cipher "RC4"
    Cipher.getInstance("Blowfish/CBC/PKCS5Padding", "BC"); // want: weak-cipher "Blowfish"
    Cipher.getInstance("PBEWithMD5AndDES"); // want: weak-cipher "PBEWithMD5AndDES"
    new NullCipher(); // want: weak-cipher "NULL"
    Cipher.getInstance("AES/GCM/NoPadding");
    Cipher.getInstance("ChaCha20-Poly1305");
    Cipher.getInstance("PBEWithHmacSHA256AndAES_256");
    Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    Cipher.getInstance("AES_256/GCM/NoPadding", "SunJCE");
  }

  void constants() throws Exception {
    Cipher.getInstance(OLD); // want: weak-cipher "DESede"
    Cipher.getInstance(PARTS); // want: weak-cipher "DES/CBC"
    Cipher.getInstance(SOUND);
  }

  void variables(boolean legacy) throws Exception {
    String algorithm = "AES";
    algorithm = algorithm + "/GCM/NoPadding";
    Cipher.getInstance(algorithm);
    String old = "DES";
    old = "AES/GCM/NoPadding";
    Cipher.getInstance(old);
    String either = legacy ? "DES/CBC/PKCS5Padding" : "AES/GCM/NoPadding";
    Cipher.getInstance(either); // want: weak-cipher "DES/CBC"
  }

  Object libraries() {
    new AESEngine();
    new DESEngine(); // want: weak-cipher "new DESEngine uses DES"
    new BlowfishEngine(); // want: weak-cipher "Blowfish"
    SecureUtil.aes();
    return SecureUtil.des(); // want: weak-cipher "SecureUtil.des uses DES"
  }
}

class Keys {
  Object generated() throws Exception {
    return KeyGenerator.getInstance("DES").generateKey(); // want: weak-cipher "KeyGenerator.getInstance uses DES"
  }

  Object made() throws Exception {
    return SecretKeyFactory.getInstance("PBEWithMD5AndTripleDES"); // want: weak-cipher "PBEWithMD5AndTripleDES"
  }

  Object sound(byte[] bytes) throws Exception {
    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
    KeyGenerator.getInstance("AES").init(256);
    KeyGenerator.getInstance("HmacSHA256");
    return new SecretKeySpec(bytes, "AES");
  }

  Object keyOfTheCipherBeside(byte[] bytes) throws Exception {
    Cipher cipher = Cipher.getInstance("DESede"); // want: weak-cipher "Cipher.getInstance uses DESede"
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(bytes, "DESede"));
    return cipher;
  }
}

/** Another class of that name. */
class Own {
  static final class Machine {
    static Machine getInstance(String name) {
      return new Machine();
    }
  }

  Object silent() {
    return Machine.getInstance("DES");
  }
}
