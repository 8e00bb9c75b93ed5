package app;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

class Versions {
  private static final String[] BOTH = {"TLSv1.2", "TLSv1.3"};

  void contexts() throws Exception {
    SSLContext.getInstance("SSL"); // want: weak-tls-version "SSLContext.getInstance allows SSL"
    SSLContext.getInstance("SSLv3"); // want: weak-tls-version "SSLv3"
    SSLContext.getInstance("TLSv1.1"); // want: weak-tls-version "TLSv1.1"
    SSLContext.getInstance("TLS");
    SSLContext.getInstance("TLSv1.2");
    SSLContext.getInstance("TLSv1.3", "BCJSSE");
    SSLContext.getDefault();
  }

  void sockets(SSLSocket socket) {
    socket.setEnabledProtocols(new String[] {"TLSv1", "TLSv1.2"}); // want: weak-tls-version "allows TLSv1"
    socket.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
    socket.setEnabledProtocols(BOTH);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3"});
    socket.setSSLParameters(parameters);
  }

  void properties() {
    System.setProperty("https.protocols", "TLSv1,TLSv1.2"); // want: weak-tls-version "allows TLSv1"
    System.setProperty("https.protocols", "TLSv1.2,TLSv1.3");
    System.setProperty("jdk.tls.client.protocols", "TLSv1.3");
  }
}
