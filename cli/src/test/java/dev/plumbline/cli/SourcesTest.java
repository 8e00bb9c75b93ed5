package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --sources}: whom users distrust beside outsiders. */
class SourcesTest {

  @TempDir Path folder;

  private Path code(String body) throws IOException {
    Path code = Files.createDirectories(folder.resolve("src/main/java"));
    Files.writeString(
        code.resolve("Job.java"),
        """
        class Job {
          void run(java.sql.Statement statement) throws Exception {
            %s
          }
        }
        """
            .formatted(body));
    return folder;
  }

  private CommandRun scan(Object... more) {
    Object[] all = new Object[more.length + 4];
    all[0] = "scan";
    all[1] = folder;
    all[2] = "--rule";
    all[3] = "command-injection";
    System.arraycopy(more, 0, all, 4, more.length);
    return CommandRun.with(RuleCatalog.all(), Map.of(), all);
  }

  @Test
  void theEnvironmentIsTrustedUnlessAsked() throws IOException {
    code("Runtime.getRuntime().exec(new String[] {\"sh\", \"-c\", System.getenv(\"TOOL\")});");
    assertThat(scan().out()).doesNotContain("System.getenv");
    assertThat(scan("--sources", "stored").out()).doesNotContain("System.getenv");
    assertThat(scan("--sources", "stored,local").out()).contains("System.getenv");
    assertThat(scan("--sources", "Local").out()).contains("System.getenv");
  }

  @Test
  void anUnknownKindIsWrongUsage() throws IOException {
    code("");
    CommandRun run = scan("--sources", "moon");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("'moon' is none of network, local, stored");
  }
}
