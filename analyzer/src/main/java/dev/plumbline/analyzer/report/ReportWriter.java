package dev.plumbline.analyzer.report;

import dev.plumbline.analyzer.finding.ScanReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.UUID;

/**
 * Puts a report into a file, whole or not at all: a full disk, a failure or a crash leaves the old
 * report as it was. Devices, pipes and streams such as {@code /dev/stdout} are written to directly.
 */
public final class ReportWriter {

  private static final int MAX_LINKS = 40;

  /** Names of open streams. The file behind one may be in use, so that it is never replaced. */
  private static final List<Path> STREAMS =
      List.of(Path.of("/dev/stdout"), Path.of("/dev/stderr"), Path.of("/dev/fd"), Path.of("/proc"));

  private ReportWriter() {}

  /**
   * Writes {@code report} to {@code file} and creates missing folders above it.
   *
   * @throws IOException with a message for the user: what failed, where, and a way out
   */
  public static void writeFile(ReportFormat format, ScanReport report, Path file)
      throws IOException {
    writeFile(out -> format.write(report, out), file);
  }

  /** What goes into a file: writes it all, and leaves the stream open. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes {@code content} to {@code file} likewise.
   *
   * @throws IOException with a message for the user: what failed, where, and a way out
   */
  public static void writeFile(Content content, Path file) throws IOException {
    try {
      Path target = target(file);
      if (goesThrough(target)) {
        writeThrough(content, target);
      } else {
        replace(content, target);
      }
    } catch (IOException e) {
      throw told(file, e);
    }
  }

  /**
   * Finds out before a long scan what would fail after it, and leaves nothing behind. That it
   * passes is no promise: a disk can fill up.
   *
   * @throws IOException with a message for the user when {@link #writeFile} would fail
   */
  public static void probe(Path file) throws IOException {
    try {
      Path target = target(file);
      if (goesThrough(target)) {
        return;
      }
      requireReplaceable(target);
      Path folder = target.getParent();
      while (folder != null && !Files.exists(folder)) {
        folder = folder.getParent();
      }
      if (folder == null || !Files.isDirectory(folder)) {
        throw new FileSystemException(file.toString(), null, folder + " is not a folder");
      }
      // Questions about permissions get no true answer on every file system; trying does.
      requireRoom(folder);
    } catch (IOException e) {
      throw told(file, e);
    }
  }

  private static void requireRoom(Path folder) throws IOException {
    try {
      Files.delete(Files.createTempFile(folder, ".plumbline-", ".tmp"));
    } catch (AccessDeniedException e) {
      throw new AccessDeniedException(folder.toString(), null, "no permission in " + folder);
    }
  }

  private static IOException told(Path file, IOException e) {
    return new IOException(
        "cannot write the report to " + file + ": " + reason(e) + ". " + wayOut(e), e);
  }

  private static boolean goesThrough(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw new FileSystemException(target.toString(), null, "this is a folder");
    }
    return isStream(target) || (Files.exists(target) && !Files.isRegularFile(target));
  }

  /** Follows links, also to a file that is yet to be made, so that the link itself stays. */
  private static Path target(Path file) throws IOException {
    Path current = file.toAbsolutePath();
    for (int i = 0; i < MAX_LINKS; i++) {
      if (isStream(current) || !Files.isSymbolicLink(current)) {
        return current;
      }
      current = current.resolveSibling(Files.readSymbolicLink(current));
    }
    throw new FileSystemException(file.toString(), null, "its links lead in a circle");
  }

  private static boolean isStream(Path path) {
    return STREAMS.stream().anyMatch(path::startsWith);
  }

  private static void writeThrough(Content content, Path target) throws IOException {
    // Appending: what was redirected to a file before us is not ours to overwrite.
    try (OutputStream out =
        new BufferedOutputStream(
            Files.newOutputStream(target, StandardOpenOption.WRITE, StandardOpenOption.APPEND))) {
      content.write(out);
    }
  }

  private static void replace(Content content, Path target) throws IOException {
    boolean exists = requireReplaceable(target);
    Path folder = target.getParent();
    Files.createDirectories(folder);
    Path temporary = folder.resolve(".plumbline-" + UUID.randomUUID() + ".tmp");
    // An interrupt from the keyboard skips the block below.
    temporary.toFile().deleteOnExit();
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
        content.write(out);
        out.flush();
        channel.force(true);
      }
      if (exists) {
        copyPermissions(target, temporary);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException | Error e) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  /** Whether there is an old report. */
  private static boolean requireReplaceable(Path target) throws IOException {
    boolean exists = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (exists && !Files.isWritable(target)) {
      // A move would replace it all the same, against its owner's will.
      throw new AccessDeniedException(target.toString(), null, "the file is read-only");
    }
    return exists;
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (old != null) {
      Files.setPosixFilePermissions(to, old.readAttributes().permissions());
    }
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    if (e instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (e instanceof FileAlreadyExistsException existing) {
      return existing.getFile() + " is not a folder";
    }
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private static String wayOut(IOException e) {
    String reason = reason(e);
    if (reason.contains("No space left") || reason.contains("quota")) {
      return "Free some space or choose a file on another disk";
    }
    return "Choose another file, or make this one writable";
  }
}
