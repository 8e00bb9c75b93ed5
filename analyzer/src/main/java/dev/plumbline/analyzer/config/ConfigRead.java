package dev.plumbline.analyzer.config;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A place where code reads a key of the configuration.
 *
 * @param key as the code writes it, with {@code [*]} for any index; empty when the code does not
 *     tell which it is
 * @param whole whether everything below the key is read with it: a map, a list of texts, an object
 *     of a library that is bound to a prefix
 * @param defaultText what the code falls back to, with placeholders as they are
 * @param owner the type whose code reads
 * @param target the field, parameter or property that is filled; empty for calls
 * @param text the whole text that the placeholder stands in, for {@link Kind#VALUE} and {@link
 *     Kind#PLACEHOLDER}; else the key
 * @param files that are read, for {@link Kind#BUNDLE}; else empty: those of the module
 */
public record ConfigRead(
    Kind kind,
    Optional<String> key,
    boolean whole,
    Optional<String> defaultText,
    TypeInfo owner,
    String target,
    String text,
    List<ConfigSource> files,
    Location location) {

  /** By what means. */
  public enum Kind {
    /** {@code @Value}, {@code @ConfigProperty} and their like fill a field or parameter. */
    VALUE,
    /** A placeholder in another annotation: {@code @Scheduled(cron = "${…}")}. */
    PLACEHOLDER,
    /** A property of a class that is bound to a prefix. */
    BINDING,
    /** {@code @ConditionalOnProperty}. */
    CONDITION,
    /** {@code Environment.getProperty} and its like. */
    CALL,
    /** {@code System.getenv}: a variable of the environment, no key. */
    ENVIRONMENT,
    /** {@code System.getProperty}: a property of the virtual machine, no key. */
    SYSTEM_PROPERTY,
    /** A key of a bundled properties file. */
    BUNDLE
  }

  public ConfigRead {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(owner);
    Objects.requireNonNull(location);
    files = List.copyOf(files);
  }

  /** The path of the folder of the module that reads. */
  public String module() {
    return owner.file().file().module();
  }

  /** Whether the key is one of the configuration, and not a variable of the environment. */
  public boolean isConfiguration() {
    return kind != Kind.ENVIRONMENT && kind != Kind.SYSTEM_PROPERTY && kind != Kind.BUNDLE;
  }
}
