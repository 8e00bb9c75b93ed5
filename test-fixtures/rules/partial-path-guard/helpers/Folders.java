package app;

import java.io.File;
import java.io.IOException;

final class Folders {
  private Folders() {}

  static String canonical(File file) throws IOException {
    return file.getCanonicalPath();
  }

  static String withEnd(File folder) throws IOException {
    return folder.getCanonicalPath() + File.separator;
  }

  static boolean isBelow(String path, String folder) {
    return path.startsWith(folder); // want: partial-path-guard "startsWith(folder)"
  }

  static boolean isBelowWithEnd(String path, String folderWithEnd) {
    return path.startsWith(folderWithEnd);
  }

  static boolean isBelowWhole(String text, String start) {
    return text.startsWith(start);
  }
}
