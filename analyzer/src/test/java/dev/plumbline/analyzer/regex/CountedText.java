package dev.plumbline.analyzer.regex;

/** A text that ends a match of the real engine after so many looks at its characters. */
final class CountedText implements CharSequence {

  /** The limit is reached. */
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final String text;
  private final long limit;
  private long looks;

  CountedText(String text, long limit) {
    this.text = text;
    this.limit = limit;
  }

  long looks() {
    return looks;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++looks > limit) {
      throw new Spent();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
