package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.ir.ImportDecl;
import dev.plumbline.analyzer.program.LoweredFile;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The modules of a workspace, by its layout. */
public final class Modules {

  private static final Set<String> BUILD_FILES =
      Set.of("pom.xml", "build.gradle", "build.gradle.kts");

  private Modules() {}

  /**
   * The modules that have a build file or Java, by directory.
   *
   * @param files of the workspace, of any kind
   */
  public static List<Module> of(Program program, List<SourceFile> files) {
    Map<String, Gathered> byDirectory = new TreeMap<>();
    for (SourceFile file : files) {
      if (file.kind() == SourceKind.BUILD
          && file.role() == SourceRole.MAIN
          && BUILD_FILES.contains(file.name())) {
        Gathered module = byDirectory.computeIfAbsent(file.module(), key -> new Gathered());
        // Where both are there, Maven is the one that is read.
        if (module.buildFile == null || file.name().equals("pom.xml")) {
          module.buildFile = file;
        }
      }
    }
    for (LoweredFile file : program.files()) {
      byDirectory.computeIfAbsent(file.file().module(), key -> new Gathered()).add(file);
    }
    List<Module> modules = new ArrayList<>();
    byDirectory.forEach((directory, gathered) -> modules.add(gathered.module(directory)));
    return modules;
  }

  /** What is summed up of one module. */
  private static final class Gathered {
    private final KnownLibraries known = KnownLibraries.shipped();
    private final Map<String, Integer> libraries = new TreeMap<>();
    private final Set<String> packages = new TreeSet<>();
    private SourceFile buildFile;
    private Module.Code main = Module.Code.NONE;
    private Module.Code tests = Module.Code.NONE;
    private Module.Code generated = Module.Code.NONE;

    void add(LoweredFile file) {
      long lines = file.unit().lineCount();
      switch (file.file().role()) {
        case MAIN -> {
          main = main.plus(lines);
          packages.add(file.unit().packageName());
          Set<String> ofFile = new HashSet<>();
          for (ImportDecl each : file.unit().imports()) {
            known.name(each.name()).ifPresent(ofFile::add);
          }
          ofFile.forEach(name -> libraries.merge(name, 1, Integer::sum));
        }
        case TEST -> tests = tests.plus(lines);
        case GENERATED -> generated = generated.plus(lines);
      }
    }

    Module module(String directory) {
      Map<String, Integer> sorted = new LinkedHashMap<>();
      libraries.entrySet().stream()
          .sorted(
              Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .forEach(each -> sorted.put(each.getKey(), each.getValue()));
      return new Module(
          directory,
          Optional.ofNullable(buildFile),
          main,
          tests,
          generated,
          sorted,
          List.copyOf(packages));
    }
  }
}
