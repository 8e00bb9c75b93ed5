package app;

import com.acme.text.Texts;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

@RestController
class Calls {
  private static final String BASE = "https://api.example.org";

  @Value("${users.url}")
  private String configured;

  private final RestTemplate rest = new RestTemplate();
  private final WebClient web = WebClient.create(BASE);

  enum Kind {
    SMALL,
    LARGE
  }

  @GetMapping("/query")
  String query(@RequestParam String name) { // step: url-parameter-injection 1
    // want: url-parameter-injection "parameter name reaches RestTemplate.getForObject in the path or query"
    return rest.getForObject(BASE + "/users?name=" + name, String.class);
  }

  @GetMapping("/path")
  String path(@RequestParam String name) {
    return rest.getForObject(BASE + "/users/" + name, String.class); // want: url-parameter-injection "getForObject"
  }

  @GetMapping("/configured")
  String configured(@RequestParam String name) {
    // want: url-parameter-injection "getForObject"
    return rest.getForObject(configured + "/users/" + name, String.class);
  }

  @GetMapping("/url")
  byte[] url(@RequestParam String name) throws IOException {
    return new URL(BASE + "/files/" + name).openStream().readAllBytes(); // want: url-parameter-injection "openStream"
  }

  @GetMapping("/request")
  HttpRequest request(@RequestParam String name) {
    URI uri = URI.create(String.format("%s/files?name=%s", BASE, name));
    return HttpRequest.newBuilder(uri).build(); // want: url-parameter-injection "newBuilder"
  }

  @GetMapping("/webclient")
  void webclient(@RequestParam String name) {
    web.get().uri("/users?name=" + name).retrieve(); // want: url-parameter-injection "uri"
  }

  @GetMapping("/unknown")
  String unknownStep(@RequestParam String name) {
    // want: url-parameter-injection "getForObject"
    return rest.getForObject(BASE + "/users/" + Texts.of(name), String.class);
  }

  @GetMapping("/encoded")
  String encoded(@RequestParam String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return rest.getForObject(BASE + "/users?name=" + encoded, String.class);
  }

  @GetMapping("/encoded/utils")
  String encodedByUtils(@RequestParam String name) {
    String encoded = UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
    return rest.getForObject(BASE + "/users/" + encoded, String.class);
  }

  @GetMapping("/template")
  String template(@RequestParam String name) {
    return rest.getForObject(BASE + "/users?name={name}", String.class, name);
  }

  @GetMapping("/builder")
  String builder(@RequestParam String name) {
    String url = UriComponentsBuilder.fromHttpUrl(BASE).queryParam("name", name).toUriString();
    return rest.getForObject(url, String.class);
  }

  @GetMapping("/webclient/template")
  void webclientTemplate(@RequestParam String name) {
    web.get().uri("/users/{name}", name).retrieve();
  }

  @GetMapping("/number/{id}")
  String number(@PathVariable long id, @RequestParam UUID key, @RequestParam Kind kind) {
    return rest.getForObject(BASE + "/users/" + id + "/" + key + "?kind=" + kind, String.class);
  }

  @GetMapping("/matched")
  String matched(@RequestParam String name) {
    if (!name.matches("[a-z0-9]+")) {
      throw new IllegalArgumentException(name);
    }
    return rest.getForObject(BASE + "/users/" + name, String.class);
  }

  @GetMapping("/fixed")
  String fixed(@RequestParam String name) {
    return rest.getForObject(BASE + "/users", String.class);
  }
}
