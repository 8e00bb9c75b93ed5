package dev.plumbline.analyzer.regex;

import dev.plumbline.analyzer.regex.PatternText.NotUnderstood;

/** Reads what follows a backslash and means one character or one class. */
final class EscapeReader {

  private final PatternText text;

  EscapeReader(PatternText text) {
    this.text = text;
  }

  /**
   * The class that the escape names, the backslash being next.
   *
   * @return null, with nothing taken, when it names none
   */
  Alphabet namedClass() {
    int letter = text.raw(1);
    if (letter == 'p' || letter == 'P') {
      text.skip(2);
      return property(letter == 'P');
    }
    Alphabet set = NamedClasses.ofLetter(letter, text.flags());
    if (set != null) {
      text.skip(2);
    }
    return set;
  }

  private Alphabet property(boolean negated) {
    int first = text.raw(0);
    text.skip(1);
    String name = first == '{' ? text.readTo('}') : Character.toString(PatternText.literal(first));
    return NamedClasses.ofProperty(name, negated, text.flags());
  }

  /** The character that the escape stands for, the backslash being next. */
  int character() {
    int letter = text.raw(1);
    text.skip(2);
    switch (letter) {
      case '0':
        return octal();
      case 'a':
        return 0x07;
      case 'c':
        return control();
      case 'e':
        return 0x1B;
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        return unicode();
      case 'x':
        return hexadecimal();
      case 'N':
        return byName();
      case PatternText.END:
        throw new NotUnderstood("a backslash ends the pattern");
      default:
        return itself(letter);
    }
  }

  private static int itself(int letter) {
    if (NamedClasses.LETTER.contains(letter)) {
      throw new NotUnderstood("\\" + (char) letter);
    }
    return PatternText.literal(letter);
  }

  private int octal() {
    int value = 0;
    for (int digits = 0; digits < 3; digits++) {
      int digit = text.raw(0) - '0';
      if (digit < 0 || digit > 7 || value * 8 + digit > 0377) {
        break;
      }
      value = value * 8 + digit;
      text.skip(1);
    }
    return value;
  }

  private int control() {
    int character = PatternText.literal(text.raw(0));
    text.skip(1);
    return character ^ 64;
  }

  private int hexadecimal() {
    if (text.raw(0) != '{') {
      return hex(2);
    }
    text.skip(1);
    return number(text.readTo('}'));
  }

  private int unicode() {
    int first = hex(4);
    if (Character.isHighSurrogate((char) first) && text.raw(0) == '\\' && text.raw(1) == 'u') {
      text.skip(2);
      int second = hex(4);
      if (Character.isLowSurrogate((char) second)) {
        return Character.toCodePoint((char) first, (char) second);
      }
      text.skip(-6);
    }
    return first;
  }

  private int hex(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count && text.raw(0) != PatternText.END; i++) {
      digits.appendCodePoint(PatternText.literal(text.raw(0)));
      text.skip(1);
    }
    return number(digits.toString());
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits, 16);
    } catch (NumberFormatException e) {
      throw new NotUnderstood("no hexadecimal number");
    }
  }

  private int byName() {
    if (text.raw(0) != '{') {
      throw new NotUnderstood("\\N without a name");
    }
    text.skip(1);
    try {
      return Character.codePointOf(text.readTo('}'));
    } catch (IllegalArgumentException e) {
      throw new NotUnderstood("a name of no character");
    }
  }
}
