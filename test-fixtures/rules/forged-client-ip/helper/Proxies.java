package app;

final class Proxies {
  private Proxies() {}

  static boolean areOurs(String address) {
    return address.startsWith("192.168.");
  }
}
