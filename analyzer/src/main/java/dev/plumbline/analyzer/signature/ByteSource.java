package dev.plumbline.analyzer.signature;

import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteSink} wrote. Not safe for several threads; make one a reading. */
final class ByteSource {

  private final byte[] bytes;
  private int at;

  ByteSource(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  int position() {
    return at;
  }

  void skip(int count) {
    at += count;
  }

  long longNumber() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte each = bytes[at++];
      value |= (long) (each & 0x7F) << shift;
      if (each >= 0) {
        return value;
      }
    }
  }

  int number() {
    return (int) longNumber();
  }

  /** What {@link String#hashCode} of the {@link #text} that stands here gives. */
  int hashOfText() {
    int length = number();
    int hash = 0;
    for (int i = at; i < at + length; i++) {
      if (bytes[i] < 0) {
        return new String(bytes, at, length, StandardCharsets.UTF_8).hashCode();
      }
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  String text() {
    int length = number();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }
}
