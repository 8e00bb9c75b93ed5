package app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Hiding the literal does not help. */
class Concatenation {
  private static final String FIRST = "wo";
  private static final String SECOND = "ol9";

  Connection parts(String url) throws SQLException {
    return DriverManager.getConnection(url, "app", FIRST + SECOND + "!"); // want: hardcoded-password "is a literal of 6 characters"
  }

  Connection variable(String url) throws SQLException {
    String key = "carpet8"; // want: hardcoded-password "DriverManager.getConnection is a literal of 7 characters"
    // step: hardcoded-password 2
    return DriverManager.getConnection(url, "app", key);
  }

  Connection method(String url) throws SQLException {
    return DriverManager.getConnection(url, "app", word());
  }

  private static String word() {
    return "kettle3"; // want: hardcoded-password "is a literal of 7 characters"
  }

  Connection conditional(String url, boolean test) throws SQLException {
    String key = test ? null : "carpet7"; // want: hardcoded-password "is a literal of 7 characters"
    return DriverManager.getConnection(url, "app", key);
  }

  Connection captured(String url) {
    String key = "carpet6"; // want: hardcoded-password "is a literal of 7 characters"
    return retry(() -> DriverManager.getConnection(url, "app", key));
  }

  Connection unknown(String url, String prefix, Settings settings) throws SQLException {
    DriverManager.getConnection(url, "app", prefix + SECOND);
    DriverManager.getConnection(url, "app", settings.read("word"));
    return DriverManager.getConnection(url, "app", endless());
  }

  void encoded(Account account, org.springframework.security.crypto.password.PasswordEncoder encoder) {
    account.setPassword(encoder.encode("carpet5")); // want: hardcoded-password "setPassword is a literal password of 7 characters"
    account.setPassword(encoder.encode(account.given()));
    String jwtSecret = java.util.Base64.getEncoder().encodeToString("carpet4".getBytes()); // want: hardcoded-password "jwtSecret"
    String link = encoder.encode("carpet3");
  }

  private static String endless() {
    return endless();
  }
}
