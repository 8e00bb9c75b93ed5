package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.config.ConfigSource;
import dev.plumbline.analyzer.config.Configuration;
import dev.plumbline.analyzer.config.PossibleValue;
import dev.plumbline.analyzer.ir.ConfigEntry;
import dev.plumbline.analyzer.ir.LoggingXml;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the modules of a workspace write their logs: whether a line break in a message stays one, so
 * that who chooses the message can write a line of his own.
 */
public final class LogLayouts {

  /** Layouts that write an event as one object with escaped texts. */
  private static final Pattern STRUCTURED =
      Pattern.compile(
          "(?i).*(json|logstash|gelf|stackdriver|structured|cloudwatchlayout|fluent).*"
              + "|.*Ecs(Layout|Encoder).*");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}:]*)(?::-?([^{}]*))?}");

  /** Placeholders in placeholders are rare, a circle of them is a mistake. */
  private static final int MAX_ROUNDS = 5;

  /** What Spring Boot writes when nobody says otherwise. */
  private static final String BOOT = "%d %p %logger : %m%n";

  private static final List<String> BOOT_CONSOLE =
      List.of("CONSOLE_LOG_PATTERN", "logging.pattern.console");

  private static final List<String> BOOT_FILE = List.of("FILE_LOG_PATTERN", "logging.pattern.file");

  /**
   * A logging configuration in its place.
   *
   * @param file where it was found
   */
  public record Source(SourceFile file, LoggingXml content) {}

  private final List<Source> sources;
  private final List<ConfigSource> files;
  private final Configuration configuration;
  private final Map<String, Boolean> byModule = new HashMap<>();

  LogLayouts(List<Source> sources, List<ConfigSource> files, Configuration configuration) {
    this.sources = sources.stream().filter(each -> each.file().role() == SourceRole.MAIN).toList();
    this.files = files.stream().filter(each -> each.file().role() == SourceRole.MAIN).toList();
    this.configuration = configuration;
  }

  /**
   * Whether everything that the module's code logs is written with its line breaks encoded, or as
   * JSON. A module without logging configuration is a library: there all of the workspace's count.
   */
  public synchronized boolean encodeLineBreaks(String module) {
    return byModule.computeIfAbsent(module, this::encodes);
  }

  private boolean encodes(String module) {
    List<Source> own = sources.stream().filter(s -> s.file().module().equals(module)).toList();
    List<Source> asked = own.isEmpty() ? sources : own;
    if (!asked.isEmpty()) {
      return asked.stream().allMatch(each -> encodes(each.content(), module));
    }
    return log4jFiles() || byKeys(module);
  }

  private boolean encodes(LoggingXml logging, String module) {
    Map<String, LoggingXml.Output> byName = new HashMap<>();
    logging.outputs().forEach(each -> byName.put(each.name(), each));
    Set<String> names = new LinkedHashSet<>(logging.used());
    if (names.isEmpty()) {
      names.addAll(byName.keySet());
      // Whoever includes the whole of Spring Boot's file writes to its console.
      if (logging.includes().stream().anyMatch(each -> each.endsWith("logback/base.xml"))) {
        names.add("CONSOLE");
      }
      if (logging.includes().stream().anyMatch(each -> each.endsWith("console-appender.xml"))) {
        names.add("CONSOLE");
      }
    }
    List<String> open = new ArrayList<>(names);
    int written = 0;
    for (int i = 0; i < open.size(); i++) {
      LoggingXml.Output output = byName.get(open.get(i));
      if (output == null) {
        if (!encodesByDefault(open.get(i), logging, module)) {
          return false;
        }
        written++;
        continue;
      }
      output.forwarded().stream().filter(each -> !open.contains(each)).forEach(open::add);
      if (keepsLineBreaks(output, logging, module)) {
        return false;
      }
      written += output.layouts().isEmpty() && output.patterns().isEmpty() ? 0 : 1;
    }
    return written > 0;
  }

  private boolean keepsLineBreaks(LoggingXml.Output output, LoggingXml logging, String module) {
    boolean structured =
        !output.layouts().isEmpty()
            && output.layouts().stream().anyMatch(each -> STRUCTURED.matcher(each).matches());
    if (structured || output.escaped()) {
      return false;
    }
    if (output.patterns().isEmpty()) {
      // A layout without a pattern: its default writes the bare message.
      return !output.layouts().isEmpty();
    }
    return output.patterns().stream()
        .anyMatch(
            each -> LogPattern.keepsLineBreaks(resolved(each, logging, module), logging.words()));
  }

  /** An output that the file names and does not define comes from an include of Spring Boot. */
  private boolean encodesByDefault(String name, LoggingXml logging, String module) {
    if (logging.includes().stream().anyMatch(each -> each.contains("structured-"))) {
      return true;
    }
    List<String> keys = name.equals("FILE") ? BOOT_FILE : BOOT_CONSOLE;
    String pattern = logging.properties().get(keys.get(0));
    String used = pattern != null ? pattern : value(keys.get(1), module);
    return used != null
        && !LogPattern.keepsLineBreaks(resolved(used, logging, module), logging.words());
  }

  /** With what placeholders stand for; a pattern that nobody defines is Spring Boot's. */
  private String resolved(String pattern, LoggingXml logging, String module) {
    String text = pattern;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Matcher matcher = PLACEHOLDER.matcher(text);
      StringBuilder next = new StringBuilder();
      boolean found = false;
      while (matcher.find()) {
        found = true;
        matcher.appendReplacement(
            next, Matcher.quoteReplacement(meaning(matcher, logging, module)));
      }
      if (!found) {
        return text;
      }
      text = matcher.appendTail(next).toString();
    }
    return text;
  }

  private String meaning(Matcher placeholder, LoggingXml logging, String module) {
    String name = placeholder.group(1);
    String written = logging.properties().get(name);
    // CONSOLE_LOG_PATTERN is often defined as itself, with a default.
    if (written != null && !written.contains("${" + name)) {
      return written;
    }
    if (placeholder.group(2) != null) {
      return placeholder.group(2);
    }
    if (written != null) {
      return written.replaceAll("\\$\\{" + Pattern.quote(name) + ":-?", "");
    }
    String configured =
        BOOT_CONSOLE.contains(name)
            ? value(BOOT_CONSOLE.get(1), module)
            : BOOT_FILE.contains(name) ? value(BOOT_FILE.get(1), module) : null;
    return configured != null ? configured : name.contains("PATTERN") ? BOOT : "";
  }

  /** What Spring Boot and Quarkus take from their own configuration. */
  private boolean byKeys(String module) {
    if (value("logging.structured.format.console", module) != null
        || "true".equals(value("quarkus.log.console.json", module))
        || "true".equals(value("quarkus.log.console.json.enabled", module))) {
      return true;
    }
    String console = value(BOOT_CONSOLE.get(1), module);
    String file = value(BOOT_FILE.get(1), module);
    return console != null
        && !LogPattern.keepsLineBreaks(console, Map.of())
        && (file == null || !LogPattern.keepsLineBreaks(file, Map.of()));
  }

  /** The first of what it may be, if all of them agree on one thing: that it is there. */
  private String value(String key, String module) {
    List<PossibleValue> values = configuration.values(key, module);
    return values.isEmpty() ? null : values.get(0).text();
  }

  /** {@code log4j2.properties} and {@code log4j2.yml}. */
  private boolean log4jFiles() {
    int written = 0;
    for (ConfigSource each : files) {
      if (!each.file().name().startsWith("log4j2")) {
        continue;
      }
      for (ConfigEntry entry : each.content().entries()) {
        String key = entry.key().toLowerCase(java.util.Locale.ROOT);
        boolean pattern = key.endsWith("pattern") && !key.contains("filepattern");
        if (pattern && LogPattern.keepsLineBreaks(entry.value(), Map.of())) {
          return false;
        }
        boolean structured =
            key.endsWith("layout.type") && STRUCTURED.matcher(entry.value()).matches();
        written += pattern || structured ? 1 : 0;
      }
    }
    return written > 0;
  }
}
