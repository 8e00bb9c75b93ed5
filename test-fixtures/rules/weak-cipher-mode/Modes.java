package app;

import javax.crypto.Cipher;

class Modes {
  private static final String MODE = "ECB";

  void blocks(String padding) throws Exception {
    Cipher.getInstance("AES"); // want: weak-cipher-mode "uses AES, which means ECB: equal blocks are encrypted to equal blocks"
    Cipher.getInstance("AES/ECB/PKCS5Padding"); // want: weak-cipher-mode "equal blocks are encrypted to equal blocks"
    Cipher.getInstance("aes/ecb/nopadding"); // want: weak-cipher-mode "aes/ecb"
    Cipher.getInstance("AES/" + MODE + "/PKCS7Padding", "BC"); // want: weak-cipher-mode "AES/ECB"
    Cipher.getInstance("SM4/ECB/PKCS5Padding"); // want: weak-cipher-mode "SM4"
    Cipher.getInstance("AES_128/ECB/NoPadding"); // want: weak-cipher-mode "AES_128"
    Cipher.getInstance("AES/GCM/NoPadding");
    Cipher.getInstance("AES/CCM/NoPadding");
    Cipher.getInstance("AES/CTR/NoPadding");
    Cipher.getInstance("AES/CBC/PKCS5Padding");
    Cipher.getInstance("AES/CBC/" + padding);
    Cipher.getInstance("AESWrap");
    Cipher.getInstance("ChaCha20-Poly1305");
  }

  void rsa() throws Exception {
    Cipher.getInstance("RSA"); // want: weak-cipher-mode "padding of PKCS #1 v1.5, not OAEP"
    Cipher.getInstance("RSA/ECB/PKCS1Padding"); // want: weak-cipher-mode "not the padding OAEP"
    Cipher.getInstance("RSA/NONE/NoPadding"); // want: weak-cipher-mode "RSA/NONE/NoPadding"
    Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    Cipher.getInstance("RSA/None/OAEPPadding");
    Cipher.getInstance("ECIES");
  }
}
