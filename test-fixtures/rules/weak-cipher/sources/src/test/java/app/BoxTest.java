package app;

import javax.crypto.Cipher;

class BoxTest {
  void readsOldFiles() throws Exception {
    Cipher.getInstance("DES");
  }
}
