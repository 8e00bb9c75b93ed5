package app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

class Separator {
  private static final String ROOT = "/srv/files";
  private static final String ROOT_WITH_END = "/srv/files/";
  private static final String FROM_PARTS = "/srv/" + "files";
  private final String base;
  private final String baseWithEnd;
  private final String configured;

  Separator(File folder, String configured) throws IOException {
    this.base = folder.getCanonicalPath();
    this.baseWithEnd = folder.getCanonicalPath() + File.separator;
    this.configured = configured;
  }

  byte[] canonical(File folder, String name) throws IOException {
    File file = new File(folder, name);
    // want: partial-path-guard "startsWith(folder.getCanonicalPath()) lets paths beside"
    if (!file.getCanonicalPath().startsWith(folder.getCanonicalPath())) {
      throw new IOException(name);
    }
    return Files.readAllBytes(file.toPath());
  }

  boolean constant(File file) throws IOException {
    return file.getCanonicalPath().startsWith(ROOT); // want: partial-path-guard "startsWith(ROOT)"
  }

  boolean folded(File file) throws IOException {
    // want: partial-path-guard "startsWith(FROM_PARTS)"
    return file.getCanonicalPath().startsWith(FROM_PARTS);
  }

  boolean field(File file) throws IOException {
    return file.getCanonicalPath().startsWith(base); // want: partial-path-guard "startsWith(base)"
  }

  boolean variables(Path folder, Path path) {
    String inside = path.normalize().toString();
    String around = folder.normalize().toString();
    return inside.startsWith(around); // want: partial-path-guard "around has no separator"
  }

  boolean realPath(Path folder, Path path) throws IOException {
    String inside = path.toRealPath().toString();
    // want: partial-path-guard "lets paths beside the folder through"
    return inside.startsWith(folder.toString());
  }

  boolean canonicalFile(File folder, File file) throws IOException {
    // want: partial-path-guard "lets paths beside the folder through"
    return file.getCanonicalFile().getPath().startsWith(folder.getCanonicalFile().getPath());
  }

  boolean caseless(File folder, File file) throws IOException {
    String name = file.getCanonicalPath().toLowerCase();
    // want: partial-path-guard "lets paths beside the folder through"
    return name.startsWith(folder.getAbsolutePath().toLowerCase());
  }

  boolean withSeparator(File folder, File file) throws IOException {
    return file.getCanonicalPath().startsWith(folder.getCanonicalPath() + File.separator);
  }

  boolean withSlash(File folder, File file) throws IOException {
    return file.getCanonicalPath().startsWith(folder.getCanonicalPath() + "/");
  }

  boolean withSeparatorChar(File folder, File file) throws IOException {
    return file.getCanonicalPath().startsWith(folder.getCanonicalPath() + File.separatorChar);
  }

  boolean withFileSystemsSeparator(Path folder, Path file) {
    String prefix = folder.normalize() + folder.getFileSystem().getSeparator();
    return file.normalize().toString().startsWith(prefix);
  }

  boolean withConcat(File folder, File file) throws IOException {
    return file.getCanonicalPath().startsWith(folder.getCanonicalPath().concat(File.separator));
  }

  boolean constantWithSeparator(File file) throws IOException {
    return file.getCanonicalPath().startsWith(ROOT_WITH_END);
  }

  boolean fieldWithSeparator(File file) throws IOException {
    return file.getCanonicalPath().startsWith(baseWithEnd);
  }

  boolean completed(File folder, File file) throws IOException {
    String prefix = folder.getCanonicalPath();
    if (!prefix.endsWith(File.separator)) {
      prefix += File.separator;
    }
    return file.getCanonicalPath().startsWith(prefix);
  }

  boolean completedConditionally(File folder, File file) throws IOException {
    String path = folder.getCanonicalPath();
    String prefix = path.endsWith(File.separator) ? path : path + File.separator;
    return file.getCanonicalPath().startsWith(prefix);
  }

  boolean nextCharacter(File folder, File file) throws IOException {
    String path = file.getCanonicalPath();
    String prefix = folder.getCanonicalPath();
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
  }

  boolean itselfOrInside(File folder, File file) throws IOException {
    String path = file.getCanonicalPath();
    String prefix = folder.getCanonicalPath();
    return path.equals(prefix) || path.startsWith(prefix + File.separator);
  }

  boolean wholeNames(Path folder, Path path) throws IOException {
    return path.toRealPath().startsWith(folder.toRealPath());
  }

  boolean wholeNamesOfFiles(File folder, File file) throws IOException {
    return file.getCanonicalFile().toPath().startsWith(folder.getCanonicalFile().toPath());
  }

  boolean unknownEnd(File file) throws IOException {
    return file.getCanonicalPath().startsWith(configured);
  }

  void refusal(File file) throws IOException {
    String path = file.getCanonicalPath();
    if (path.startsWith("/etc") || path.startsWith("/proc")) {
      throw new IOException(path);
    }
  }

  boolean text(String name) {
    return name.startsWith(ROOT) || name.trim().startsWith("report");
  }

  boolean uri(java.net.URI uri) {
    return uri.normalize().toString().startsWith("https://example.org");
  }

  Path constants() {
    Path path = Paths.get(ROOT, "reports").normalize();
    return path.startsWith(ROOT) ? path : null;
  }
}
