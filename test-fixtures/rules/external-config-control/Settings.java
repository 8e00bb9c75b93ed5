package app;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Settings {
  private static final Map<String, String> SCHEMAS = Map.of("acme", "t_acme");
  private static final Set<String> ZONES = Set.of("UTC", "CET");

  private final DataSource source;

  Settings(DataSource source) {
    this.source = source;
  }

  record Setting(String name, String value) {}

  enum Region {
    EU,
    US
  }

  @PostMapping("/value")
  void value(@RequestParam String proxy) { // step: external-config-control 1
    // want: external-config-control "parameter proxy reaches System.setProperty as a property of the system"
    System.setProperty("https.proxyHost", proxy); // step: external-config-control 2
  }

  @PostMapping("/name")
  void name(@RequestBody Setting setting) {
    System.setProperty(setting.name(), "on"); // want: external-config-control "names a property of the system"
  }

  @PostMapping("/schema")
  void schema(@RequestHeader("X-Tenant") String tenant) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setSchema("t_" + tenant); // want: external-config-control "chooses the schema of the connection"
    }
  }

  @PostMapping("/catalog")
  void catalog(@RequestParam String database) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setCatalog(database); // want: external-config-control "chooses the catalog of the connection"
    }
  }

  // ---- safe ones

  @PostMapping("/mapped")
  void mapped(@RequestHeader("X-Tenant") String tenant) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setSchema(SCHEMAS.getOrDefault(tenant, "t_none"));
    }
  }

  @PostMapping("/number")
  void number(@RequestParam int port, @RequestParam Region region, @RequestParam boolean debug) {
    System.setProperty("http.proxyPort", String.valueOf(port));
    System.setProperty("app.region", region.name());
    System.setProperty("app.debug", Boolean.toString(debug));
  }

  @PostMapping("/zone")
  void zone(@RequestParam String zone) {
    if (ZONES.contains(zone)) {
      System.setProperty("user.timezone", zone);
    }
  }

  @PostMapping("/own")
  void own(@RequestBody Setting setting, Map<String, String> settings) {
    settings.put(setting.name(), setting.value());
    System.setProperty("java.awt.headless", "true");
  }
}
