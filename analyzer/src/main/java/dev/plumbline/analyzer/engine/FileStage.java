package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.frontend.JavaFrontEnd;
import dev.plumbline.analyzer.frontend.MapperXmlReader;
import dev.plumbline.analyzer.frontend.Problem;
import dev.plumbline.analyzer.ir.CompilationUnit;
import dev.plumbline.analyzer.ir.MapperXml;
import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.analyzer.rule.SyntaxRule;
import dev.plumbline.analyzer.rule.SyntaxWalk;
import dev.plumbline.analyzer.rule.TextRule;
import dev.plumbline.analyzer.source.ReadOutcome;
import dev.plumbline.analyzer.source.SkippedFile;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceReader;
import dev.plumbline.analyzer.source.SourceRole;
import dev.plumbline.analyzer.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * The work on one file: read, parse, lower, and the rules that see no more than it. One a thread.
 */
final class FileStage {

  private final SourceReader reader = new SourceReader();
  private final MapperXmlReader mappers = new MapperXmlReader();
  private final JavaFrontEnd frontEnd;
  private final List<TextRule> textRules = new ArrayList<>();
  private final SyntaxWalk syntaxWalk;
  private final RuleRuns runs;

  FileStage(List<Rule> rules, boolean selfCheck, RuleRuns runs) {
    this.runs = runs;
    this.frontEnd = new JavaFrontEnd(selfCheck);
    List<SyntaxRule> syntaxRules = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule instanceof TextRule text) {
        textRules.add(text);
      } else if (rule instanceof SyntaxRule syntax) {
        syntaxRules.add(syntax);
      }
    }
    this.syntaxWalk = new SyntaxWalk(syntaxRules);
  }

  FileFacts process(SourceFile file) {
    boolean wanted =
        file.kind() == SourceKind.JAVA
            || file.kind() == SourceKind.XML
            || textRules.stream().anyMatch(rule -> reads(rule, file));
    if (!wanted) {
      return facts(file, Optional.empty(), Optional.empty(), false, 0, List.of(), List.of());
    }
    ReadOutcome outcome = reader.read(file);
    if (outcome instanceof SkippedFile skipped) {
      return facts(
          file,
          Optional.empty(),
          Optional.empty(),
          skipped.incomplete() && file.kind() == SourceKind.JAVA,
          0,
          List.of(),
          List.of(Notices.of(skipped)));
    }
    return process(file, (SourceText) outcome);
  }

  private FileFacts process(SourceFile listed, SourceText read) {
    List<Notification> notifications = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Notices.of(read).ifPresent(notifications::add);
    boolean generated =
        listed.role() != SourceRole.GENERATED && SourceRole.isGeneratedText(read.text());
    SourceFile file = generated ? asGenerated(listed) : listed;
    SourceText text = generated ? new SourceText(file, read.text(), read.decoding()) : read;
    for (TextRule rule : textRules) {
      if (reads(rule, file)) {
        runs.run(rule, file.path(), () -> rule.inspect(text, findings::add));
      }
    }
    if (file.kind() == SourceKind.JAVA) {
      return java(file, text, findings, notifications);
    }
    Optional<MapperXml> mapper = Optional.empty();
    if (file.kind() == SourceKind.XML && MapperXmlReader.mayBeMapper(text.text())) {
      mapper = mapper(file, text, notifications);
    }
    return facts(file, Optional.empty(), mapper, false, 0, findings, notifications);
  }

  private static SourceFile asGenerated(SourceFile file) {
    return new SourceFile(
        file.path(),
        file.location(),
        file.kind(),
        SourceRole.GENERATED,
        file.module(),
        file.size());
  }

  private Optional<MapperXml> mapper(
      SourceFile file, SourceText text, List<Notification> notifications) {
    try {
      return mappers.read(file.path(), text.text());
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      notifications.add(
          Notification.of(
              Notification.Kind.INPUT,
              file.path(),
              "This mapper file is not well-formed XML"
                  + (line > 0 ? " near line " + line : "")
                  + "; its statements are unknown to the review."));
      return Optional.empty();
    }
  }

  private FileFacts java(
      SourceFile file, SourceText text, List<Finding> findings, List<Notification> notifications) {
    JavaFrontEnd.Outcome outcome =
        syntaxWalk.isIdle()
            ? frontEnd.parse(file.path(), text.text())
            : frontEnd.parse(
                file.path(),
                text.text(),
                syntaxWalk.over(
                    file, (rule, call) -> runs.run(rule, file.path(), call), findings::add));
    for (Problem problem : outcome.problems()) {
      notifications.add(notification(file, problem));
    }
    int lines = outcome.unit().map(CompilationUnit::lineCount).orElse(0);
    return facts(
        file,
        outcome.unit(),
        Optional.empty(),
        !outcome.complete(),
        lines,
        findings,
        notifications);
  }

  private static Notification notification(SourceFile file, Problem problem) {
    Notification.Kind kind =
        problem.internal() ? Notification.Kind.INTERNAL : Notification.Kind.INPUT;
    return problem
        .span()
        .map(span -> Notification.at(kind, new Location(file.path(), span), problem.message()))
        .orElseGet(() -> Notification.of(kind, file.path(), problem.message()));
  }

  private static boolean reads(TextRule rule, SourceFile file) {
    return rule.kinds().contains(file.kind()) && rule.roles().contains(file.role());
  }

  private static FileFacts facts(
      SourceFile file,
      Optional<CompilationUnit> unit,
      Optional<MapperXml> mapper,
      boolean failed,
      int lines,
      List<Finding> findings,
      List<Notification> notifications) {
    return new FileFacts(file, unit, mapper, failed, lines, findings, notifications);
  }
}
