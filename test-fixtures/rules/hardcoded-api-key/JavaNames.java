package app;

import com.amazonaws.auth.BasicAWSCredentials;
import com.qiniu.util.Auth;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;

/** Every value here is invented. */
class JavaNames {
  static final String API_KEY = "q7Zt3Xw9Kd2Vb8Lm5Rn1"; // want: hardcoded-api-key "API_KEY is a literal key of 20 characters"
  private String accessToken = "9f2c4b7ad1e84f06b3c5a9d27e61f08c"; // want: hardcoded-api-key "accessToken is a literal token of 32 characters"
  private final String signingKey = "Zk8/x2Qw7+Lm4vRt9Yb3Hs6d"; // want: hardcoded-api-key "signingKey"

  @Value("${payment.api-key}")
  private String apiKey;

  // Names of headers, properties and fields.
  static final String API_KEY_HEADER = "X-Partner-Api-Key-2";
  static final String X_API_KEY = "x-partner-api-key-2";
  static final String ACCESS_TOKEN = "partner.oauth2.access-token";
  static final String TOKEN_URL = "https://login.internal/oauth2/token";
  static final String REFRESH_TOKEN = "refresh_token_v2_1234";
  // Not secret, or not random.
  static final String PUBLIC_KEY = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE3n1dYc5E";
  static final String CACHE_KEY = "9f2c4b7ad1e84f06b3c5a9d27e61f08c";
  static final String PRIMARY_KEY = "q7Zt3Xw9Kd2Vb8Lm5Rn1";
  static final String NEXT_PAGE_TOKEN = "q7Zt3Xw9Kd2Vb8Lm5Rn1";
  static final String CLIENT_ID = "q7Zt3Xw9Kd2Vb8Lm5Rn1";
  static final String FILE_CHECKSUM = "9f2c4b7ad1e84f06b3c5a9d27e61f08c";
  static final String TENANT_KEY = "0f8fad5b-d9cb-469f-a165-70867728950e";
  static final String APP_KEY = "0f8fad5b-d9cb-469f-a165-70867728950e";
  static final String SECRET_KEY = "your-secret-key-12345678";
  static final String AUTH_KEY = "example-q7Zt3Xw9Kd2Vb8Lm";
  static final String MASTER_KEY = "00000000000000000000000000000000";
  static final String SERVICE_KEY = "customerOrderService2024";
  static final String ACCESS_KEY = "${ACCESS_KEY:}";
  static final String USER_TOKEN = "short7Zt3";
  static final String PHONE_TOKEN = "+49-30-901820-1234";

  void calls(Client client, Map<String, String> settings, String given) {
    client.setApiKey("q7Zt3Xw9Kd2Vb8Lm5Rn2"); // want: hardcoded-api-key "setApiKey"
    client.setApiKey(given);
    client.setApiKey(settings.get("api-key"));
    settings.put("partner.api-key", "q7Zt3Xw9Kd2Vb8Lm5Rn3"); // want: hardcoded-api-key "partner.api-key"
    settings.put("partner.name", "q7Zt3Xw9Kd2Vb8Lm5Rn3");
    send("hello", "q7Zt3Xw9Kd2Vb8Lm5Rn4"); // want: hardcoded-api-key "apiToken"
    send("hello", given);
    new BasicAWSCredentials("invented-id", "invented-4711"); // want: hardcoded-api-key "new BasicAWSCredentials is a literal key of 13 characters"
    new BasicAWSCredentials(given, settings.get("aws"));
    Auth.create(given, "your-secret-key");
  }

  void send(String text, String apiToken) {}
}
