package app;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.HttpClients;
import org.jsoup.Jsoup;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
class Clients {
  private static final Set<String> HOSTS = Set.of("api.example.org", "cdn.example.org");
  private static final Map<String, String> SERVICES = Map.of("users", "https://users.internal/");
  private static final String BASE = "https://api.example.org";
  private static final String BASE_WITH_SLASH = "https://api.example.org/v1/";

  @Value("${users.url}")
  private String configured;

  private final RestTemplate rest = new RestTemplate();
  private final WebClient web = WebClient.create("https://api.example.org");

  record Hook(String url, String secret) {}

  @GetMapping("/preview")
  String whole(@RequestParam String url) { // step: ssrf 1
    // want: ssrf "parameter url reaches RestTemplate.getForObject and chooses the server"
    return rest.getForObject(url, String.class); // step: ssrf 2
  }

  @GetMapping("/open")
  void opened(@RequestParam String url) throws IOException {
    URL target = new URL(url);
    HttpURLConnection connection = (HttpURLConnection) target.openConnection(); // want: ssrf "openConnection"
    connection.getInputStream().close();
  }

  @GetMapping("/stream")
  byte[] stream(@RequestParam String url) throws IOException {
    return new URL(url).openStream().readAllBytes(); // want: ssrf "openStream"
  }

