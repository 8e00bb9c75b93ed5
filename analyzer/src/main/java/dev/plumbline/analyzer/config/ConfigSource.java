package dev.plumbline.analyzer.config;

import dev.plumbline.analyzer.ir.ConfigFile;
import dev.plumbline.analyzer.source.SourceFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A configuration file in its place in the workspace.
 *
 * @param applicationName what the main configuration files of its module are called
 */
public record ConfigSource(SourceFile file, ConfigFile content, String applicationName) {

  /** What a framework takes the file for, told by its name and folder. */
  public enum Role {
    /** {@code application.*} of Spring Boot, Quarkus and Micronaut, or as the program calls it. */
    APPLICATION,
    /** {@code bootstrap.*} of Spring Cloud and Micronaut: read first, and weaker. */
    BOOTSTRAP,
    /** {@code META-INF/microprofile-config.properties}. */
    MICROPROFILE,
    /** Read only by who names it. */
    OTHER
  }

  /** What follows one of these is the name on the class path. */
  private static final List<String> ROOTS =
      List.of("resources/", "src/main/java/", "src/test/java/", "WEB-INF/classes/");

  public ConfigSource {
    Objects.requireNonNull(file);
    Objects.requireNonNull(content);
    Objects.requireNonNull(applicationName);
  }

  /** Where nothing says otherwise, they are called {@code application}. */
  public ConfigSource(SourceFile file, ConfigFile content) {
    this(file, content, "application");
  }

  /** The same file in a module whose main configuration files have this name. */
  ConfigSource called(String name) {
    return new ConfigSource(file, content, name);
  }

  public Role role() {
    String stem = stem();
    if (stem.equals(applicationName) || stem.startsWith(applicationName + "-")) {
      return Role.APPLICATION;
    }
    if (stem.equals("bootstrap") || stem.startsWith("bootstrap-")) {
      return Role.BOOTSTRAP;
    }
    return stem.equals("microprofile-config") || stem.startsWith("microprofile-config-")
        ? Role.MICROPROFILE
        : Role.OTHER;
  }

  /** The profile that the name of the file says: {@code application-prod.yml}. */
  public Optional<String> profile() {
    String prefix =
        switch (role()) {
          case APPLICATION -> applicationName + "-";
          case BOOTSTRAP -> "bootstrap-";
          case MICROPROFILE -> "microprofile-config-";
          case OTHER -> null;
        };
    return prefix != null && stem().startsWith(prefix)
        ? Optional.of(stem().substring(prefix.length()))
        : Optional.empty();
  }

  /** For example {@code i18n/messages.properties}; empty when it lies outside of the class path. */
  public Optional<String> classPathName() {
    String path = file.path();
    for (String root : ROOTS) {
      int start = path.startsWith(root) ? 0 : path.indexOf("/" + root) + 1;
      if (start > 0 || path.startsWith(root)) {
        return Optional.of(path.substring(start + root.length()));
      }
    }
    return Optional.empty();
  }

  /** Whether it lies in a folder {@code config}, which goes before its parent. */
  boolean isInConfigFolder() {
    return file.path().endsWith("config/" + file.name());
  }

  private String stem() {
    int dot = file.name().lastIndexOf('.');
    return dot < 0 ? file.name() : file.name().substring(0, dot);
  }
}
