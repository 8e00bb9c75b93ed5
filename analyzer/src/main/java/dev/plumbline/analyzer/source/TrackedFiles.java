package dev.plumbline.analyzer.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The names in git's index: ignore files say nothing of what is tracked already. Read at the first
 * question, since most work trees ignore nothing that they track and nobody asks.
 *
 * <p>The form is that of gitformat-index(5), versions 2 to 4. An index that is not there, that is
 * split, that belongs to a linked work tree or that is damaged gives no names: then the ignore
 * files alone decide.
 *
 * <p>All names are byte strings, see {@link Glob}.
 */
final class TrackedFiles {

  /** Nothing is tracked. */
  static final TrackedFiles NONE = new TrackedFiles(null);

  /** Two million files; an index above it is no index. */
  private static final long MAX_INDEX = 256L << 20;

  private static final byte[] SIGNATURE = "DIRC".getBytes(StandardCharsets.US_ASCII);

  /** Times, device, inode, mode, owner, size: nothing that is asked for here. */
  private static final int STATUS = 40;

  private static final int SHA1 = 20;
  private static final int EXTENDED = 0x4000;
  private static final int PREFIXED = 4;

  private final Path index;

  /** The files and the folders that they are in; {@code null} before the first question. */
  private Set<String> names;

  private TrackedFiles(Path index) {
    this.index = index;
  }

  /** The files that the repository in {@code root} tracks. */
  static TrackedFiles of(Path root) {
    return new TrackedFiles(root.resolve(".git").resolve("index"));
  }

  /** Whether the file is tracked, or one below the folder. */
  boolean contains(String path) {
    if (names == null) {
      names = index == null ? Set.of() : read();
    }
    return names.contains(path);
  }

  private Set<String> read() {
    try {
      if (!Files.isRegularFile(index, LinkOption.NOFOLLOW_LINKS) || Files.size(index) > MAX_INDEX) {
        return Set.of();
      }
      return names(ByteBuffer.wrap(Files.readAllBytes(index)));
    } catch (IOException | RuntimeException damaged) {
      // Lengths that lead out of the file end here too.
      return Set.of();
    }
  }

  private static Set<String> names(ByteBuffer in) {
    byte[] signature = new byte[SIGNATURE.length];
    in.get(signature);
    int version = in.getInt();
    int count = in.getInt();
    if (!Arrays.equals(signature, SIGNATURE) || version < 2 || version > PREFIXED) {
      return Set.of();
    }
    Set<String> names = new HashSet<>();
    String last = "";
    for (int i = 0; i < count; i++) {
      int start = in.position();
      in.position(start + STATUS + SHA1);
      boolean extended = (in.getShort() & EXTENDED) != 0;
      if (extended) {
        in.getShort();
      }
      String kept = version == PREFIXED ? last.substring(0, last.length() - length(in)) : "";
      last = kept + text(in);
      if (version != PREFIXED) {
        // The end of the name is among one to eight zeros, up to a multiple of eight bytes.
        int size = in.position() - 1 - start;
        in.position(start + (size + 8) / 8 * 8);
      }
      add(last, names);
    }
    return names;
  }

  /** A number as packs have it for offsets: seven bits a byte, the higher ones first. */
  private static int length(ByteBuffer in) {
    int next = in.get();
    int value = next & 0x7f;
    while ((next & 0x80) != 0) {
      next = in.get();
      value = (value + 1 << 7) + (next & 0x7f);
    }
    return value;
  }

  private static String text(ByteBuffer in) {
    int from = in.position();
    while (in.get() != 0) {
      // The name ends with a zero.
    }
    return new String(in.array(), from, in.position() - 1 - from, StandardCharsets.ISO_8859_1);
  }

  private static void add(String path, Set<String> names) {
    names.add(path);
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (!names.add(path.substring(0, end))) {
        return;
      }
    }
  }
}
