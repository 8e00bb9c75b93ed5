package app;

class ClientTest {
  static final String API_KEY = "test-api-key";
  static final String ACCESS_TOKEN = "token-1234567890";
  static final String SECRET_KEY = "q7Zt3Xw9Kd2Vb8Lm5Rn1"; // want: hardcoded-api-key "SECRET_KEY"
}
