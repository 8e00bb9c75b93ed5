package app;

import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.vertx.core.net.NetClientOptions;
import java.util.Properties;
import javax.net.ssl.TrustManagerFactory;
import okhttp3.OkHttpClient;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.conn.ssl.TrustAllStrategy;
import org.apache.http.conn.ssl.TrustSelfSignedStrategy;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.ssl.SSLContextBuilder;

class Clients {
  void apache() throws Exception {
    HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build(); // want: tls-validation-disabled "NoopHostnameVerifier accepts every host name"
    HttpClients.custom().setSSLHostnameVerifier(new NoopHostnameVerifier()).build(); // want: tls-validation-disabled "every host name"
    SSLContextBuilder.create().loadTrustMaterial(TrustAllStrategy.INSTANCE).build(); // want: tls-validation-disabled "TrustAllStrategy accepts every certificate"
    SSLContextBuilder.create().loadTrustMaterial(new TrustSelfSignedStrategy()).build(); // want: tls-validation-disabled "every certificate that signs itself"
    SSLContextBuilder.create().loadTrustMaterial((chain, type) -> true).build(); // want: tls-validation-disabled "every certificate"
    SSLContextBuilder.create().loadTrustMaterial((chain, type) -> chain.length == 1).build();
    HttpClients.custom().build();
    HttpClients.createDefault();
  }

  void netty(TrustManagerFactory own) throws Exception {
    SslContextBuilder.forClient().trustManager(InsecureTrustManagerFactory.INSTANCE).build(); // want: tls-validation-disabled "InsecureTrustManagerFactory accepts every certificate"
    SslContextBuilder.forClient().trustManager(own).build();
  }

  void okhttp() {
    new OkHttpClient.Builder().hostnameVerifier((host, session) -> true).build(); // want: tls-validation-disabled "every host name"
    new OkHttpClient.Builder().hostnameVerifier((host, session) -> host.equals("a")).build();
  }

  void vertx() {
    new NetClientOptions().setTrustAll(true); // want: tls-validation-disabled "accepts every server"
    new NetClientOptions().setTrustAll(false);
    new NetClientOptions().setSsl(true);
  }

  void asked(NetClientOptions options, boolean trustAll, Own own) {
    if (trustAll) {
      options.setTrustAll(true); // want: tls-validation-disabled "accepts every server where the configuration says so"
    }
    own.trustAll(true);
  }

  static final class Own {
    private boolean all;

    void trustAll(boolean all) {
      this.all = all;
    }
  }

  void mail(Properties properties, String host) {
    properties.put("mail.smtp.ssl.trust", "*"); // want: tls-validation-disabled "mail.smtp.ssl.trust=* accepts every server"
    properties.put("mail.smtp.ssl.trust", host);
    properties.put("mail.smtp.ssl.trust", "mail.example.org");
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
  }

  void system() {
    System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true"); // want: tls-validation-disabled "accepts every server"
    System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "false");
  }
}
