package app;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

class Temporary {
  private static final String FOLDER = "/tmp";

  void fixed(String name) throws IOException {
    new File("/tmp/export.csv"); // want: insecure-temp-file "the file /tmp/export.csv lies where every user of the machine can put another one before"
    new FileOutputStream("/var/tmp/lock"); // want: insecure-temp-file "/var/tmp/lock"
    Paths.get("/tmp/a/b"); // want: insecure-temp-file "/tmp/a/b"
    Path.of("/dev/shm/x"); // want: insecure-temp-file "/dev/shm/x"
    new File(FOLDER + "/report.pdf"); // want: insecure-temp-file "/tmp/report.pdf"
    new File("/tmp");
    new File("/tmpfiles/export.csv");
    new File("/var/lib/app/export.csv");
    new File(System.getProperty("java.io.tmpdir"));
    new File("tmp/export.csv");
    new File(name);
    java.nio.file.Files.createTempFile("export", ".csv");
    java.nio.file.Files.createTempDirectory("export");
    File.createTempFile("export", ".csv");
  }

  void permissions(File file, Path path) throws IOException {
    file.setWritable(true, false); // want: insecure-temp-file "File.setWritable(true, false) lets every user write"
    file.setWritable(true);
    file.setWritable(true, true);
    file.setReadable(true, false);
    java.nio.file.Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx")); // want: insecure-temp-file "rwxrwxrwx lets every user write"
    java.nio.file.Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-x---"));
    java.nio.file.Files.setPosixFilePermissions(path, Set.of(PosixFilePermission.OTHERS_WRITE)); // want: insecure-temp-file "OTHERS_WRITE"
    java.nio.file.Files.setPosixFilePermissions(path, Set.of(PosixFilePermission.OWNER_WRITE));
    File temporary = File.createTempFile("a", "b");
    temporary.setReadable(true, false); // want: insecure-temp-file "lets every user read"
    Runtime.getRuntime().exec("chmod 777 /srv/app"); // want: insecure-temp-file "chmod 777"
    Runtime.getRuntime().exec("chmod 750 /srv/app");
  }

  File folder() throws IOException {
    File folder = File.createTempFile("a", "b");
    folder.delete();
    folder.mkdir(); // want: insecure-temp-file "between File.delete and File.mkdir another user can take the name"
    com.google.common.io.Files.createTempDir(); // want: insecure-temp-file "Files.createTempDir"
    new File("work").mkdir();
    return folder;
  }
}
