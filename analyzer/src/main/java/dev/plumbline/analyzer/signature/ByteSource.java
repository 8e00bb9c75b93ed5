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

  String text() {
    int length = number();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }
}
