package dev.plumbline.analyzer.source;

import dev.plumbline.analyzer.source.SkippedFile.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/**
 * Reads and decodes one file; {@link TextDecoder} says how the charset is found.
 *
 * <p>A file above the limit for its kind is not opened. Stateless: one reader serves all threads.
 */
public final class SourceReader {

  private final SizeLimits limits;

  /** With the default limits. */
  public SourceReader() {
    this(SizeLimits.DEFAULT);
  }

  public SourceReader(SizeLimits limits) {
    this.limits = Objects.requireNonNull(limits);
  }

  /**
   * Reads a file as it is now; it may have changed since it was listed.
   *
   * @return the text, or why there is none: too large, binary, broken UTF-16, unreadable, vanished,
   *     replaced by a link or a directory, grown or cut while it was read
   */
  public ReadOutcome read(SourceFile file) {
    try {
      return readNow(file);
    } catch (IOException e) {
      return skip(file, Reason.UNREADABLE, "cannot be read: " + IoReason.of(e));
    }
  }

  private ReadOutcome readNow(SourceFile file) throws IOException {
    if (!Files.isRegularFile(file.location(), LinkOption.NOFOLLOW_LINKS)) {
      boolean exists = Files.exists(file.location(), LinkOption.NOFOLLOW_LINKS);
      String detail = exists ? "it is no longer a regular file" : "it vanished during the scan";
      return skip(file, Reason.UNREADABLE, "cannot be read: " + detail);
    }
    byte[] bytes;
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file.location(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      long size = channel.size();
      long limit = limits.of(file.kind());
      if (size > limit) {
        return skip(file, Reason.TOO_LARGE, size + " bytes, over the limit of " + limit);
      }
      bytes = new byte[(int) size + 1]; // one more, to see whether it grows
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // until the end or the extra byte
      }
      if (buffer.position() != size) {
        return skip(file, Reason.UNREADABLE, "cannot be read: it changed while it was read");
      }
    }
    return TextDecoder.decode(file, Arrays.copyOf(bytes, bytes.length - 1));
  }

  static SkippedFile skip(SourceFile file, Reason reason, String detail) {
    return new SkippedFile(file.path(), reason, detail);
  }
}
