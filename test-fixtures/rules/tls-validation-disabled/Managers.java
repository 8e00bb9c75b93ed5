package app;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class AcceptsAll implements X509TrustManager {
  private static final Logger LOG = LoggerFactory.getLogger(AcceptsAll.class);

  public void checkClientTrusted(X509Certificate[] chain, String authType) {}

  public void checkServerTrusted(X509Certificate[] chain, String authType) { // want: tls-validation-disabled "AcceptsAll.checkServerTrusted accepts every certificate"
    LOG.debug("trusting {}", authType);
  }

  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}

class Delegates implements X509TrustManager {
  private final X509TrustManager behind;

  Delegates(X509TrustManager behind) {
    this.behind = behind;
  }

  public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
    behind.checkClientTrusted(chain, authType);
  }

  public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
    behind.checkServerTrusted(chain, authType);
  }

  public X509Certificate[] getAcceptedIssuers() {
    return behind.getAcceptedIssuers();
  }
}

class Pins implements X509TrustManager {
  private final String pin;

  Pins(String pin) {
    this.pin = pin;
  }

  public void checkClientTrusted(X509Certificate[] chain, String authType) {}

  public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
    if (!chain[0].getSerialNumber().toString().equals(pin)) {
      throw new CertificateException("another certificate");
    }
  }

  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}

class AnyName implements HostnameVerifier {
  public boolean verify(String host, SSLSession session) { // want: tls-validation-disabled "AnyName.verify accepts every host name"
    return true;
  }
}

class OneName implements HostnameVerifier {
  public boolean verify(String host, SSLSession session) {
    return host.equals("internal.example.org");
  }
}

class NoName implements HostnameVerifier {
  public boolean verify(String host, SSLSession session) {
    return false;
  }
}

class Anonymous {
  TrustManager[] all() {
    return new TrustManager[] {
      new X509TrustManager() {
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        public void checkServerTrusted(X509Certificate[] chain, String authType) {} // want: tls-validation-disabled "accepts every certificate"

        public X509Certificate[] getAcceptedIssuers() {
          return null;
        }
      }
    };
  }

  void verifier(HttpsURLConnection connection) {
    connection.setHostnameVerifier((host, session) -> true); // want: tls-validation-disabled "Anonymous.verifier accepts every host name"
    connection.setHostnameVerifier((host, session) -> host.endsWith(".example.org"));
    connection.setHostnameVerifier(HttpsURLConnection.getDefaultHostnameVerifier());
  }
}
