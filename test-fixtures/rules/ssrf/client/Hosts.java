package app;

import java.net.URI;
import java.util.List;

final class Hosts {
  private static final List<String> ALLOWED = List.of("files.example.org", "cdn.example.org");

  private Hosts() {}

  static boolean isAllowed(String url) {
    return ALLOWED.contains(URI.create(url).getHost());
  }
}
