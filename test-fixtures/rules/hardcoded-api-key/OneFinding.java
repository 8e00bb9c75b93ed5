package app;

/** A key in a known format is told once, by this rule, whatever the variable is called. */
class OneFinding {
  // want: hardcoded-api-key "Private key block… (91 characters)"
  static final String PASSWORD = "-----BEGIN PRIVATE KEY-----\nq7Zt3Xw9Kd2Vb8Lm5Rn1Yc4Hs6Gj0PfTu2WxZa9Qe5Vi8Bo3Nk7M\n-----END PRIVATE KEY-----";
  static final String HEADER = "-----BEGIN PRIVATE KEY-----";
  static final String FOOTER = "-----END PRIVATE KEY-----";
  static final String PEM_START = "-----BEGIN RSA PRIVATE KEY-----\n";
  static final String ELLIPSIS = "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----";
  static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----\nq7Zt3Xw9Kd2Vb8Lm5Rn1Yc4Hs6Gj0PfTu2WxZa9Qe5Vi8Bo3Nk7M\n-----END CERTIFICATE-----";

  String read(String pem) {
    return pem.replace("-----BEGIN PRIVATE KEY-----", "").replace("-----END PRIVATE KEY-----", "");
  }
}
