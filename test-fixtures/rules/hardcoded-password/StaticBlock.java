package app;

import java.util.HashMap;
import java.util.Map;

/** A password that is assigned in a static block, in an initialiser or in a constructor. */
class StaticBlock {
  private static final String PASSWORD;
  private static final Map<String, String> SETTINGS = new HashMap<>();
  private static String user;
  private final char[] passphrase;
  private String secret;

  static {
    user = "app";
    PASSWORD = "wool9!"; // want: hardcoded-password "PASSWORD"
    SETTINGS.put("db.user", user);
    SETTINGS.put("db.password", "carpet8?"); // want: hardcoded-password "db.password"
  }

  {
    secret = "kettle#3"; // want: hardcoded-password "secret"
  }

  StaticBlock() {
    passphrase = new char[] {'w', 'o', 'o', 'l', '9'}; // want: hardcoded-password "passphrase"
  }

  StaticBlock(String given) {
    passphrase = given.toCharArray();
    secret = given;
  }
}
