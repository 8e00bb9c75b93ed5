package dev.plumbline.analyzer.signature;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Libraries of snippets, compiled to jars, and the table that is made of them. */
final class Jars {

  private static final Pattern PACKAGE = Pattern.compile("package\\s+([\\w.]+)\\s*;");
  private static final Pattern TYPE =
      Pattern.compile("public (?:\\w+ )*?(?:class|interface|enum|record|@interface)\\s+(\\w+)");

  private final Path folder;
  private final StringBuilder list = new StringBuilder();

  Jars(Path folder) {
    this.folder = folder;
  }

  /** Adds a line to the list. */
  Jars line(String line) {
    list.append(line).append('\n');
    return this;
  }

  /** Compiles {@code sources}, one public type each, to the jar of the coordinates. */
  Jars library(String coordinates, String... sources) throws IOException {
    String[] parts = coordinates.split(":");
    Path work = Files.createDirectories(folder.resolve(parts[1] + parts[2]));
    List<String> files = new ArrayList<>();
    for (String source : sources) {
      Path file = work.resolve(first(PACKAGE, source).replace('.', '/') + "/" + typeName(source));
      Files.createDirectories(file.getParent());
      Files.writeString(file, source);
      files.add(file.toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments =
        new ArrayList<>(List.of("-d", work.resolve("out").toString(), "-nowarn"));
    arguments.addAll(files);
    if (compiler.run(null, null, null, arguments.toArray(new String[0])) != 0) {
      throw new AssertionError("the snippets do not compile");
    }
    Files.createDirectories(folder.resolve("jars"));
    Path jar = folder.resolve("jars/" + parts[0] + "." + parts[1] + "-" + parts[2] + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        var classes = Files.walk(work.resolve("out"))) {
      for (Path each : classes.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(
            new ZipEntry(work.resolve("out").relativize(each).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(each));
      }
    }
    return line(coordinates);
  }

  private static String typeName(String source) {
    return first(TYPE, source) + ".java";
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }

  /** The folder that the table was written to. */
  Path build() throws IOException {
    Path file = folder.resolve("libraries.txt");
    Files.writeString(file, list);
    Path target = folder.resolve("table");
    TableBuilder.main(
        new String[] {file.toString(), folder.resolve("jars").toString(), target.toString()});
    return target;
  }

  SignatureTable table() throws IOException {
    return new SignatureTable(in(build()));
  }

  static Function<String, java.io.InputStream> in(Path table) {
    return name -> {
      try {
        Path file = table.resolve(name);
        return Files.exists(file) ? Files.newInputStream(file) : null;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
