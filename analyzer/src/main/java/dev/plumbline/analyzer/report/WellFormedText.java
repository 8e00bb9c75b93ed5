package dev.plumbline.analyzer.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;

/**
 * Writes text as Unicode that every reader takes. Half a surrogate pair, as a Java literal or a cut
 * line can hold one, has no UTF-8 form, and one of them would else spoil the whole report.
 */
final class WellFormedText extends StdScalarSerializer<String> {

  private static final long serialVersionUID = 1L;
  private static final char REPLACEMENT = '\uFFFD';

  WellFormedText() {
    super(String.class);
  }

  @Override
  public void serialize(String text, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    out.writeString(of(text));
  }

  /** The text with U+FFFD in the place of each unpaired surrogate. */
  static String of(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isSurrogate(text.charAt(i))) {
        continue;
      }
      if (i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
        i++;
        continue;
      }
      if (mended == null) {
        mended = new StringBuilder(text);
      }
      mended.setCharAt(i, REPLACEMENT);
    }
    return mended == null ? text : mended.toString();
  }
}
