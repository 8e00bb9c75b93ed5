package dev.plumbline.analyzer.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The library data that a workspace brings itself, for its own helpers and for libraries that
 * Plumbline does not know: the YAML files in {@code .plumbline/library}. They have the form of the
 * shipped ones and are always used.
 */
public final class UserLibrary {

  private static final String FOLDER = ".plumbline/library";

  /** None. */
  public static final UserLibrary NONE = new UserLibrary(List.of());

  private final List<LibraryFile> files;

  private UserLibrary(List<LibraryFile> files) {
    this.files = List.copyOf(files);
  }

  /**
   * Reads the files below {@code root}, in the order of their names. A link is not followed: it
   * could lead out of the workspace, to what its author must not see.
   *
   * @throws LibraryDataException when a file does not have the form of library data, or is not a
   *     plain file
   * @throws IOException when the folder or a file cannot be read
   */
  public static UserLibrary read(Path root) throws IOException {
    Path folder = root.resolve(FOLDER);
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return NONE;
    }
    List<String> problems = new ArrayList<>();
    for (Path part = folder; !part.equals(root); part = part.getParent()) {
      if (!Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
        problems.add(name(root, part) + ": expected a folder; links are not followed");
        throw new LibraryDataException(problems);
      }
    }
    List<Path> paths;
    try (Stream<Path> list = Files.list(folder)) {
      paths = list.filter(UserLibrary::isYaml).sorted().toList();
    }
    List<LibraryFile> files = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        problems.add(name(root, path) + ": expected a plain file; links are not followed");
        continue;
      }
      try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
        files.add(LibraryReader.read(name(root, path), in));
      } catch (LibraryDataException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new LibraryDataException(problems);
    }
    return new UserLibrary(files);
  }

  private static boolean isYaml(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /** As messages name it, with slashes on every system. */
  private static String name(Path root, Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  List<LibraryFile> files() {
    return files;
  }
}
