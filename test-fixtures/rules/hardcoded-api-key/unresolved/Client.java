package app;

import com.unknown.client.*;

class Client {
  void connect(UnknownClient client, UnknownCredentials credentials) {
    client.setAccessToken("q7Zt3Xw9Kd2Vb8Lm5Rn1"); // want: hardcoded-api-key "setAccessToken"
    client.connect("q7Zt3Xw9Kd2Vb8Lm5Rn1");
    client.setRegion("q7Zt3Xw9Kd2Vb8Lm5Rn1");
    new UnknownKeyCredential("q7Zt3Xw9Kd2Vb8Lm5Rn1");
  }
}
