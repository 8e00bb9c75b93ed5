package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.frontend.JavaFrontEnd;
import dev.plumbline.analyzer.ir.MapperXml;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.Linker;
import dev.plumbline.analyzer.program.LoweredFile;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The model of a backend that is written in a test. */
final class Backends {

  private Backends() {}

  static Backend of(String... files) {
    return of(List.of(), files);
  }

  static Backend of(List<MapperXml> mappers, String... files) {
    List<LoweredFile> lowered = new ArrayList<>();
    for (int i = 0; i < files.length; i++) {
      String path = "src/main/java/File" + i + ".java";
      JavaFrontEnd.Outcome outcome = new JavaFrontEnd(true).parse(path, files[i]);
      if (!outcome.problems().isEmpty()) {
        throw new IllegalArgumentException(path + ": " + outcome.problems());
      }
      SourceFile file =
          new SourceFile(
              path, Path.of(path), SourceKind.JAVA, SourceRole.MAIN, "", files[i].length());
      lowered.add(new LoweredFile(file, outcome.unit().orElseThrow()));
    }
    Library library = Library.shipped();
    return new Backend(Linker.link(lowered, library), library, mappers);
  }
}
