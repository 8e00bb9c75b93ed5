package dev.plumbline.rules.flow;

import dev.plumbline.analyzer.library.SourceKind;
import dev.plumbline.analyzer.taint.Strand;
import java.util.List;

/** Which data from outside can hold a line break when they come in. */
public final class LineBreaks {

  /** Parts of the request line as they were sent: there a line break is still {@code %0a}. */
  private static final List<String> RAW =
      List.of("getRequestURI(", "getRequestURL(", "getQueryString(", "getMethod(", "getProtocol(");

  private LineBreaks() {}

  /** A server refuses line breaks in headers and request lines (RFC 9112, section 2.2). */
  public static boolean areIn(Strand strand) {
    if (!strand.exact()) {
      // It may have been decoded.
      return true;
    }
    String source = strand.source().description();
    return strand.source().kind() != SourceKind.WEB_HEADER
        && RAW.stream().noneMatch(source::contains);
  }
}
