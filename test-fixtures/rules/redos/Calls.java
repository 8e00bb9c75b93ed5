package com.acme.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

class Calls {

  // want: redos "takes in Pattern.compile"
  private static final Pattern HOSTS = Pattern.compile("^(([a-z0-9]+-?)+\\.?)+$");

  private static final String WORDS = "((\\w+\\s?)+)?;";

  // want: redos "Pattern.compile"
  private static final Pattern SHOUTED = Pattern.compile("^((A|a)+)?!$", Pattern.CASE_INSENSITIVE);

  private static final Pattern QUIET = Pattern.compile("^((A|a)+)?!$");

  boolean isHosts(String text) {
    return HOSTS.matcher(text).matches();
  }

  boolean isWords(String text) {
    return text.matches(WORDS); // want: redos "takes in String.matches"
  }

  String[] parts(String text) {
    return text.split("(?:(?:a+)+b)?,"); // want: redos "takes in String.split"
  }

  String cleaned(String text) {
    // want: redos "multiplies the time"
    return text.replaceAll("((x+x+)+y)?;", "");
  }

  boolean isStatic(String text) {
    return Pattern.matches("(([A-Z]\\w*)+\\.)*?x", text); // want: redos "Pattern.matches"
  }

  boolean refersBack(String text) {
    return text.matches("(a|aa)+(b)\\2"); // want: redos "again and again"
  }

  Matcher joined(String text) {
    String item = "([a-z]+";
    return Pattern.compile("^(" + item + ",?)+)?$").matcher(text); // want: redos "again and again"
  }

  boolean isRead(String text) {
    return QUIET.matcher(text).matches() || SHOUTED.matcher(text).matches();
  }
}
