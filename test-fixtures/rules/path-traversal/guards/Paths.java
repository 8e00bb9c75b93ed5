package app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

final class SafePaths {
  private SafePaths() {}

  /** Throws when the file lies outside. */
  static void check(File folder, File file) throws IOException {
    if (!file.getCanonicalPath().startsWith(folder.getCanonicalPath() + File.separator)) {
      throw new IOException("outside of the folder");
    }
  }

  static boolean isInside(Path folder, Path path) {
    return path.normalize().startsWith(folder.normalize());
  }

  static Path resolve(Path folder, String name) {
    Path path = folder.resolve(name).normalize();
    if (!path.startsWith(folder)) {
      throw new IllegalArgumentException(name);
    }
    return path;
  }

  static String clean(String name) {
    StringBuilder clean = new StringBuilder();
    for (char c : name.toCharArray()) {
      if (Character.isLetterOrDigit(c) || c == '_') {
        clean.append(c);
      }
    }
    return clean.toString();
  }

  static Path join(Path folder, String name) {
    return folder.resolve(name);
  }

  static void log(File folder, File file) {
    System.out.println(folder + " " + file);
  }

  static boolean looksFine(Path path) {
    return path.toString().length() < 200;
  }
}
