package dev.plumbline.analyzer.library;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which data files there are, and for which packages. The index is a file of its own ({@code
 * index.txt}: file name, then package prefixes, a line each), so that a scan parses only the YAML
 * that it needs; a test holds it against the files.
 */
final class LibraryIndex {

  private static final String FOLDER = "/library/";

  private final Map<String, List<String>> packagesByFile;

  private LibraryIndex(Map<String, List<String>> packagesByFile) {
    this.packagesByFile = packagesByFile;
  }

  static LibraryIndex shipped() {
    Map<String, List<String>> index = new LinkedHashMap<>();
    try (InputStream in = LibraryIndex.class.getResourceAsStream(FOLDER + "index.txt")) {
      if (in == null) {
        throw new IllegalStateException("the library index is missing from this build");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] words = line.trim().split("\\s+");
          index.put(words[0], List.of(words).subList(1, words.length));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LibraryIndex(index);
  }

  Map<String, List<String>> packagesByFile() {
    return packagesByFile;
  }

  List<LibraryFile> all() {
    return packagesByFile.keySet().stream().map(LibraryIndex::read).toList();
  }

  /** The files of which a package begins one of {@code imports}, in index order. */
  List<LibraryFile> select(Set<String> imports) {
    List<LibraryFile> selected = new ArrayList<>();
    packagesByFile.forEach(
        (file, packages) -> {
          if (imports.stream().anyMatch(name -> packages.stream().anyMatch(p -> begins(name, p)))) {
            selected.add(read(file));
          }
        });
    return selected;
  }

  private static boolean begins(String name, String prefix) {
    return name.startsWith(prefix)
        && (name.length() == prefix.length() || name.charAt(prefix.length()) == '.');
  }

  private static LibraryFile read(String file) {
    try (InputStream in = LibraryIndex.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("library data " + file + " is missing from this build");
      }
      return LibraryReader.read(file, in);
    } catch (IOException | LibraryDataException e) {
      throw new IllegalStateException("library data " + file + ": " + e.getMessage(), e);
    }
  }
}
