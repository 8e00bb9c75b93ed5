package dev.plumbline.cli;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.rule.TextRule;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceText;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A rule for tests of the command: finds a word in any file, with the severity it was made with.
 */
final class ShoutedWord implements TextRule {

  static final String WORD = "FINDME";
  static final String ID = "shouted-word";

  private final Severity severity;

  ShoutedWord() {
    this(Severity.HIGH);
  }

  ShoutedWord(Severity severity) {
    this.severity = severity;
  }

  @Override
  public RuleInfo info() {
    return new RuleInfo(
        ID, "A shouted word", Checklist.READABILITY, List.of(), severity, Confidence.HIGH);
  }

  @Override
  public Set<SourceKind> kinds() {
    return EnumSet.allOf(SourceKind.class);
  }

  @Override
  public void inspect(SourceText text, Consumer<Finding> findings) {
    List<String> lines = text.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int column = lines.get(i).indexOf(WORD);
      if (column >= 0) {
        Span span = new Span(i + 1, column + 1, i + 1, column + 1 + WORD.length());
        findings.accept(
            Finding.of(info(), new Location(text.file().path(), span), "somebody shouts").build());
      }
    }
  }
}
