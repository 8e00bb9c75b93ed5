package app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;

final class Targets {
  private Targets() {}

  static Path safe(ZipEntry entry, Path folder) throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder.normalize())) {
      throw new IOException("bad entry");
    }
    return target;
  }

  static boolean leadsOut(Path target, Path folder) {
    return !target.startsWith(folder);
  }

  static void write(InputStream in, Path folder, String name) throws IOException {
    Files.copy(in, folder.resolve(name)); // want: zip-slip "reaches Files.copy as a path"
  }
}
