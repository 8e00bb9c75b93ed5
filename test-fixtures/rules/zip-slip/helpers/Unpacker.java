package app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

class Unpacker {
  void unchecked(ZipInputStream zip, Path folder) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    Targets.write(zip, folder, entry.getName());
  }

  void checked(ZipInputStream zip, Path folder) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    Files.copy(zip, Targets.safe(entry, folder));
  }

  void asked(ZipInputStream zip, Path folder) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    Path target = folder.resolve(entry.getName()).normalize();
    if (Targets.leadsOut(target, folder)) {
      throw new IOException(entry.getName());
    }
    Files.copy(zip, target); // noise: zip-slip Path.startsWith is not seen
  }
}
