package app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

class Fetcher {
  private final String base;

  Fetcher(String base) {
    this.base = base;
  }

  InputStream fetch(String url) throws IOException {
    return open(new URL(url));
  }

  InputStream fetchBelow(String path) throws IOException {
    return new URL(base + "/" + path).openStream();
  }

  private static InputStream open(URL url) throws IOException {
    return url.openStream(); // want: ssrf "getParameter"
  }
}
