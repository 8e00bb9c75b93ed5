package app;

class Users {
  byte[] passwordHash(String password) throws Exception {
    Digests.sound("SHA-512", password.getBytes());
    return Digests.of("MD5", password.getBytes());
  }
}
