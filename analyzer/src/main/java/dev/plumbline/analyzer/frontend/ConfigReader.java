package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.source.LineIndex;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceText;
import java.util.Locale;
import java.util.Set;

/** Reads the files that configure a program, each in its own syntax. */
public final class ConfigReader {

  /** Folders whose YAML a program reads; elsewhere YAML belongs to other tools. */
  private static final Set<String> FOLDERS = Set.of("resources", "config", "conf");

  /** Folders of charts and of what is served or generated: there YAML is not configuration. */
  private static final Set<String> OTHER_FOLDERS =
      Set.of("templates", "static", "public", "charts");

  private ConfigReader() {}

  /** Whether a file may be configuration, told by its kind and its place alone. */
  public static boolean reads(SourceFile file) {
    return switch (file.kind()) {
      case PROPERTIES, ENV -> true;
      case YAML -> isApplication(file) || isInConfigFolder(file.path());
      default -> false;
    };
  }

  /** Whether it is the main configuration of an application: what is wrong in it matters. */
  public static boolean isApplication(SourceFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    return name.startsWith("application.")
        || name.startsWith("application-")
        || name.startsWith("bootstrap.")
        || name.startsWith("bootstrap-");
  }

  private static boolean isInConfigFolder(String path) {
    boolean found = false;
    String[] parts = path.split("/");
    for (int i = 0; i < parts.length - 1; i++) {
      if (OTHER_FOLDERS.contains(parts[i])) {
        return false;
      }
      found |= FOLDERS.contains(parts[i]);
    }
    return found || parts[parts.length - 1].endsWith("config.yml");
  }

  /**
   * Reads a file that {@link #reads} accepts.
   *
   * @throws IllegalArgumentException for a file of another kind
   */
  public static ConfigOutcome read(SourceText text) {
    SourceFile file = text.file();
    String charset = text.decoding().charset();
    return switch (file.kind()) {
      case PROPERTIES -> new PropertiesReader(text.text()).read(file.path(), charset);
      case ENV -> new EnvReader(text.text()).read(file.path(), charset);
      case YAML -> new YamlReader(text.text()).read(file.path(), charset);
      default -> throw new IllegalArgumentException(file.path() + " is no configuration");
    };
  }

  /** The span between two offsets. */
  static Span span(LineIndex lines, int start, int end) {
    int startLine = lines.lineOf(start);
    int endLine = lines.lineOf(end);
    return new Span(
        startLine,
        start - lines.lineStart(startLine) + 1,
        endLine,
        end - lines.lineStart(endLine) + 1);
  }
}
