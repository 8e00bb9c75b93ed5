package app;

final class Clean {
  private Clean() {}

  static String line(String text) {
    return text == null ? "" : text.replace('\n', '_').replace('\r', '_');
  }

  static String shorten(String text) {
    return text.length() > 100 ? text.substring(0, 100) : text;
  }
}
