package dev.plumbline.analyzer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What could be a credential is never shown; what tells of the architecture is. */
class ShownValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spring.datasource.password|root",
        "spring.datasource.password|123456",
        "spring.datasource.username|root",
        "spring.datasource.password|${DB_PASSWORD:root}",
        "mail.smtp.passwd|x",
        "app.dbPassword|hunter2",
        "jwt.secret|mall-admin-secret",
        "app.secrets.orders|tulip",
        "app.tokens[0]|tulip",
        "aliyun.oss.accessKeyId|test",
        "weixin.app-key|tulip",
        "app.signingKeyId|1",
        "MAIL_PASS|tulip",
        "spring.datasource.url|jdbc:mysql://root:tulip@db/orders",
        "spring.datasource.url|jdbc:mysql://db/orders?user=root&password=tulip",
        "spring.data.mongodb.uri|mongodb://root:tulip@db:27017",
        "storage.connection|DefaultEndpointsProtocol=https;AccountKey=tulip",
        "remote.header|Bearer tulip",
        "remote.header|Basic cm9vdDp0dWxpcA==",
        "app.client|AKIA1234567890ABCDEF",
        "app.client|0f8fad5b-d9cb-469f-a165-70867728950e",
        "app.client|9c1185a5c5e9fc54612808977ee8f548b2258d31",
        "app.text|-----BEGIN PRIVATE KEY-----",
        "app.options|-Dredis.password=tulip",
      })
  void hidden(String key, String value) {
    assertThat(ShownValue.of(key, value)).isEqualTo("***");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "server.port|8080",
        "spring.datasource.url|jdbc:mysql://localhost:3306/orders?useUnicode=true&characterEncoding=utf-8&serverTimezone=Asia/Shanghai",
        "spring.datasource.driver-class-name|com.mysql.cj.jdbc.Driver",
        "spring.datasource.password|${DB_PASSWORD}",
        "spring.jpa.open-in-view|false",
        "jwt.expiration|604800",
        "security.token.validity-seconds|86400s",
        "app.token.enabled|true",
        "orders.topic|orders-created-v2",
        "payment.url|https://payment.example.org/api/v1/charges",
        "server.ssl.ciphers[0]|TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "jobs.cleanup|0 0 3 * * ?",
        "management.endpoints.web.exposure.include|health,info",
      })
  void shown(String key, String value) {
    assertThat(ShownValue.of(key, value)).isEqualTo(value);
  }
}
