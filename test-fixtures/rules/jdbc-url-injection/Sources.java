package app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import lombok.Data;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Sources {
  private static final Map<String, String> HOSTS = Map.of("eu", "db1.internal");
  private static final Pattern NAME = Pattern.compile("[a-z_]{1,32}");

  @Value("${db.url}")
  private String configured;

  @Data
  static class Target {
    private String host;
    private int port;
    private String database;
  }

  enum Database {
    APP,
    AUDIT
  }

  @PostMapping("/whole")
  boolean whole(@RequestParam String url) throws SQLException { // step: jdbc-url-injection 1
    // want: jdbc-url-injection "parameter url reaches DriverManager.getConnection and chooses the database"
    try (Connection connection = DriverManager.getConnection(url, "app", "")) { // step: jdbc-url-injection 2
      return connection.isValid(1);
    }
  }

  @PostMapping("/host")
  DataSource host(@RequestBody Target target) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:mysql://" + target.getHost() + ":" + target.getPort() + "/app"); // want: jdbc-url-injection "setJdbcUrl and chooses the database"
    return new HikariDataSource(config);
  }

  @PostMapping("/name")
  DataSource name(@RequestBody Target target) {
    return DataSourceBuilder.create()
        .url("jdbc:h2:tcp://db.internal/" + target.getDatabase()) // want: jdbc-url-injection "url as part of a database URL"
        .build();
  }

  @PostMapping("/memory")
  Connection memory(@RequestParam String name) throws SQLException {
    return DriverManager.getConnection("jdbc:h2:mem:" + name); // want: jdbc-url-injection "getConnection"
  }

  // ---- safe ones

  @PostMapping("/mapped")
  Connection mapped(@RequestParam String region) throws SQLException {
    return DriverManager.getConnection("jdbc:postgresql://" + HOSTS.get(region) + "/app");
  }

  @PostMapping("/configured")
  Connection configured(@RequestParam String user, @RequestParam String password)
      throws SQLException {
    return DriverManager.getConnection(configured, user, password);
  }

  @PostMapping("/matched")
  Connection matched(@RequestParam String name) throws SQLException {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(name);
    }
    return DriverManager.getConnection("jdbc:postgresql://db.internal/" + name);
  }

  @GetMapping("/enum/{shard}")
  Connection chosen(@RequestParam Database database, @PathVariable int shard) throws SQLException {
    return DriverManager.getConnection("jdbc:mysql://db" + shard + ".internal/" + database);
  }
}
