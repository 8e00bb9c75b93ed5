package app;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.web.util.UriUtils;

class Decoding {
  private final Path folder = Path.of("/srv/images");

  Path after(String name) {
    if (name.contains("..")) { // want: partial-path-guard "before URLDecoder.decode decodes it"
      throw new IllegalArgumentException(name);
    }
    String decoded = URLDecoder.decode(name, StandardCharsets.UTF_8);
    return folder.resolve(decoded);
  }

  Path reassigned(String name) {
    if (name.indexOf("../") >= 0) { // want: partial-path-guard "name is searched for .. before"
      return null;
    }
    name = UriUtils.decode(name, StandardCharsets.UTF_8);
    return folder.resolve(name);
  }

  Path before(String name) {
    String decoded = URLDecoder.decode(name, StandardCharsets.UTF_8);
    if (decoded.contains("..")) {
      throw new IllegalArgumentException(name);
    }
    return folder.resolve(decoded);
  }

  Path beforeReassigned(String name) {
    name = URLDecoder.decode(name, StandardCharsets.UTF_8);
    if (name.contains("..")) {
      throw new IllegalArgumentException(name);
    }
    return folder.resolve(name);
  }

  Path twice(String name) {
    if (name.contains("..")) {
      throw new IllegalArgumentException(name);
    }
    String decoded = URLDecoder.decode(name, StandardCharsets.UTF_8);
    if (decoded.contains("..")) {
      throw new IllegalArgumentException(name);
    }
    return folder.resolve(decoded);
  }

  String other(String name, String title) {
    if (name.contains("..")) {
      throw new IllegalArgumentException(name);
    }
    return URLDecoder.decode(title, StandardCharsets.UTF_8);
  }

  String sentence(String text) {
    if (text.contains("...") && !text.contains("!")) {
      return text;
    }
    return URLDecoder.decode(text.substring(1), StandardCharsets.UTF_8);
  }
}
