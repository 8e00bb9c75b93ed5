package marks;

/** A type of the project's own with the name of one of the JDK's. */
class Mask {
  static class String {
    String(java.lang.String format) {}
  }
}

class Text {
  Object password = new Mask.String("##-##-A1b2!");
  Object secret = new java.lang.String("s3cReT-of-Us"); // want: hardcoded-password "secret"
}
