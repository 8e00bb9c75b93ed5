package app.tools;

final class Commands {
  static final String CONVERT = "/usr/bin/convert";
  static final String LIST = "ls -la /srv";
  private static final String PREFIX = "/opt/tools/";

  private Commands() {}

  static String line(String name) {
    return PREFIX + "index " + name;
  }
}
