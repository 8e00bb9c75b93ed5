package app;

import java.util.Map;

class Names {
  static final String DB_PASSWORD = "Wool9carpet"; // want: hardcoded-password "DB_PASSWORD is a literal password of 11 characters"
  private String keystorePassphrase = "blue kettle"; // gap: hardcoded-password a passphrase with spaces cannot be told from a message
  private String clientSecret = "kettle-4711"; // want: hardcoded-password "clientSecret is a literal secret"
  String smtpPwd = "mail4you"; // want: hardcoded-password "smtpPwd"
  String userpassword = "wool9"; // want: hardcoded-password "userpassword"
  String dbPass = "wool9"; // want: hardcoded-password "dbPass"
  String secretValue = "wool9!"; // want: hardcoded-password "secretValue is a literal secret"
  String PASSWORD_ADMIN = "Wool#9carpet"; // want: hardcoded-password "PASSWORD_ADMIN"
  String PASSWORD_ARTICLE = "article";
  String password;
  String bypass = "wool9";
  String compass = "north7";
  String passport = "C01X00T47";
  String boardingPass = "LH400-12A";

  void local(Account account, Map<String, Object> settings) {
    String pw = "not-by-name-1";
    String password = "wool9!"; // want: hardcoded-password "password is a literal password of 6 characters"
    account.setPassword("wool9!"); // want: hardcoded-password "setPassword"
    account.setPassword(password);
    account.setPasswordHint("my first cat");
    account.withDbPassword("wool9!"); // want: hardcoded-password "withDbPassword"
    account.resetPassword("wool9!");
    account.password("wool9!"); // want: hardcoded-password "password"
    this.password = "wool9!"; // want: hardcoded-password "password"
    settings.put("spring.datasource.password", "wool9!"); // want: hardcoded-password "spring.datasource.password"
    settings.put("spring.datasource.username", "wool9!");
    settings.put("password", readFromVault());
    Map.of("user", "app", "password", "wool9!"); // want: hardcoded-password "password"
    Map.of("user", "app", "name", "wool9!");
    login("app", "wool9!"); // want: hardcoded-password "password"
    login("app", settings.get("password").toString());
    new Account("app", "wool9!"); // want: hardcoded-password "secret"
    new Account("app", settings.toString());
  }

  void login(String user, String password) {}

  String readFromVault() {
    return "";
  }

  static class Account {
    Account(String name, String secret) {}

    Account password(String value) {
      return this;
    }
  }
}
