package dev.plumbline.analyzer.source;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that was listed, not yet read.
 *
 * @param path relative to the workspace root, with {@code /} between its parts on every system
 * @param location where to open it
 * @param module the path of the nearest directory at or above that holds a {@code pom.xml} or a
 *     {@code build.gradle(.kts)}; "" for the root, also when the root holds neither
 * @param size in bytes, when it was listed
 */
public record SourceFile(
    String path, Path location, SourceKind kind, SourceRole role, String module, long size) {

  public SourceFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(location);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(role);
    Objects.requireNonNull(module);
  }

  /** The part of {@link #path} after the last {@code /}. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
