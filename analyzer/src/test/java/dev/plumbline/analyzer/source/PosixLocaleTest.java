package dev.plumbline.analyzer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** In containers the locale is often POSIX, where Java sees names as ASCII. */
class PosixLocaleTest {

  @TempDir Path temp;

  /** Lists and reads a directory; prints ASCII. */
  public static final class Main {
    public static void main(String[] arguments) throws IOException {
      Path start = Path.of(arguments[0]);
      Workspace workspace = new WorkspaceScanner().scan(start, WorkspaceScanner.Options.DEFAULT);
      for (SourceFile file : workspace.files()) {
        boolean read = new SourceReader().read(file) instanceof SourceText;
        System.out.println(URLEncoder.encode(file.path(), StandardCharsets.UTF_8) + " " + read);
      }
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX})
  void namesAreUnicodeAllTheSame() throws Exception {
    Path folder = Path.of(URI.create(temp.toUri() + "gr%C3%B6%C3%9Fe"));
    Files.createDirectories(folder);
    Files.writeString(Path.of(URI.create(folder.toUri() + "%E6%96%87.java")), "x");
    Files.writeString(Path.of(URI.create(folder.toUri() + "%C3%BC.sql")), "x");
    Files.writeString(temp.resolve(".gitignore"), "\u00FC.sql\n");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
            java.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            temp.toString());
    builder.environment().put("LC_ALL", "POSIX");
    // A JVM that picks options up from there says so among what we read.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(output.strip()).isEqualTo("gr%C3%B6%C3%9Fe%2F%E6%96%87.java true");
  }
}
