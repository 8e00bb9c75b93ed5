package dev.plumbline.analyzer.config;

import dev.plumbline.analyzer.frontend.ConfigOutcome;
import dev.plumbline.analyzer.frontend.ConfigReader;
import dev.plumbline.analyzer.frontend.JavaFrontEnd;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.Linker;
import dev.plumbline.analyzer.program.LoweredFile;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.source.Decoding;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceRole;
import dev.plumbline.analyzer.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Workspaces that are written in a test: paths with texts, modules by the folder before src. */
final class Workspaces {

  static final String RESOURCES = "src/main/resources/";

  private Workspaces() {}

  /** Paths and texts in turn; a path that ends in {@code .java} is code. */
  static Configuration of(String... pathsAndTexts) {
    return new Configuration(program(pathsAndTexts), sources(pathsAndTexts));
  }

  static Program program(String... pathsAndTexts) {
    List<LoweredFile> files = new ArrayList<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      if (pathsAndTexts[i].endsWith(".java")) {
        SourceFile file = file(pathsAndTexts[i], pathsAndTexts[i + 1]);
        JavaFrontEnd.Outcome outcome =
            new JavaFrontEnd(true).parse(file.path(), pathsAndTexts[i + 1]);
        if (!outcome.problems().isEmpty()) {
          throw new IllegalArgumentException(file.path() + ": " + outcome.problems());
        }
        files.add(new LoweredFile(file, outcome.unit().orElseThrow()));
      }
    }
    return Linker.link(files, Library.shipped());
  }

  private static List<ConfigSource> sources(String... pathsAndTexts) {
    List<ConfigSource> sources = new ArrayList<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      SourceFile file = file(pathsAndTexts[i], pathsAndTexts[i + 1]);
      if (ConfigReader.reads(file)) {
        ConfigOutcome outcome =
            ConfigReader.read(
                new SourceText(
                    file, pathsAndTexts[i + 1], new Decoding("UTF-8", false, false, -1)));
        if (!outcome.problems().isEmpty()) {
          throw new IllegalArgumentException(file.path() + ": " + outcome.problems());
        }
        sources.add(new ConfigSource(file, outcome.file()));
      }
    }
    return sources;
  }

  private static SourceFile file(String path, String text) {
    int src = path.indexOf("src/");
    String module = src <= 0 ? "" : path.substring(0, src - 1);
    return new SourceFile(
        path,
        Path.of(path),
        SourceKind.of(path).orElseThrow(),
        SourceRole.of(path),
        module,
        text.length());
  }

  /** {@code text} or {@code text[profile,…]} for each possible value. */
  static List<String> values(Configuration configuration, String key) {
    return values(configuration, key, "");
  }

  static List<String> values(Configuration configuration, String key, String module) {
    return configuration.values(key, module).stream().map(Workspaces::shown).toList();
  }

  private static String shown(PossibleValue value) {
    String profiles = value.profiles().isEmpty() ? "" : value.profiles().toString();
    return value.text() + profiles;
  }
}
