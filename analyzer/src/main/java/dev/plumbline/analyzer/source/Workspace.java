package dev.plumbline.analyzer.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a scan found, before any file was opened.
 *
 * @param root absolute, links resolved: the directory that all paths are relative to
 * @param files sorted by path, in the order of {@link String#compareTo}
 * @param skipped sorted likewise
 * @param modules the modules of the files, sorted; see {@link SourceFile#module}
 */
public record Workspace(
    Path root, List<SourceFile> files, List<SkippedFile> skipped, List<String> modules) {

  public Workspace {
    Objects.requireNonNull(root);
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
    modules = List.copyOf(modules);
  }
}
