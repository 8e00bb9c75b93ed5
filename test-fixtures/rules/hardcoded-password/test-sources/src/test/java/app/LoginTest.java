package app;

import java.sql.DriverManager;

/** What a test sets up for itself opens nothing; a text that looks made by a machine may. */
class LoginTest {
  private static final String PASSWORD = "test1234";
  private static final String STAGING_PASSWORD = "x7Qm-2vKp9!tRw"; // want: hardcoded-password "STAGING_PASSWORD"

  private static final String RIGHT = "bq5mhTkyDYpRs4wx";

  Object wrong() {
    return java.util.Map.of("user", "jo", "password", RIGHT + "wrong"); // noise: hardcoded-password a wrong password, made of the right one
  }

  void logsIn(Client client) throws Exception {
    client.login("admin", "admin");
    client.setPassword("secret1");
    String password = "wrong-password";
    DriverManager.getConnection("jdbc:h2:mem:test", "sa", "sa");
    assert "letmein".equals(client.password());
  }
}
