package app;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.FilenameUtils;

class Entries {
  void stream(InputStream in, File folder) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(in)) {
      ZipEntry entry;
      while ((entry = zip.getNextEntry()) != null) {
        File file = new File(folder, entry.getName()); // step: zip-slip 1
        try (FileOutputStream out = new FileOutputStream(file)) { // want: zip-slip "as a path"
          zip.transferTo(out);
        }
      }
    }
  }

  void nio(ZipInputStream zip, Path folder) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    while (entry != null) {
      Path target = folder.resolve(entry.getName());
      if (entry.isDirectory()) {
        Files.createDirectories(target); // want: zip-slip "Files.createDirectories"
      } else {
        Files.copy(zip, target);
      }
      entry = zip.getNextEntry();
    }
  }

  void file(ZipFile zip, String folder) throws IOException {
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      String path = folder + File.separator + entry.getName();
      Files.copy(zip.getInputStream(entry), Path.of(path)); // want: zip-slip "Files.copy"
    }
  }

  void streamOfEntries(ZipFile zip, Path folder) {
    zip.stream()
        .map(entry -> folder.resolve(entry.getName()))
        .forEach(path -> path.toFile().mkdirs()); // want: zip-slip "File.mkdirs"
  }

  void jar(JarFile jar, File folder) throws IOException {
    for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
      JarEntry entry = all.nextElement();
      new File(folder, entry.getName()).createNewFile(); // want: zip-slip "File.createNewFile"
    }
  }

  void tar(TarArchiveInputStream tar, File folder) throws IOException {
    ArchiveEntry entry;
    while ((entry = tar.getNextEntry()) != null) {
      File file = new File(folder, entry.getName());
      file.getParentFile().mkdirs(); // want: zip-slip "File.mkdirs"
      try (FileOutputStream out = new FileOutputStream(file)) {
        tar.transferTo(out);
      }
    }
  }

  void otherPathChecked(ZipInputStream zip, Path folder) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    Path checked = folder.resolve("x").normalize();
    if (!checked.startsWith(folder)) {
      throw new IOException();
    }
    Files.copy(zip, folder.resolve(entry.getName())); // want: zip-slip "Files.copy"
  }

  void normalized(ZipInputStream zip, Path folder) throws IOException {
    ZipEntry entry;
    while ((entry = zip.getNextEntry()) != null) {
      Path target = folder.resolve(entry.getName()).normalize();
      if (!target.startsWith(folder)) {
        throw new IOException("bad entry " + entry.getName());
      }
      Files.copy(zip, target);
    }
  }

  void canonical(ZipInputStream zip, File folder) throws IOException {
    ZipEntry entry;
    while ((entry = zip.getNextEntry()) != null) {
      File file = new File(folder, entry.getName());
      if (!file.getCanonicalPath().startsWith(folder.getCanonicalPath() + File.separator)) {
        continue;
      }
      try (FileOutputStream out = new FileOutputStream(file)) {
        zip.transferTo(out);
      }
    }
  }

  void normalizedText(ZipInputStream zip, String folder) throws IOException {
    ZipEntry entry;
    while ((entry = zip.getNextEntry()) != null) {
      String path = FilenameUtils.normalize(folder + "/" + entry.getName());
      if (path == null || !path.startsWith(folder + "/")) {
        throw new IOException("bad entry");
      }
      new FileOutputStream(path).close();
    }
  }

  void startOfTextChecked(ZipInputStream zip, String folder) throws IOException {
    String path = folder + "/" + zip.getNextEntry().getName();
    if (!path.startsWith(folder + "/")) {
      throw new IOException("bad entry");
    }
    new FileOutputStream(path).close(); // want: zip-slip "new FileOutputStream"
  }

  void skipped(ZipInputStream zip, File folder) throws IOException {
    ZipEntry entry;
    while ((entry = zip.getNextEntry()) != null) {
      if (entry.getName().contains("..")) {
        continue;
      }
      new FileOutputStream(new File(folder, entry.getName())).close();
    }
  }

  void lastName(ZipInputStream zip, File folder) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    new FileOutputStream(new File(folder, FilenameUtils.getName(entry.getName()))).close();
    new FileOutputStream(new File(folder, new File(entry.getName()).getName())).close();
  }

  void shown(ZipInputStream zip) throws IOException {
    ZipEntry entry;
    while ((entry = zip.getNextEntry()) != null) {
      System.out.println(entry.getName());
      if (entry.getName().endsWith(".xml") && !entry.isDirectory()) {
        Files.copy(zip, Path.of("/tmp/descriptor.xml"));
      }
    }
  }

  void numbered(ZipInputStream zip, Path folder) throws IOException {
    int count = 0;
    while (zip.getNextEntry() != null) {
      Files.copy(zip, folder.resolve("entry-" + count++));
    }
  }
}
