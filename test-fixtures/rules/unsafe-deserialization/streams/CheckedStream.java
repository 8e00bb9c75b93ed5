package app.streams;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.Set;

class CheckedStream extends ObjectInputStream {
  private static final Set<String> ALLOWED = Set.of("app.streams.Order", "java.lang.Long");

  CheckedStream(InputStream in) throws IOException {
    super(in);
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass type)
      throws IOException, ClassNotFoundException {
    if (!ALLOWED.contains(type.getName())) {
      throw new InvalidClassException(type.getName());
    }
    return super.resolveClass(type);
  }
}
