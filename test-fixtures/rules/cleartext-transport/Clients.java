package app;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.sql.DriverManager;
import okhttp3.Request;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;

class Clients {
  private static final String BASE = "http://api.partner.com/v1";
  private static final String SECURE = "https://api.partner.com/v1";
  private static final String NAMESPACE = "http://www.w3.org/2001/XMLSchema";
  private final RestTemplate rest = new RestTemplate();

  void spring(String id, String host, String configured) {
    rest.getForObject("http://api.partner.com/rates", String.class); // want: cleartext-transport "RestTemplate.getForObject speaks http to api.partner.com in clear text"
    rest.getForObject(BASE + "/rates/" + id, String.class); // want: cleartext-transport "api.partner.com"
    rest.getForObject(String.format("http://api.partner.com/rates/%s", id), String.class); // want: cleartext-transport "api.partner.com"
    String url = UriComponentsBuilder.fromHttpUrl(BASE).queryParam("id", id).toUriString();
    rest.getForObject(url, String.class); // want: cleartext-transport "api.partner.com"
    rest.getForObject(SECURE + "/rates/" + id, String.class);
    rest.getForObject("http://localhost:8080/rates", String.class);
    rest.getForObject("http://127.0.0.1/rates", String.class);
    rest.getForObject("http://rates-service/rates", String.class);
    rest.getForObject("http://rates.default.svc.cluster.local/rates", String.class);
    rest.getForObject("http://192.168.1.7/rates", String.class);
    rest.getForObject("http://" + host + "/rates", String.class);
    rest.getForObject(configured + "/rates", String.class);
    rest.getForObject(id, String.class);
  }

  void others(String id) throws Exception {
    WebClient.create("http://api.partner.com"); // want: cleartext-transport "WebClient.create speaks http"
    HttpRequest.newBuilder(URI.create("http://api.partner.com/" + id)); // want: cleartext-transport "api.partner.com"
    new URL("http://api.partner.com/x").openConnection(); // want: cleartext-transport "URL.openConnection speaks http"
    new Request.Builder().url("ws://stream.partner.com/x").build(); // want: cleartext-transport "ws to stream.partner.com"
    new Request.Builder().url("wss://stream.partner.com/x").build();
    HttpRequest.newBuilder(URI.create("https://api.partner.com/" + id));
    System.out.println(NAMESPACE + "http://api.partner.com");
  }

  void databases(String password) throws Exception {
    DriverManager.getConnection("jdbc:mysql://db.partner.com:3306/shop?useSSL=false", "shop", password); // want: cleartext-transport "useSSL=false to db.partner.com"
    DriverManager.getConnection("jdbc:postgresql://db.partner.com/shop?sslmode=disable", "shop", password); // want: cleartext-transport "sslmode=disable"
    DriverManager.getConnection("jdbc:mysql://localhost:3306/shop?useSSL=false", "shop", password);
    DriverManager.getConnection("jdbc:mysql://mysql:3306/shop?useSSL=false", "shop", password);
    DriverManager.getConnection("jdbc:postgresql://db.partner.com/shop?sslmode=verify-full", "shop", password);
  }
}

@FeignClient(name = "rates", url = "http://api.partner.com")
interface OpenRates { // want: cleartext-transport "OpenRates speaks http to api.partner.com in clear text"
  String rates();
}

@FeignClient(name = "rates", url = "https://api.partner.com")
interface SecureRates {
  String rates();
}

@FeignClient(name = "rates", url = "${rates.url}")
interface ConfiguredRates {
  String rates();
}
