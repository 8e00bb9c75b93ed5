package dev.plumbline.analyzer.fix;

import dev.plumbline.analyzer.source.Decoding;
import dev.plumbline.analyzer.source.ReadOutcome;
import dev.plumbline.analyzer.source.SourceReader;
import dev.plumbline.analyzer.source.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/**
 * Puts a change into its file, whole or not at all: the new file is written beside the old one and
 * takes its place. Charset, byte order mark, line ends and permissions stay.
 */
public final class FixWriter {

  private FixWriter() {}

  /**
   * @throws IOException with a message for the user; the file is as it was
   */
  public static void write(FileChange change) throws IOException {
    try {
      byte[] bytes = bytes(change);
      requireUnchanged(change.before());
      replace(change.before().file().location(), bytes);
    } catch (IOException e) {
      throw new IOException("cannot change " + change.path() + ": " + reason(e), e);
    }
  }

  private static byte[] bytes(FileChange change) throws IOException {
    Decoding decoding = change.before().decoding();
    String text = decoding.byteOrderMark() ? "\uFEFF" + change.after() : change.after();
    try {
      // A new encoder reports what it cannot write.
      ByteBuffer bytes =
          Charset.forName(decoding.charset()).newEncoder().encode(CharBuffer.wrap(text));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (CharacterCodingException e) {
      throw new FileSystemException(
          change.path(), null, "the change has characters that " + decoding.charset() + " lacks");
    }
  }

  private static void requireUnchanged(SourceText before) throws IOException {
    ReadOutcome now = new SourceReader().read(before.file());
    if (!(now instanceof SourceText text && text.digest().equals(before.digest()))) {
      throw new FileSystemException(
          before.file().path(), null, "it has changed since it was scanned; scan again");
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    if (!Files.isWritable(file)) {
      // A move would replace it all the same, against its owner's will.
      throw new AccessDeniedException(file.toString(), null, "the file is read-only");
    }
    Path aside = file.resolveSibling(".plumbline-" + UUID.randomUUID() + ".tmp");
    // An interrupt from the keyboard skips the block below.
    aside.toFile().deleteOnExit();
    try {
      try (FileChannel channel =
          FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      PosixFileAttributeView old = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (old != null) {
        Files.setPosixFilePermissions(aside, old.readAttributes().permissions());
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException | Error e) {
      try {
        Files.deleteIfExists(aside);
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    if (e instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
