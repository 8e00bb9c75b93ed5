package dev.plumbline.rules.flow;

import dev.plumbline.analyzer.library.SourceKind;
import dev.plumbline.analyzer.taint.Strand;
import java.util.regex.Pattern;

/** Which data from outside can hold a line break when they come in. */
public final class LineBreaks {

  /** Parts of the request line as they were sent: there a line break is still {@code %0a}. */
  private static final Pattern RAW =
      Pattern.compile(
          ".*\\b(getRequestURI|getRequestURL|getQueryString|getMethod|getProtocol|getURI"
              + "|getRequestUri|getAbsolutePath"
              + "|(ServerRequest|PathContainer|RequestPath)\\.\\w+|ServerHttpRequest\\.getPath)\\(.*");

  /** Variables of a path that matched a pattern are decoded, even of a raw path. */
  private static final Pattern DECODED =
      Pattern.compile("(?i).*(decode|unescape|pathVariable|queryParam|formData|bodyTo|param).*");

  private LineBreaks() {}

  /** A server refuses line breaks in headers and request lines (RFC 9112, section 2.2). */
  public static boolean areIn(Strand strand) {
    String source = strand.source().description();
    boolean raw =
        strand.source().kind() == SourceKind.WEB_HEADER
            || RAW.matcher(source).matches() && !DECODED.matcher(source).matches();
    return !raw
        || strand.path().stream().anyMatch(step -> DECODED.matcher(step.message()).matches());
  }
}
