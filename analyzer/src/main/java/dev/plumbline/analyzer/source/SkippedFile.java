package dev.plumbline.analyzer.source;

import java.util.Objects;
import java.util.Optional;

/**
 * A file or directory that was met and not read.
 *
 * @param path relative to the workspace root, with {@code /} between its parts
 * @param detail the rest of a sentence for people, without absolute paths of this machine
 */
public record SkippedFile(String path, Reason reason, String detail) implements ReadOutcome {

  /** Why. */
  public enum Reason {
    /** Above the limit for its kind. */
    TOO_LARGE,
    /** A NUL byte near the beginning. */
    BINARY,
    /** A byte order mark promises a charset that the bytes break. */
    NOT_DECODABLE,
    /** It could not be opened, is no regular file, or changed while it was read. */
    UNREADABLE,
    /** It could not be listed; nothing below it was seen. */
    UNREADABLE_DIRECTORY,
    /** A link that leaves the workspace; such links are never followed. */
    LINK_OUTSIDE,
    /** A link that leads back to itself. */
    LINK_LOOP,
    /** A link to nothing. */
    LINK_BROKEN,
    /** Output of a build that no ignore file names. */
    BUILD_OUTPUT
  }

  public SkippedFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(detail);
  }

  /**
   * Whether something that should have been analysed was not.
   *
   * <p>That is so for whatever could not be read, and for Java of any reason. A huge SQL dump or a
   * DER key named {@code .pem} is worth a notice and no more.
   */
  public boolean incomplete() {
    return switch (reason) {
      case UNREADABLE, UNREADABLE_DIRECTORY -> true;
      case TOO_LARGE, BINARY, NOT_DECODABLE ->
          SourceKind.of(path).equals(Optional.of(SourceKind.JAVA));
      case LINK_OUTSIDE, LINK_LOOP, LINK_BROKEN, BUILD_OUTPUT -> false;
    };
  }
}
