package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.frontend.ConfigOutcome;
import dev.plumbline.analyzer.frontend.ConfigReader;
import dev.plumbline.analyzer.frontend.GeneratorInputReader;
import dev.plumbline.analyzer.frontend.JavaFrontEnd;
import dev.plumbline.analyzer.frontend.LoggingXmlReader;
import dev.plumbline.analyzer.frontend.MapperXmlReader;
import dev.plumbline.analyzer.frontend.Problem;
import dev.plumbline.analyzer.ir.CompilationUnit;
import dev.plumbline.analyzer.ir.ConfigFile;
import dev.plumbline.analyzer.ir.GeneratorInput;
import dev.plumbline.analyzer.ir.LoggingXml;
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
  private final LoggingXmlReader logging = new LoggingXmlReader();
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
            || ConfigReader.reads(file)
            || GeneratorInputReader.reads(file.path())
            || textRules.stream().anyMatch(rule -> reads(rule, file));
    if (!wanted) {
      return FileFacts.of(file, List.of(), List.of());
    }
    ReadOutcome outcome = reader.read(file);
    if (outcome instanceof SkippedFile skipped) {
      return new FileFacts(
          file,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
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
    if (ConfigReader.reads(file)) {
      ConfigFile keys = configuration(text, notifications);
      return FileFacts.of(file, findings, notifications).with(keys);
    }
    if (file.kind() == SourceKind.XML && LoggingXmlReader.reads(file.name())) {
      Optional<LoggingXml> logs = logging(file, text, notifications);
      FileFacts facts = FileFacts.of(file, findings, notifications);
      return logs.map(facts::with).orElse(facts);
    }
    Optional<MapperXml> mapper = Optional.empty();
    if (file.kind() == SourceKind.XML && MapperXmlReader.mayBeMapper(text.text())) {
      mapper = mapper(file, text, notifications);
    }
    Optional<GeneratorInput> input = generatorInput(text, notifications);
    FileFacts facts = FileFacts.of(file, findings, notifications);
    return mapper.map(facts::with).or(() -> input.map(facts::with)).orElse(facts);
  }

  private static Optional<GeneratorInput> generatorInput(
      SourceText text, List<Notification> notifications) {
    SourceFile file = text.file();
    // As with configuration: what tests keep broken is told, but nothing is missing.
    Notification.Kind kind =
        file.role() == SourceRole.MAIN ? Notification.Kind.INPUT : Notification.Kind.NOTICE;
    return GeneratorInputReader.read(
        file.path(), text.text(), problem -> notifications.add(notification(file, problem, kind)));
  }

  private static ConfigFile configuration(SourceText text, List<Notification> notifications) {
    SourceFile file = text.file();
    ConfigOutcome outcome = ConfigReader.read(text);
    // Data of tests and of other tools is often broken on purpose: told, but nothing is missing.
    boolean matters = ConfigReader.isApplication(file) && file.role() == SourceRole.MAIN;
    Notification.Kind kind = matters ? Notification.Kind.INPUT : Notification.Kind.NOTICE;
    outcome.problems().forEach(each -> notifications.add(notification(file, each, kind)));
    return outcome.file();
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

  private Optional<LoggingXml> logging(
      SourceFile file, SourceText text, List<Notification> notifications) {
    try {
      return Optional.of(logging.read(file.path(), text.text()));
    } catch (XMLStreamException e) {
      notifications.add(
          Notification.of(
              Notification.Kind.NOTICE,
              file.path(),
              "This logging configuration is not well-formed XML; how logs are written is unknown"
                  + " to the review."));
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
      notifications.add(notification(file, problem, Notification.Kind.INPUT));
    }
    int lines = outcome.unit().map(CompilationUnit::lineCount).orElse(0);
    return new FileFacts(
        file,
        outcome.unit(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        !outcome.complete(),
        lines,
        findings,
        notifications);
  }

  private static Notification notification(
      SourceFile file, Problem problem, Notification.Kind inSource) {
    Notification.Kind kind = problem.internal() ? Notification.Kind.INTERNAL : inSource;
    return problem
        .span()
        .map(span -> Notification.at(kind, new Location(file.path(), span), problem.message()))
        .orElseGet(() -> Notification.of(kind, file.path(), problem.message()));
  }

  private static boolean reads(TextRule rule, SourceFile file) {
    return rule.kinds().contains(file.kind()) && rule.roles().contains(file.role());
  }
}
