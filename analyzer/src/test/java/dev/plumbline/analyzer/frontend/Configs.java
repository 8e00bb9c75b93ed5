package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.ConfigEntry;
import dev.plumbline.analyzer.source.Decoding;
import dev.plumbline.analyzer.source.LineIndex;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceRole;
import dev.plumbline.analyzer.source.SourceText;
import java.nio.file.Path;
import java.util.List;

/** Configuration that is written in a test. */
final class Configs {

  private Configs() {}

  static ConfigOutcome read(String path, String text) {
    SourceFile file =
        new SourceFile(
            path,
            Path.of(path),
            SourceKind.of(path).orElseThrow(),
            SourceRole.MAIN,
            "",
            text.length());
    return ConfigReader.read(new SourceText(file, text, new Decoding("UTF-8", false, false, -1)));
  }

  /** {@code key=value} for each entry. */
  static List<String> pairs(ConfigOutcome outcome) {
    return outcome.file().entries().stream().map(e -> e.key() + "=" + e.value()).toList();
  }

  static ConfigEntry entry(ConfigOutcome outcome, String key) {
    return outcome.file().entries().stream()
        .filter(entry -> entry.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no key " + key + " in " + pairs(outcome)));
  }

  static String at(String text, Span span) {
    LineIndex lines = LineIndex.of(text);
    return text.substring(
        lines.lineStart(span.startLine()) + span.startColumn() - 1,
        lines.lineStart(span.endLine()) + span.endColumn() - 1);
  }
}
