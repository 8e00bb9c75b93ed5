package app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.UUID;

class Unresolved {
  private static final Path FOLDER = Paths.get("/srv/files");
  private static final String FOLDER_NAME = "/srv/files/";

  Path resolved(String name) {
    Path path = FOLDER.resolve(name);
    if (!path.startsWith(FOLDER)) { // want: partial-path-guard "startsWith(FOLDER) is true for every"
      throw new IllegalArgumentException(name);
    }
    return path;
  }

  Path joined(String folder, String name) {
    Path path = Paths.get(folder, name);
    if (!path.startsWith(folder)) { // want: partial-path-guard "startsWith(folder) is true"
      throw new IllegalArgumentException(name);
    }
    return path;
  }

  File absolute(File folder, String name) throws IOException {
    File file = new File(folder, name);
    // want: partial-path-guard ".. was not resolved"
    if (!file.getAbsolutePath().startsWith(folder.getAbsolutePath() + File.separator)) {
      throw new IOException(name);
    }
    return file;
  }

  Path absolutePath(Path folder, String name) {
    Path path = folder.resolve(name).toAbsolutePath();
    // want: partial-path-guard ".. was not resolved"
    if (!path.startsWith(folder.toAbsolutePath())) {
      throw new IllegalArgumentException(name);
    }
    return path;
  }

  Path normalized(String name) {
    Path path = FOLDER.resolve(name).normalize();
    if (!path.startsWith(FOLDER)) {
      throw new IllegalArgumentException(name);
    }
    return path;
  }

  Path normalizedLater(String name) {
    Path path = FOLDER.resolve(name);
    path = path.normalize();
    if (!path.startsWith(FOLDER)) {
      throw new IllegalArgumentException(name);
    }
    return path;
  }

  Path realPath(String name) throws IOException {
    Path path = FOLDER.resolve(name);
    if (!path.toRealPath().startsWith(FOLDER.toRealPath())) {
      throw new IOException(name);
    }
    return path;
  }

  Path dotsRefused(String name) {
    if (name.contains("..")) {
      throw new IllegalArgumentException(name);
    }
    Path path = FOLDER.resolve(name);
    if (!path.startsWith(FOLDER)) {
      throw new IllegalArgumentException(name);
    }
    return path;
  }

  Path ownName() {
    Path path = FOLDER.resolve(UUID.randomUUID().toString());
    return path.startsWith(FOLDER) ? path : null;
  }

  Path bareName(Path upload) {
    Path path = FOLDER.resolve(upload.getFileName());
    return path.startsWith(FOLDER) ? path : null;
  }

  Path number(long id) {
    Path path = FOLDER.resolve(Long.toString(id));
    return path.startsWith(FOLDER) ? path : null;
  }

  Path constant() {
    Path path = FOLDER.resolve("reports");
    return path.startsWith(FOLDER) ? path : null;
  }

  boolean otherFolder(Path folder, Path path) {
    return folder.resolve(path).startsWith(FOLDER);
  }

  boolean unknownPath(Path path) {
    return path.startsWith(FOLDER);
  }

  boolean unknownFile(File file) {
    return file.getPath().startsWith(FOLDER_NAME);
  }
}