  @GetMapping("/java")
  String java(@RequestParam String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build(); // want: ssrf "newBuilder"
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @GetMapping("/apache")
  void apache(@RequestParam String url) throws IOException {
    HttpClients.createDefault().execute(new HttpGet(url)); // want: ssrf "new HttpGet"
  }

  @GetMapping("/okhttp")
  void okhttp(@RequestParam String url) throws IOException {
    Request request = new Request.Builder().url(url).build(); // want: ssrf "Builder.url"
    new OkHttpClient().newCall(request).execute();
  }

  @GetMapping("/jsoup")
  String jsoup(@RequestParam String url) throws IOException {
    return Jsoup.connect(url).get().title(); // want: ssrf "Jsoup.connect"
  }

  @PostMapping("/hook")
  void hook(@RequestBody Hook hook) {
    rest.postForLocation(hook.url(), hook.secret()); // want: ssrf "postForLocation"
  }

  @GetMapping("/host")
  String host(@RequestParam String host) {
    return rest.getForObject("https://" + host + "/status", String.class); // want: ssrf "getForObject"
  }

  @GetMapping("/subdomain")
  String subdomain(@RequestParam String tenant) {
    String url = String.format("https://%s.example.org/status", tenant);
    return rest.getForObject(url, String.class); // want: ssrf "getForObject"
  }

  @GetMapping("/prefix")
  String prefix(@RequestParam String path) {
    // @evil.org or .evil.org behind the host makes another one of it.
    return rest.getForObject(BASE + path, String.class); // want: ssrf "getForObject"
  }

  @GetMapping("/port")
  String port(@RequestParam String port) {
    return rest.getForObject("http://localhost:" + port + "/x", String.class); // want: ssrf "getForObject"
  }

  @GetMapping("/socket")
  void socket(@RequestParam String host) throws IOException {
    new Socket(host, 25).close(); // want: ssrf "new Socket"
  }

  @GetMapping("/webclient")
  void webclient(@RequestParam String url) {
    WebClient.create(url).get().retrieve(); // want: ssrf "WebClient.create"
  }

  @GetMapping("/startsWith")
  String startChecked(@RequestParam String url) {
    if (!url.startsWith("https://api.example.org")) {
      throw new IllegalArgumentException(url);
    }
    return rest.getForObject(url, String.class); // want: ssrf "getForObject"
  }

  @GetMapping("/path")
  String path(@RequestParam String name) {
    return rest.getForObject(BASE + "/users/" + name, String.class);
  }

  @GetMapping("/path/slash")
  String pathBehindSlash(@RequestParam String name) {
    return rest.getForObject(BASE_WITH_SLASH + name, String.class);
  }

  @GetMapping("/query")
  String query(@RequestParam String name) throws IOException {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return rest.getForObject("https://api.example.org?name=" + encoded, String.class);
  }

  @GetMapping("/configured")
  String configured(@RequestParam String name) {
    return rest.getForObject(configured + "/users/" + name, String.class);
  }

  @GetMapping("/template")
  String template(@RequestParam String name) {
    return rest.getForObject("https://api.example.org/users/{name}", String.class, name);
  }

  @GetMapping("/webclient/path")
  void relative(@RequestParam String name) {
    web.get().uri("/users/{name}", name).retrieve();
    web.get().uri(builder -> builder.path("/users").queryParam("name", name).build()).retrieve();
  }

  @GetMapping("/builder")
  String builder(@RequestParam String name) {
    URI uri = UriComponentsBuilder.fromHttpUrl(BASE).path("/users").queryParam("name", name).build().toUri();
    return rest.getForObject(uri, String.class);
  }

  @GetMapping("/allowed")
  String allowed(@RequestParam String url) {
    URI uri = URI.create(url);
    if (!"https".equals(uri.getScheme()) || !HOSTS.contains(uri.getHost())) {
      throw new IllegalArgumentException(url);
    }
    return rest.getForObject(uri, String.class);
  }

  @GetMapping("/allowed/host")
  String allowedHost(@RequestParam String host) {
    if (!HOSTS.contains(host)) {
      throw new IllegalArgumentException(host);
    }
    return rest.getForObject("https://" + host + "/status", String.class);
  }

  @GetMapping("/allowed/equals")
  String allowedEquals(@RequestParam String url) {
    URI uri = URI.create(url);
    if (uri.getHost().equals("api.example.org")) {
      return rest.getForObject(uri, String.class);
    }
    return "";
  }

  @GetMapping("/startsWith/slash")
  String startCheckedWithSlash(@RequestParam String url) {
    if (!url.startsWith("https://api.example.org/")) {
      throw new IllegalArgumentException(url);
    }
    return rest.getForObject(url, String.class);
  }

  @GetMapping("/chosen")
  String chosen(@RequestParam String service) {
    return rest.getForObject(SERVICES.get(service), String.class);
  }

  @GetMapping("/based")
  String basedOnList(@RequestParam String service, @RequestParam String name) {
    String base = SERVICES.get(service);
    if (base == null || !name.matches("[a-z0-9]+")) {
      throw new IllegalArgumentException(service);
    }
    return rest.getForObject(base + name, String.class);
  }

  @GetMapping("/number/{id}")
  String number(@PathVariable long id, @RequestParam int shard) {
    return rest.getForObject("https://shard" + shard + ".example.org/" + id, String.class);
  }

  @PostMapping("/body")
  void body(@RequestBody String body) {
    rest.postForObject("https://api.example.org/notes", body, String.class);
  }

  @GetMapping("/resolved")
  String resolved(@RequestParam String host) throws IOException {
    return InetAddress.getByName(host).getHostName();
  }

  @GetMapping("/status")
  String oneAddress(@RequestParam String url) throws IOException {
    if (url.matches("https://status\\.example\\.org")) {
      new URL(url).openStream().close();
    }
    if (url.matches("https://status\\.example\\.org.*")) {
      new URL(url).openStream().close(); // want: ssrf "openStream"
    }
    return "";
  }

  @GetMapping("/domain")
  String domain(@RequestParam String url) throws IOException {
    if (URI.create(url).getHost().endsWith(".example.org")) {
      return rest.getForObject(url, String.class);
    }
    if (new URL(url).getHost().endsWith(".example.org")) {
      new URL(url).openStream().close();
    }
    if (URI.create(url).getHost().endsWith("example.org")) {
      return rest.getForObject(url, String.class); // want: ssrf "getForObject"
    }
    return "";
  }

  @GetMapping("/channels")
  void channels(@RequestParam String host, @RequestParam int port) throws Exception {
    SocketChannel.open(new InetSocketAddress(host, 80)).close(); // want: ssrf "SocketChannel.open"
    SocketChannel.open(new InetSocketAddress("cache.internal", port)).close();
  }

  @GetMapping("/channels/later")
  void later(@RequestParam String host) throws Exception {
    AsynchronousSocketChannel channel = AsynchronousSocketChannel.open();
    Future<Void> done = channel.connect(new InetSocketAddress(host, 80)); // want: ssrf "connect"
    done.get();
  }

  @GetMapping("/old")
  void older(@RequestParam String url) throws IOException {
    com.squareup.okhttp.Request request = new com.squareup.okhttp.Request.Builder().url(url).build(); // want: ssrf "url"
    new com.squareup.okhttp.OkHttpClient().newCall(request).execute();
  }
}
