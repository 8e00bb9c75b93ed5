package dev.plumbline.analyzer.ir;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A Logback or Log4j configuration file: what is written to its logs, and in which form.
 *
 * @param path relative to the repository root
 * @param properties texts that patterns may name as <code>${name}</code>
 * @param outputs in source order
 * @param used the names of outputs that loggers write to, but for what development profiles use
 * @param includes resources that the file includes
 * @param words further words of patterns, with the class that stands behind each
 */
public record LoggingXml(
    String path,
    Map<String, String> properties,
    List<Output> outputs,
    Set<String> used,
    List<String> includes,
    Map<String, String> words) {

  public LoggingXml {
    Objects.requireNonNull(path);
    properties = java.util.Collections.unmodifiableMap(new TreeMap<>(properties));
    outputs = List.copyOf(outputs);
    used = Set.copyOf(used);
    includes = List.copyOf(includes);
    words = java.util.Collections.unmodifiableMap(new TreeMap<>(words));
  }

  /**
   * Where a log goes to: a console, a file, a socket.
   *
   * @param layouts classes or element names of what turns events into text
   * @param patterns as written
   * @param escaped whether an attribute makes it escape line breaks
   * @param forwarded names of outputs that it hands its events to
   */
  public record Output(
      String name,
      List<String> layouts,
      List<String> patterns,
      boolean escaped,
      List<String> forwarded) {
    public Output {
      Objects.requireNonNull(name);
      layouts = List.copyOf(layouts);
      patterns = List.copyOf(patterns);
      forwarded = List.copyOf(forwarded);
    }
  }
}
