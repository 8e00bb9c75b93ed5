package app.streams;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;

final class Reader {
  private Reader() {}

  static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject(); // want: unsafe-deserialization "parameter bytes reaches ObjectInputStream.readObject"
    }
  }

  static Object readChecked(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new CheckedStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }
}
