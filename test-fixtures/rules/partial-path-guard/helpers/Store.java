package app;

import java.io.File;
import java.io.IOException;
import java.util.List;

class Store {
  private final File folder = new File("/srv/store");

  File find(String name) throws IOException {
    File file = new File(folder, name);
    if (!Folders.isBelow(Folders.canonical(file), Folders.canonical(folder))) {
      throw new IOException(name);
    }
    return file;
  }

  File findWithEnd(String name) throws IOException {
    File file = new File(folder, name);
    if (!Folders.isBelowWithEnd(Folders.canonical(file), Folders.withEnd(folder))) {
      throw new IOException(name);
    }
    return file;
  }

  boolean inHelper(File file) throws IOException {
    // want: partial-path-guard "startsWith(Folders.canonical(…))"
    return Folders.canonical(file).startsWith(Folders.canonical(folder));
  }

  boolean inHelperWithEnd(File file) throws IOException {
    return Folders.canonical(file).startsWith(Folders.withEnd(folder));
  }

  List<String> inLambda(List<String> names) throws IOException {
    String prefix = folder.getCanonicalPath();
    return names.stream()
        .filter(name -> Folders.isBelowWhole(name, prefix))
        .filter(name -> canonicalOf(name).startsWith(prefix)) // want: partial-path-guard "prefix has no"
        .filter(name -> canonicalOf(name).startsWith(prefix + File.separator))
        .toList();
  }

  private String canonicalOf(String name) {
    return new File(folder, name).toPath().toAbsolutePath().normalize().toString();
  }
}
