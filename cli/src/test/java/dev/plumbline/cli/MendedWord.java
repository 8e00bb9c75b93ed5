package dev.plumbline.cli;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Fix;
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

/** A rule for tests of {@code --fix}: puts another text in the place of a word in Java files. */
final class MendedWord implements TextRule {

  private final String id;
  private final String word;
  private final String replacement;

  MendedWord(String id, String word, String replacement) {
    this.id = id;
    this.word = word;
    this.replacement = replacement;
  }

  @Override
  public RuleInfo info() {
    return new RuleInfo(
        id, "A word", Checklist.READABILITY, List.of(), Severity.HIGH, Confidence.HIGH);
  }

  @Override
  public Set<SourceKind> kinds() {
    return EnumSet.of(SourceKind.JAVA);
  }

  @Override
  public void inspect(SourceText text, Consumer<Finding> findings) {
    for (int at = text.text().indexOf(word); at >= 0; at = text.text().indexOf(word, at + 1)) {
      int line = text.lines().lineOf(at);
      int column = text.lines().columnOf(at);
      Location place =
          new Location(text.file().path(), new Span(line, column, line, column + word.length()));
      findings.accept(
          Finding.of(info(), place, "the word " + word)
              .fix(new Fix("Replace it", List.of(new Fix.Replacement(place, replacement))))
              .build());
    }
  }
}
