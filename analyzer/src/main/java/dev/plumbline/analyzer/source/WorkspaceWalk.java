package dev.plumbline.analyzer.source;

import dev.plumbline.analyzer.source.SkippedFile.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One run of {@link WorkspaceScanner}: collects files while it walks with a stack of its own. */
final class WorkspaceWalk {

  /** An ignore file above 1 MiB is no ignore file; git's own limit is 100 MiB. */
  private static final long MAX_IGNORE_FILE = 1L << 20;

  private static final String GIT_IGNORE = ".gitignore";
  private static final String OWN_IGNORE = ".plumblineignore";

  private static final List<String> MARKERS =
      List.of(GIT_IGNORE, OWN_IGNORE, "pom.xml", "build.gradle", "build.gradle.kts", "src");

  /** Folders of other tools, never listed. */
  private static final Set<String> FOREIGN =
      Set.of(
          ".git",
          ".hg",
          ".svn",
          ".bzr",
          "CVS",
          "node_modules",
          "bower_components",
          ".gradle",
          ".idea",
          ".settings",
          ".venv",
          "__pycache__");

  private static final Set<String> GRADLE_FILES =
      Set.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

  /** Thrown past the walk when the start itself cannot be listed. */
  static final class StartUnreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient IOException reason;

    StartUnreadable(IOException reason) {
      super(reason);
      this.reason = reason;
    }

