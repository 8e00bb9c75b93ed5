package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.backend.Module;
import dev.plumbline.analyzer.backend.Modules;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.frontend.PomReader;
import dev.plumbline.analyzer.inventory.Entry;
import dev.plumbline.analyzer.inventory.Section;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceReader;
import dev.plumbline.analyzer.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** The modules of the workspace. */
final class ModuleSection {

  private static final Span TOP = new Span(1, 1, 1, 1);

  private final List<Entry> entries = new ArrayList<>();
  private final List<Section.Gap> gaps = new ArrayList<>();
  private final PomReader poms = new PomReader();
  private final SourceReader reader = new SourceReader();

  private ModuleSection() {}

  static Section of(Reading reading) {
    ModuleSection section = new ModuleSection();
    List<SourceFile> files = reading.facts().stream().map(FileFacts::file).toList();
    Modules.of(reading.backend().program(), files).forEach(section::add);
    return new Section(Section.Kind.MODULES, section.entries, section.gaps);
  }

  private void add(Module module) {
    Entry.Builder entry =
        module
            .buildFile()
            .map(file -> Entry.at(new Location(file.path(), TOP)))
            .orElseGet(Entry::nowhere);
    List<Entry> libraries = new ArrayList<>();
    for (Map.Entry<String, Integer> each : module.libraries().entrySet()) {
      libraries.add(
          Entry.nowhere().text("name", each.getKey()).count("files", each.getValue()).build());
    }
    entries.add(
        entry
            .text("name", name(module))
            .text("directory", module.directory().isEmpty() ? "." : module.directory())
            .text("build", module.buildTool())
            .count("javaFiles", module.main().files())
            .count("javaLines", module.main().lines())
            .count("testFiles", module.tests().files())
            .count("testLines", module.tests().lines())
            .count("testPercent", Math.round(100 * module.testShare()))
            .count("generatedFiles", module.generated().files())
            .entries("libraries", libraries)
            .build());
  }

  /** What its build file calls it, or else its directory. */
  private String name(Module module) {
    SourceFile file = module.buildFile().orElse(null);
    if (file != null && file.name().equals("pom.xml")) {
      Optional<String> id = artifactId(file);
      if (id.isPresent()) {
        return id.get();
      }
    }
    String directory = module.directory();
    return directory.isEmpty() ? "." : directory.substring(directory.lastIndexOf('/') + 1);
  }

  private Optional<String> artifactId(SourceFile file) {
    String why = "the build file has no artifactId";
    if (reader.read(file) instanceof SourceText text) {
      try {
        Optional<String> id = poms.artifactId(text.text());
        if (id.isPresent()) {
          return id;
        }
      } catch (XMLStreamException e) {
        why = "the build file is not well-formed XML";
      }
    } else {
      why = "the build file could not be read";
    }
    gaps.add(new Section.Gap(why, file.path(), new Location(file.path(), TOP)));
    return Optional.empty();
  }
}
