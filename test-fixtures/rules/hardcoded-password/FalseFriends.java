package app;

import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** The word is in the name, and the thing is another one. Reported here: nothing at all. */
class FalseFriends {
  static final String OTHER_PASSWORD = "wool9!"; // want: hardcoded-password "OTHER_PASSWORD"
  static final String PASSWORD_FIELD = "user_pw1";
  static final String PASSWORD_LABEL = "Passwort:";
  static final String PASSWORD_REGEX = "^(?=.*[A-Z])(?=.*\\d).{8,}$";
  static final String PASSWORD_PATTERN = "[A-Za-z0-9]{8,}";
  static final String PASSWORD_URL = "/account/password";
  static final String PASSWORD_PARAM = "j_pw1";
  static final String PASSWORD_HEADER = "X-Auth-Pw1";
  static final String PASSWORD_KEY = "db.pw1";
  static final String PASSWORD_COLUMN = "pw1";
  static final String PASSWORD_MESSAGE = "too-short";
  static final String PASSWORD_SALT = "pepper-17";
  static final String PASSWORD_RESET_TEMPLATE = "mail/reset-1";
  static final String RESET_PASSWORD = "reset-pw-1";
  static final String INVALID_PASSWORD = "auth.invalid1";
  static final String ERROR_PASSWORD = "E1017";
  static final String GRANT_TYPE_PASSWORD = "urn-pw1";
  static final String PASSWORD_GRANT = "urn-pw1";
  static final String SECRET_NAME = "prod/db1";
  static final String SECRET_ARN = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db1";
  // The constant is the key under which the secret is found.
  static final String PASSWORD = "password";
  static final String CLIENT_SECRET = "client_secret";
  static final String CLIENT_SECRET_POST = "client_secret_post";
  static final String JDBC_PASSWORD = "jdbc.user.password";
  static final String DATASOURCE_PASSWORD = "spring.datasource.password";
  static final String DB_PASSWORD = "DB_PASSWORD";
  static final String USER_PASSWORD = "userPassword";
  static final String INPUT_TYPE_PASSWORD = "input7";
  static final String CHANGE_PASSWORD = "/change7";

  String passwordEncoderId = "bcrypt10";
  String passwordHash = "$2a$10$abcdefghijklmnopqrstuv";
  String passwordHash2 = "5f4dcc3b5aa765d61d8327deb882cf99";
  int passwordLength = 12;
  boolean passwordRequired = true;
  Pattern password = Pattern.compile("[a-z]+9");

  String label(ResourceBundle texts) {
    return texts.getString("password");
  }
}
