package dev.plumbline.analyzer.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Lists the files of a workspace without opening them.
 *
 * <p><b>Which files.</b> All below the start directory that have a {@link SourceKind}, but for:
 *
 * <ul>
 *   <li>what {@code .gitignore} and {@code .plumblineignore} files exclude, from the top of the git
 *       work tree down to the file, and {@code .git/info/exclude}; the meaning is git's. Patterns
 *       of {@code .plumblineignore} outrank those of {@code .gitignore}. A user's global ignore
 *       file does not count: the same checkout gives the same list everywhere. What git tracks its
 *       own files do not exclude;
 *   <li>folders of other tools: {@code .git}, {@code .hg}, {@code .svn}, {@code node_modules},
 *       {@code .gradle}, {@code .idea}, virtual environments of Python, our own cache;
 *   <li>build output that no ignore file names: {@code target} beside a {@code pom.xml}, {@code
 *       build} beside a Gradle build, {@code out} and {@code bin} beside either when they look like
 *       IntelliJ's or Eclipse's output. These are reported, and a negated pattern keeps them.
 * </ul>
 *
 * <p><b>The start</b> is never ignored: whoever names it wants it. Where it lies in an ignored
 * directory, the ignore files above it do not count at all. A start that is a file is listed
 * whatever its name.
 *
 * <p><b>Links</b> are not followed, apart from the start itself. A link to a place inside the root
 * is passed over, since that place is visited as itself; one that leaves it is reported. So a walk
 * ends, and no file is listed twice.
 *
 * <p>The order of directory entries does not show in the result. The depth of directories is
 * limited by memory alone.
 */
public final class WorkspaceScanner {

  /**
   * What to list.
   *
   * @param limits larger files are skipped
   * @param kinds only files of these kinds are listed
   * @param excludes lines as in a {@code .gitignore} of the root; they outrank every ignore file
   */
  public record Options(SizeLimits limits, Set<SourceKind> kinds, List<String> excludes) {

    /** Every kind, with the default limits. */
    public static final Options DEFAULT =
        new Options(SizeLimits.DEFAULT, EnumSet.allOf(SourceKind.class), List.of());

    public Options {
      Objects.requireNonNull(limits);
      kinds = Set.copyOf(kinds);
      excludes = List.copyOf(excludes);
    }
  }

  private final FileTree tree;

  public WorkspaceScanner() {
    this(FileTree.DISK);
  }

  WorkspaceScanner(FileTree tree) {
    this.tree = tree;
  }

  /**
   * Lists a directory, or one file.
   *
   * @param start a directory or a file; a link is resolved first
   * @return paths relative to the nearest directory at or above the start that holds {@code .git},
   *     or to the start itself (the directory of a start that is a file) where there is none
   * @throws java.nio.file.NoSuchFileException when there is no such file
   * @throws IOException when the start cannot be read; the message says why
   */
  public Workspace scan(Path start, Options options) throws IOException {
    Path real = start.toRealPath();
    boolean directory = Files.isDirectory(real);
    if (!directory && !Files.isRegularFile(real)) {
      throw new IOException("cannot scan " + start + ": neither a directory nor a regular file");
    }
    if (!Files.isReadable(real)) {
      throw new IOException("cannot scan " + start + ": permission denied");
    }
    Path base = directory ? real : real.getParent();
    WorkspaceWalk walk = new WorkspaceWalk(tree, options, rootOf(base));
    WorkspaceWalk.Folder folder = walk.descendTo(base);
    if (!directory) {
      walk.addNamed(folder, real);
      return walk.result();
    }
    try {
      walk.walk(folder);
    } catch (WorkspaceWalk.StartUnreadable e) {
      throw new IOException("cannot scan " + start + ": " + IoReason.of(e.reason()), e.reason());
    }
    return walk.result();
  }

  private static Path rootOf(Path base) {
    for (Path candidate = base; candidate != null; candidate = candidate.getParent()) {
      if (Files.exists(candidate.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return candidate;
      }
    }
    return base;
  }
}
