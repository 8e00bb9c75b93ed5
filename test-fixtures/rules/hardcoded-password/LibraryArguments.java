package app;

import com.rabbitmq.client.ConnectionFactory;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.InputStream;
import java.net.PasswordAuthentication;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Hashtable;
import java.util.Properties;
import javax.crypto.spec.PBEKeySpec;
import javax.naming.Context;
import javax.sql.DataSource;
import org.apache.commons.net.ftp.FTPClient;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.http.HttpHeaders;
import redis.clients.jedis.Jedis;

class LibraryArguments {
  Connection connect(String url, String secret) throws Exception {
    DriverManager.getConnection(url, "app", secret);
    DriverManager.getConnection(url);
    DriverManager.getConnection(url, "app", System.getenv("DB_PW"));
    return DriverManager.getConnection(url, "app", "tiger7"); // want: hardcoded-password "given to DriverManager.getConnection is a literal of 6 characters"
  }

  HikariDataSource pool(Settings settings) {
    HikariConfig config = new HikariConfig();
    config.setUsername("app");
    config.setPassword("Blue-Kettle-7"); // want: hardcoded-password "given to HikariConfig.setPassword is a literal of 13 characters"
    HikariDataSource source = new HikariDataSource(config);
    source.setPassword(settings.dbPassword());
    source.setPassword("${DB_PASSWORD}");
    source.setPassword("");
    return source;
  }

  DataSource built() {
    return DataSourceBuilder.create()
        .url("jdbc:postgresql://db.internal/app")
        .username("app")
        .password("Wool9carpet") // want: hardcoded-password "DataSourceBuilder.password"
        .build();
  }

  void keys(InputStream in, char[] given) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(in, "kettle".toCharArray()); // want: hardcoded-password "KeyStore.load is a literal of 6 characters"
    store.load(in, given);
    store.load(null, null);
    // The JDK's own trust store opens with this word everywhere.
    store.load(in, "changeit".toCharArray());
    new PBEKeySpec("wool-carpet".toCharArray()); // want: hardcoded-password "new PBEKeySpec"
    new PBEKeySpec(given);
  }

  void services(Settings settings) throws Exception {
    new PasswordAuthentication("proxy", "pr0xy!".toCharArray()); // want: hardcoded-password "new PasswordAuthentication"
    new ConnectionFactory().setPassword("rabbit-hole-3"); // want: hardcoded-password "ConnectionFactory.setPassword"
    new FTPClient().login("ftp", "ftp4you"); // want: hardcoded-password "FTPClient.login"
    new FTPClient().login("ftp", settings.ftpPassword());
    new Jedis("cache").auth("redis-pw-1"); // want: hardcoded-password "Jedis.auth"
    HttpHeaders headers = new HttpHeaders();
    headers.setBasicAuth("svc", "svc-pw-12"); // want: hardcoded-password "HttpHeaders.setBasicAuth"
    headers.setBasicAuth("svc", settings.svc());
    headers.set("X-Request-Source", "svc-pw-12x");
  }

  void directory() {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.SECURITY_PRINCIPAL, "cn=admin");
    environment.put(Context.SECURITY_CREDENTIALS, "ldap-Pw-1"); // want: hardcoded-password "Hashtable.put"
    environment.put(Context.PROVIDER_URL, "ldap://directory.internal");
    Properties properties = new Properties();
    properties.setProperty("user", "app");
    properties.setProperty("password", "Wool-9-carpet"); // want: hardcoded-password "password is a literal password of 13 characters"
    properties.setProperty("password.policy", "Wool-9-carpet");
  }
}
