package dev.plumbline.analyzer.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Of which libraries the signature table is made: {@code group:artifact:version} a line, in order
 * of precedence; {@code - package.prefix} leaves packages out that no application names; what
 * begins with a number sign is a comment.
 */
final class LibraryList {

  private final List<Library> libraries = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final CRC32 fingerprint = new CRC32();

  private LibraryList() {}

  /** A jar by its Maven coordinates. */
  record Library(String group, String artifact, String version) {
    /** As the dependency plugin names it when it puts the group before. */
    String fileName() {
      return group + "." + artifact + "-" + version + ".jar";
    }
  }

  /**
   * @throws IllegalArgumentException when a line has another form, with its number
   */
  static LibraryList read(Path file) throws IOException {
    LibraryList list = new LibraryList();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      String entry = line.strip();
      if (entry.isEmpty() || entry.startsWith("#")) {
        continue;
      }
      list.fingerprint.update((entry + "\n").getBytes(StandardCharsets.UTF_8));
      String[] parts = entry.split(":");
      if (entry.startsWith("- ")) {
        list.leftOut.add(entry.substring(2).strip() + ".");
      } else if (parts.length == 3) {
        list.libraries.add(new Library(parts[0], parts[1], parts[2]));
      } else {
        throw new IllegalArgumentException(
            file + ":" + number + ": expected group:artifact:version, found " + entry);
      }
    }
    return list;
  }

  List<Library> libraries() {
    return libraries;
  }

  boolean leavesOut(String typeName) {
    return leftOut.stream().anyMatch(typeName::startsWith);
  }

  /** Changes when an entry does. */
  long fingerprint() {
    return fingerprint.getValue();
  }
}
