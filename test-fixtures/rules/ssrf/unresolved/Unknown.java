package app;

import com.acme.http.Client;
import java.io.IOException;
import java.net.URL;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Unknown {
  private final Client client;

  Unknown(Client client) {
    this.client = client;
  }

  @GetMapping("/unknown")
  String unknownClient(@RequestParam String url) {
    return client.get(url);
  }

  @GetMapping("/known")
  void unknownStep(@RequestParam String url) throws IOException {
    new URL(client.canonical(url)).openStream().close(); // want: ssrf "openStream"
  }
}
