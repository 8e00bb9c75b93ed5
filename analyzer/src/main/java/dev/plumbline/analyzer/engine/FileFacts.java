package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.ir.CompilationUnit;
import dev.plumbline.analyzer.ir.ConfigFile;
import dev.plumbline.analyzer.ir.GeneratorInput;
import dev.plumbline.analyzer.ir.LoggingXml;
import dev.plumbline.analyzer.ir.MapperXml;
import dev.plumbline.analyzer.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * All that is kept of one file. It depends on the file's bytes, the rules and nothing else.
 *
 * @param unit of a Java file that could be lowered, whole or in part
 * @param generatorInput of a file that tells a code generator what to make
 * @param logging of a file that configures logging
 * @param failed whether it is a Java file of which facts are missing
 * @param lines of a Java file, else 0
 * @param findings of the syntax and text rules
 */
record FileFacts(
    SourceFile file,
    Optional<CompilationUnit> unit,
    Optional<MapperXml> mapper,
    Optional<ConfigFile> configuration,
    Optional<GeneratorInput> generatorInput,
    Optional<LoggingXml> logging,
    boolean failed,
    int lines,
    List<Finding> findings,
    List<Notification> notifications) {

  FileFacts {
    findings = List.copyOf(findings);
    notifications = List.copyOf(notifications);
  }

  /** A file that is neither Java nor a mapper. */
  static FileFacts of(SourceFile file, List<Finding> findings, List<Notification> notifications) {
    return new FileFacts(
        file,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        0,
        findings,
        notifications);
  }

  FileFacts with(MapperXml statements) {
    return new FileFacts(
        file,
        unit,
        Optional.of(statements),
        configuration,
        generatorInput,
        logging,
        failed,
        lines,
        findings,
        notifications);
  }

  FileFacts with(ConfigFile keys) {
    return new FileFacts(
        file,
        unit,
        mapper,
        Optional.of(keys),
        generatorInput,
        logging,
        failed,
        lines,
        findings,
        notifications);
  }

  FileFacts with(GeneratorInput input) {
    return new FileFacts(
        file,
        unit,
        mapper,
        configuration,
        Optional.of(input),
        logging,
        failed,
        lines,
        findings,
        notifications);
  }

  FileFacts with(LoggingXml logs) {
    return new FileFacts(
        file,
        unit,
        mapper,
        configuration,
        generatorInput,
        Optional.of(logs),
        failed,
        lines,
        findings,
        notifications);
  }
}
