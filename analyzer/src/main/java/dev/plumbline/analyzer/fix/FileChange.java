package dev.plumbline.analyzer.fix;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.source.SourceText;
import java.util.List;

/** What becomes of one file. */
public final class FileChange {

  private final SourceText before;
  private final List<Edit> edits;
  private final String after;
  private final List<Finding> mended;

  /**
   * @param edits by place; no two of them collide
   */
  FileChange(SourceText before, List<Edit> edits, List<Finding> mended) {
    this.before = before;
    this.edits = List.copyOf(edits);
    this.mended = List.copyOf(mended);
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Edit edit : edits) {
      text.append(before.text(), at, edit.start()).append(edit.inserted());
      at = edit.end();
    }
    this.after = text.append(before.text(), at, before.text().length()).toString();
  }

  /** Relative to the workspace. */
  public String path() {
    return before.file().path();
  }

  /** The findings whose fixes this is, in report order. */
  public List<Finding> mended() {
    return mended;
  }

  SourceText before() {
    return before;
  }

  List<Edit> edits() {
    return edits;
  }

  String after() {
    return after;
  }
}
