package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar that ships, as a process of its own. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class PlumblineJarIT {

  private static final Path JAR = Path.of(System.getProperty("plumbline.jar"));
  private static final Path EXAMPLE = Path.of(System.getProperty("plumbline.fixtures"), "example");

  @TempDir Path folder;

  @Test
  void theJarSaysWhatItIs() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Main-Class")).isEqualTo("dev.plumbline.cli.Plumbline");
      assertThat(manifest.getValue("Multi-Release")).isNull();
      assertThat(process("--version").out())
          .startsWith("plumbline " + manifest.getValue("Implementation-Version") + "\n");
    }
  }

  @Test
  void theJarCarriesLicencesAndNothingThatDoesNotBelong() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> names = jar.stream().map(entry -> entry.getName()).toList();
      assertThat(names)
          .contains(
              "META-INF/LICENSE",
              "META-INF/NOTICE",
              "META-INF/LICENSE-sarif-java",
              "META-INF/services/com.fasterxml.jackson.core.JsonFactory")
          .doesNotHaveDuplicates()
          .noneMatch(name -> name.endsWith(".SF") || name.endsWith(".RSA"))
          .noneMatch(name -> name.endsWith("module-info.class"));
      assertThat(text(jar, "META-INF/NOTICE")).contains("Plumbline").contains("Jackson");
      assertThat(text(jar, "META-INF/services/com.fasterxml.jackson.core.JsonFactory"))
          .contains("core.JsonFactory", "YAMLFactory");
    }
  }

  @Test
  void theExampleIsWorthALook() throws Exception {
    Result result = process("scan", EXAMPLE.toString());
    assertThat(result.code()).as(result.err()).isEqualTo(1);
    assertThat(result.out()).contains("nplus1-query-in-loop", "OrderService.java");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void theSarifIsTheSameFromAnyFolderAndWithAnyThreads() throws Exception {
    Result one = process("scan", EXAMPLE.toString(), "--report", "sarif", "--threads", "1");
    Result two = process("scan", EXAMPLE.toString(), "--report", "sarif", "--threads", "2");
    assertThat(one.code()).isEqualTo(1);
    assertThat(one.out()).isNotEmpty().isEqualTo(two.out());
  }

  @Test
  void aFullDiskLeavesTheOldReportWhole() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/bin/sh")), "SKIPPED: there is no /bin/sh to set a limit");
    Path report = Files.writeString(folder.resolve("old.sarif"), "old");
    // No file above 512 bytes can be written, as on a disk that is full.
    Result result =
        run(
            "/bin/sh",
            "-c",
            "trap '' XFSZ; ulimit -f 1 && exec \"$@\"",
            "sh",
            java(),
            "-XX:-UsePerfData",
            "-jar",
            JAR.toString(),
            "scan",
            EXAMPLE.toString(),
            "--report",
            "sarif=" + report);
    assertThat(result.code()).as(result.err()).isEqualTo(2);
    assertThat(result.err())
        .contains("cannot write the report to " + report)
        .contains("OrderService.java");
    assertThat(report).hasContent("old");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(report);
    }
  }

  @Test
  void aFullDeviceOnStdout() throws Exception {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "SKIPPED: there is no /dev/full");
    ProcessBuilder builder = builder(java(), "-jar", JAR.toString(), "scan", EXAMPLE.toString());
    Path err = folder.resolve("err");
    Process process = builder.redirectOutput(full.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(err).content().contains("No space left on device").contains("OrderService.java");
  }

  @Test
  void tooLittleMemoryIsNotFindings() throws Exception {
    List<String> command = List.of(java(), "-Xmx6m", "-jar", JAR.toString(), "scan");
    Result result =
        run(Stream.concat(command.stream(), Stream.of(EXAMPLE.toString())).toArray(String[]::new));
    assertThat(result.code()).as(result.err()).isEqualTo(70);
    assertThat(result.err()).contains("out of memory");
  }

  private Result process(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java(), "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return run(command.toArray(String[]::new));
  }

  private Result run(String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("plumbline-it", ".out");
    try {
      Process process = builder(command).redirectOutput(out.toFile()).start();
      // A pipe, because a limit on files would cut a file for stderr short too.
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), Files.readString(out), err);
    } finally {
      Files.delete(out);
    }
  }

  /** Without what the environment of the build would say to the command. */
  private ProcessBuilder builder(String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(
            name ->
                name.startsWith("PLUMBLINE_")
                    || name.contains("COLOR")
                    || name.equals("JAVA_TOOL_OPTIONS")
                    || name.equals("JDK_JAVA_OPTIONS"));
    return builder;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String text(JarFile jar, String name) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private record Result(int code, String out, String err) {}
}
