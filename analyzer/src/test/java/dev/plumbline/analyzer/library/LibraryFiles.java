package dev.plumbline.analyzer.library;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The shipped files as they are written, for tests that hold them against something. */
final class LibraryFiles {

  private LibraryFiles() {}

  static List<Path> paths() throws IOException {
    try (Stream<Path> list =
        Files.list(
            Path.of(LibraryFiles.class.getResource("/library/jdbc.yaml").toURI()).getParent())) {
      return list.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  static List<LibraryFile> shipped() throws IOException {
    List<LibraryFile> files = new ArrayList<>();
    for (Path path : paths()) {
      try (InputStream in = Files.newInputStream(path)) {
        files.add(LibraryReader.read(path.getFileName().toString(), in));
      }
    }
    return files;
  }
}
