package com.acme.own;

/** A type of the project's own by the name of the library's. */
class OwnPattern {

  @interface Pattern {
    String regexp();
  }

  static class Regex {
    static String compile(String text) {
      return text;
    }

    boolean matches(String text) {
      return text.isEmpty();
    }
  }

  @Pattern(regexp = "((a+)+)+b")
  String value;

  boolean test(Regex regex) {
    return regex.matches("((a+)+)+b") && Regex.compile("((a+)+)+b").isEmpty();
  }
}
