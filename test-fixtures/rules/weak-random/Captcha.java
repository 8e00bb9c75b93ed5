package app;

import java.awt.Color;
import java.util.Random;

class VerifyCode {
  private static final String ALPHABET = "abcdefgh";
  private final Random random = new Random();

  char next() {
    return ALPHABET.charAt(random.nextInt(ALPHABET.length())); // want: weak-random "is given back by VerifyCode.next"
  }

  Color color() {
    return new Color(random.nextInt(150), random.nextInt(150), random.nextInt(150));
  }

  int randomColor() {
    return random.nextInt(150);
  }
}

class Salts {
  static String salt() {
    return salt(8);
  }

  static String salt(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(new Random().nextInt(10)); // want: weak-random "is given back by Salts.salt"
    }
    return text.toString();
  }

  String use(Account account) {
    // Told where it is made, once.
    String salt = salt();
    account.setSalt(salt);
    return salt;
  }
}

class Account {
  private String salt;

  void setSalt(String salt) {
    this.salt = salt;
  }

  int visits() {
    return (int) (Math.random() * 100);
  }
}

class Pages {
  String showSecret(Account account) {
    return "You know the secret " + account.visits();
  }
}
