package app;

import javax.annotation.sql.DataSourceDefinition;
import lombok.Builder;
import lombok.Data;
import org.springframework.beans.factory.annotation.Value;

/** Lombok, records, enums, interfaces and annotations. */
@DataSourceDefinition(
    name = "java:app/db",
    className = "org.postgresql.ds.PGSimpleDataSource",
    user = "app",
    password = "wool9!") // want: hardcoded-password "password is a literal password of 6 characters"
class Declarations {

  @Data
  @Builder
  static class Options {
    private String user;
    @Builder.Default private String password = "carpet8"; // want: hardcoded-password "password"
    @Builder.Default private int passwordLength = 12;

    @Value("${app.password}")
    private String appPassword;
  }

  record Login(String user, String password) {
    static Login standard() {
      return new Login("app", "kettle3"); // want: hardcoded-password "password"
    }

    static Login of(String user, String given) {
      return new Login(user, given);
    }
  }

  enum Stage {
    TEST("http://test.internal", "stage-7x"), // want: hardcoded-password "password"
    PROD("http://prod.internal", null);

    private final String url;
    private final String password;

    Stage(String url, String password) {
      this.url = url;
      this.password = password;
    }
  }

  interface Defaults {
    String USER = "app";
    String PASSWORD = "kettle4"; // want: hardcoded-password "PASSWORD"
  }

  static class Service implements java.security.Principal {
    public String getName() {
      return "svc";
    }

    public String getPassword() {
      return "kettle5"; // want: hardcoded-password "getPassword"
    }

    public String getPasswordHint() {
      return "kettle";
    }
  }

  Options options() {
    return Options.builder().user("app").password("kettle6").build(); // want: hardcoded-password "password"
  }

  Options given(String password) {
    return Options.builder().user("app").password(password).build();
  }
}
