package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.finding.ContextFingerprint;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.LineHashes;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.source.LineIndex;
import dev.plumbline.analyzer.source.ReadOutcome;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceReader;
import dev.plumbline.analyzer.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the source lines and the fingerprints beside each finding. Reads the files that have
 * findings once more, because no text is kept while a scan runs.
 */
final class Decoration {

  /** Enough to recognise the place, little enough for twenty thousand findings. */
  private static final int CONTEXT_LINES = 2;

  /** A long statement is cut; its first lines tell which it is. */
  private static final int MAX_LINES = 12;

  private static final char MASK = '*';

  private final Map<String, SourceFile> files;
  private final SourceReader reader = new SourceReader();
  private final ContextFingerprint fingerprint = new ContextFingerprint();
  private final Map<String, List<Span>> redactions = new HashMap<>();

  /**
   * @param files by path
   */
  Decoration(Map<String, SourceFile> files) {
    this.files = files;
  }

  /**
   * @param findings in report order
   */
  List<ReportedFinding> decorate(List<Finding> findings) {
    for (Finding finding : findings) {
      for (Location place : finding.redactions()) {
        redactions.computeIfAbsent(place.path(), key -> new ArrayList<>()).add(place.span());
      }
    }
    List<ReportedFinding> reported = new ArrayList<>(findings.size());
    String path = null;
    Text text = null;
    for (Finding finding : findings) {
      if (!finding.location().path().equals(path)) {
        path = finding.location().path();
        text = read(path);
      }
      reported.add(decorate(finding, text));
    }
    return reported;
  }

  private ReportedFinding decorate(Finding finding, Text text) {
    Span span = finding.location().span();
    if (text == null || span.startLine() > text.lines.lineCount()) {
      // The file vanished or shrank while we looked: the finding stays, its lines are gone.
      return new ReportedFinding(
          finding,
          "",
          fingerprint.next(finding, ""),
          new ReportedFinding.Snippet(span.startLine(), List.of()));
    }
    return new ReportedFinding(
        finding,
        text.hashes.hash(span.startLine()),
        fingerprint.next(finding, text.region(span)),
        text.snippet(span));
  }

  private Text read(String path) {
    SourceFile file = files.get(path);
    ReadOutcome outcome = file == null ? null : reader.read(file);
    return outcome instanceof SourceText text
        ? new Text(text, redactions.getOrDefault(path, List.of()))
        : null;
  }

  /** One file's lines, secrets masked. */
  private static final class Text {
    private final LineIndex lines;
    private final LineHashes hashes;

    Text(SourceText source, List<Span> redacted) {
      String text = source.text();
      // GitHub hashes the file as it is, the byte order mark included.
      hashes = LineHashes.of(source.decoding().byteOrderMark() ? "\uFEFF" + text : text);
      lines = LineIndex.of(mask(text, redacted));
    }

    private static String mask(String text, List<Span> redacted) {
      if (redacted.isEmpty()) {
        return text;
      }
      LineIndex index = LineIndex.of(text);
      StringBuilder masked = new StringBuilder(text);
      for (Span span : redacted) {
        int start = index.offset(span.startLine(), span.startColumn());
        int end = index.offset(span.endLine(), span.endColumn());
        for (int i = start; i < end; i++) {
          if (masked.charAt(i) != '\n' && masked.charAt(i) != '\r') {
            masked.setCharAt(i, MASK);
          }
        }
      }
      return masked.toString();
    }

    String region(Span span) {
      StringBuilder region = new StringBuilder();
      int last = Math.min(span.endLine(), lines.lineCount());
      for (int line = span.startLine(); line <= last; line++) {
        String text = lines.line(line);
        int from = line == span.startLine() ? Math.min(span.startColumn() - 1, text.length()) : 0;
        int to =
            line == span.endLine() ? Math.min(span.endColumn() - 1, text.length()) : text.length();
        region.append(text, from, Math.max(from, to)).append('\n');
      }
      return region.toString();
    }

    ReportedFinding.Snippet snippet(Span span) {
      int first = Math.max(1, span.startLine() - CONTEXT_LINES);
      int last = Math.min(lines.lineCount(), span.endLine() + CONTEXT_LINES);
      last = Math.min(last, first + MAX_LINES - 1);
      List<String> texts = new ArrayList<>();
      for (int line = first; line <= last; line++) {
        texts.add(lines.line(line));
      }
      return new ReportedFinding.Snippet(first, texts);
    }
  }
}
