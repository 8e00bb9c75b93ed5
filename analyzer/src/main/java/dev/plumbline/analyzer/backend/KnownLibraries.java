package dev.plumbline.analyzer.backend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How libraries and frameworks are called, by package. Data, not knowledge: {@code
 * /inventory/libraries.txt} has a package prefix and a name a line.
 */
final class KnownLibraries {

  private static final KnownLibraries SHIPPED = read();

  private final Map<String, String> byPackage;

  private KnownLibraries(Map<String, String> byPackage) {
    this.byPackage = Map.copyOf(byPackage);
  }

  static KnownLibraries shipped() {
    return SHIPPED;
  }

  private static KnownLibraries read() {
    Map<String, String> byPackage = new HashMap<>();
    try (InputStream in = KnownLibraries.class.getResourceAsStream("/inventory/libraries.txt")) {
      if (in == null) {
        throw new IllegalStateException("the names of libraries are missing from this build");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int space = line.indexOf(' ');
        if (space > 0 && !line.startsWith("#")) {
          byPackage.put(line.substring(0, space), line.substring(space).strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new KnownLibraries(byPackage);
  }

  /** The name of the library that has the longest known prefix of an imported name. */
  Optional<String> name(String imported) {
    for (int end = imported.length(); end > 0; end = imported.lastIndexOf('.', end - 1)) {
      String name = byPackage.get(imported.substring(0, end));
      if (name != null) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }
}
