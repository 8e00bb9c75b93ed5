package com.acme.text;

import java.util.List;
import java.util.regex.Pattern;

/** What looks dangerous and is not, on a Java of today. */
class Quick {

  private static final Pattern MAIL = Pattern.compile("^[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+$");
  private static final Pattern REMEMBERED = Pattern.compile("(a+)+b");
  private static final Pattern POSSESSIVE = Pattern.compile("^((?:\\w++\\s?+)*+)?;");
  private static final Pattern ATOMIC = Pattern.compile("^((?>a+)+b)?c");
  private static final Pattern SEPARATED = Pattern.compile("^(?:[a-z]+(?:-[a-z]+)*\\.)*?[a-z]+$");
  private static final Pattern QUOTED = Pattern.compile("\\Q((a+)+)+b\\E");
  private static final Pattern LITERAL = Pattern.compile("((a+)+)+b", Pattern.LITERAL);
  private static final Pattern NUMBERS = Pattern.compile("^\\d{1,3}(?:\\.\\d{1,3}){3}$");
  private static final Pattern TRAILING = Pattern.compile("\\s+$");

  /** One loop in another remembers where it was; it takes a third to make it forget. */
  private static final Pattern NESTED = Pattern.compile("((a|b)+,?)+!");

  boolean mayBeAll(List<String> texts) {
    return texts.stream().allMatch(text -> MAIL.matcher(text).matches())
        || texts.stream().anyMatch(text -> NUMBERS.matcher(text).matches());
  }

  String replaced(String text) {
    return text.replace("((a+)+)+b", "").replaceAll("[^a-z]+", "");
  }

  /** Nothing has to follow, so that the first attempt is the last. */
  String shortened(String text) {
    return text.replaceAll("((a+)+)+", "a");
  }

  boolean isBuilt(String text, String word) {
    return text.matches("((" + word + "+)+)+b");
  }

  boolean isInvalid(String text) {
    return text.matches("((a+)+)+b(");
  }
}