    IOException reason() {
      return reason;
    }
  }

  /**
   * A directory to be listed.
   *
   * @param path relative to the root, "" for the root
   * @param rules those of the directories above it
   * @param module that of the directories above it
   * @param moduleHasSources whether {@code src} stands in the module's directory
   */
  record Folder(
      Path location, String path, IgnoreRules rules, String module, boolean moduleHasSources) {

    private String child(String name) {
      return path.isEmpty() ? name : path + "/" + name;
    }
  }

  private final FileTree tree;
  private final WorkspaceScanner.Options options;
  private final Path root;
  private final List<SourceFile> files = new ArrayList<>();
  private final List<SkippedFile> skipped = new ArrayList<>();

  WorkspaceWalk(FileTree tree, WorkspaceScanner.Options options, Path root) {
    this.tree = tree;
    this.options = options;
    this.root = root;
  }

  /** The folder of a directory at or below the root, with what the folders above it say. */
  Folder descendTo(Path base) {
    IgnoreRules rules = IgnoreRules.of(options.excludes(), TrackedFiles.of(root));
    Optional<byte[]> exclude = ignoreFile("", root.resolve(".git/info/exclude"));
    if (exclude.isPresent()) {
      rules = rules.withGit("", exclude.get());
    }
    Folder folder = new Folder(root, "", rules, "", false);
    int count = base.equals(root) ? 0 : root.relativize(base).getNameCount();
    for (int i = 0; i < count; i++) {
      Folder inside = enter(folder, markers(folder.location()));
      Path location = base.getRoot().resolve(base.subpath(0, root.getNameCount() + i + 1));
      String path = inside.child(FileNames.nameOf(location));
      rules = inside.rules();
      if (isIgnored(rules.verdict(IgnoreRules.byteString(path), true))) {
        rules = rules.withoutFiles();
      }
      folder = new Folder(location, path, rules, inside.module(), inside.moduleHasSources());
    }
    return folder;
  }

  /** Lists one file, whatever its name says. */
  void addNamed(Folder folder, Path file) throws IOException {
    Folder inside = enter(folder, markers(folder.location()));
    String path = inside.child(FileNames.nameOf(file));
    SourceKind kind = SourceKind.of(path).orElse(SourceKind.OTHER);
    addFile(inside, file, path, kind, tree.attributes(file));
  }

  /** Lists all that is below. */
  void walk(Folder start) throws StartUnreadable {
    Deque<Folder> open = new ArrayDeque<>();
    open.push(start);
    while (!open.isEmpty()) {
      Folder folder = open.pop();
      List<Path> children;
      try {
        children = tree.children(folder.location());
      } catch (IOException e) {
        if (folder == start) {
          throw new StartUnreadable(e);
        }
        skip(folder.path(), Reason.UNREADABLE_DIRECTORY, "cannot be listed: " + IoReason.of(e));
        continue;
      }
      Map<String, Path> entries = new TreeMap<>();
      for (Path child : children) {
        String name = FileNames.nameOf(child);
        if (entries.put(name, child) != null) {
          skip(folder.child(name), Reason.UNREADABLE, "is one of two names that are not UTF-8");
        }
      }
      Folder inside = enter(folder, entries);
      entries.forEach((name, location) -> visit(inside, name, location, entries.keySet(), open));
    }
  }

  Workspace result() {
    files.sort(Comparator.comparing(SourceFile::path));
    skipped.sort(Comparator.comparing(SkippedFile::path).thenComparing(SkippedFile::reason));
    Set<String> modules = new TreeSet<>();
    files.forEach(file -> modules.add(file.module()));
    return new Workspace(root, files, skipped, List.copyOf(modules));
  }

  /** The entries that {@link #enter} looks for, of a folder that is not listed as a whole. */
  private static Map<String, Path> markers(Path directory) {
    Map<String, Path> markers = new TreeMap<>();
    for (String name : MARKERS) {
      Path marker = directory.resolve(name);
      if (Files.exists(marker, LinkOption.NOFOLLOW_LINKS)) {
        markers.put(name, marker);
      }
    }
    return markers;
  }

  /** Adds what the entries of the folder itself say: its ignore files, whether it is a module. */
  private Folder enter(Folder folder, Map<String, Path> entries) {
    IgnoreRules rules = folder.rules();
    String bytes = IgnoreRules.byteString(folder.path());
    Optional<byte[]> git = ignoreFile(folder.child(GIT_IGNORE), entries.get(GIT_IGNORE));
    if (git.isPresent()) {
      rules = rules.withGit(bytes, git.get());
    }
    Optional<byte[]> own = ignoreFile(folder.child(OWN_IGNORE), entries.get(OWN_IGNORE));
    if (own.isPresent()) {
      rules = rules.withOwn(bytes, own.get());
    }
    boolean builds =
        entries.containsKey("pom.xml")
            || entries.containsKey("build.gradle")
            || entries.containsKey("build.gradle.kts");
    boolean module =
        folder.path().isEmpty() || builds && !SourceLayout.isInsideSourceSet(folder.path());
    return new Folder(
        folder.location(),
        folder.path(),
        rules,
        module ? folder.path() : folder.module(),
        module ? entries.containsKey("src") : folder.moduleHasSources());
  }

  private void visit(
      Folder folder, String name, Path location, Set<String> siblings, Deque<Folder> open) {
    String path = folder.child(name);
    BasicFileAttributes attributes;
    try {
      attributes = tree.attributes(location);
    } catch (IOException e) {
      if (SourceKind.of(path).isPresent()) {
        skip(path, Reason.UNREADABLE, "cannot be read: " + IoReason.of(e));
      }
      return;
    }
    // A junction of Windows is both a directory and "other".
    boolean junction = attributes.isDirectory() && attributes.isOther();
    boolean directory = attributes.isDirectory() && !junction;
    if (directory && isForeign(folder, name)) {
      return;
    }
    IgnoreRules.Verdict verdict = folder.rules().verdict(IgnoreRules.byteString(path), directory);
    if (isIgnored(verdict)) {
      return;
    }
    if (directory) {
      boolean kept = verdict == IgnoreRules.Verdict.KEPT;
      if (!kept && isBuildOutput(folder, name, location, siblings)) {
        skip(path, Reason.BUILD_OUTPUT, "output of the build beside it");
      } else {
        open.push(
            new Folder(
                location,
                path,
                folder.rules().below(verdict),
                folder.module(),
                folder.moduleHasSources()));
      }
    } else if (junction || attributes.isSymbolicLink()) {
      checkLink(path, location);
    } else {
      SourceKind.of(path).ifPresent(kind -> addFile(folder, location, path, kind, attributes));
    }
  }

  private void addFile(
      Folder folder, Path location, String path, SourceKind kind, BasicFileAttributes attributes) {
    if (!options.kinds().contains(kind)) {
      return;
    }
    if (!attributes.isRegularFile()) {
      skip(path, Reason.UNREADABLE, "is a device, pipe or socket");
      return;
    }
    long limit = options.limits().of(kind);
    if (attributes.size() > limit) {
      skip(path, Reason.TOO_LARGE, attributes.size() + " bytes, over the limit of " + limit);
      return;
    }
    SourceRole role = SourceLayout.roleOf(path);
    if (role == SourceRole.MAIN
        && folder.moduleHasSources()
        && SourceLayout.isBesideSources(path, folder.module())) {
      role = SourceRole.TEST;
    }
    files.add(new SourceFile(path, location, kind, role, folder.module(), attributes.size()));
  }

  private void checkLink(String path, Path location) {
    try {
      Path target = location.toRealPath();
      boolean named = SourceKind.of(path).isPresent() || Files.isDirectory(target);
      if (named && !target.startsWith(root)) {
        skip(path, Reason.LINK_OUTSIDE, "leads out of the workspace" + targetOf(location));
      }
    } catch (NoSuchFileException e) {
      skip(path, Reason.LINK_BROKEN, "leads to nothing" + targetOf(location));
    } catch (FileSystemException e) {
      boolean denied = e instanceof AccessDeniedException;
      Reason reason = denied ? Reason.LINK_OUTSIDE : Reason.LINK_LOOP;
      skip(path, reason, (denied ? "cannot be followed" : "leads to itself") + targetOf(location));
    } catch (IOException e) {
      skip(path, Reason.LINK_BROKEN, "cannot be followed" + targetOf(location));
    }
  }

  /** As the link says it, which is content of the repository. */
  private static String targetOf(Path link) {
    try {
      return ": " + Files.readSymbolicLink(link);
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  private static boolean isIgnored(IgnoreRules.Verdict verdict) {
    return verdict == IgnoreRules.Verdict.IGNORED;
  }

  private static boolean isForeign(Folder folder, String name) {
    return FOREIGN.contains(name)
        || name.equals("cache") && ("/" + folder.path()).endsWith("/.plumbline");
  }

  private static boolean isBuildOutput(
      Folder folder, String name, Path location, Set<String> siblings) {
    boolean maven = siblings.contains("pom.xml");
    boolean gradle = GRADLE_FILES.stream().anyMatch(siblings::contains);
    if (!maven && !gradle || SourceLayout.isInsideSourceSet(folder.path())) {
      return false;
    }
    return switch (name) {
      case "target" -> maven;
      case "build" -> gradle;
      // Both are names of hand-written folders too: scripts, and ports of hexagonal designs.
      case "out" -> hasAny(location, "production", "test", "artifacts", "classes");
      case "bin" -> hasAny(location, "main", "test", "default");
      default -> false;
    };
  }

  private static boolean hasAny(Path directory, String... names) {
    for (String name : names) {
      if (Files.isDirectory(directory.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Links are not followed, as in git; what cannot be read is reported, since files depend on it.
   */
  private Optional<byte[]> ignoreFile(String path, Path location) {
    if (location == null || !Files.isRegularFile(location, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    String shown = path.isEmpty() ? ".git/info/exclude" : path;
    try {
      long size = Files.size(location);
      if (size > MAX_IGNORE_FILE) {
        skip(shown, Reason.TOO_LARGE, size + " bytes, over the limit of " + MAX_IGNORE_FILE);
        return Optional.empty();
      }
      return Optional.of(Files.readAllBytes(location));
    } catch (IOException e) {
      skip(shown, Reason.UNREADABLE, "cannot be read: " + IoReason.of(e));
      return Optional.empty();
    }
  }

  private void skip(String path, Reason reason, String detail) {
    skipped.add(new SkippedFile(path, reason, detail));
  }
}
