package app;

import java.util.Random;

/** The same call at the same place of two files: two findings. */
class One {
  String make() {
    String token = Long.toHexString(new Random().nextLong()); // want: weak-random "is the secret token"
    return token;
  }
}
