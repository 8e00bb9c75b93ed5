package dev.plumbline.analyzer.source;

import dev.plumbline.analyzer.source.SkippedFile.Reason;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes to text.
 *
 * <p>In this order: a byte order mark; a NUL byte near the beginning means binary; UTF-8 where all
 * bytes are valid; the charset that an XML declaration names; ISO-8859-1 for properties files, as
 * {@link java.util.Properties#load(java.io.InputStream)} has it; GB18030 where the bytes look like
 * Chinese; windows-1252, or ISO-8859-1 where a byte has no meaning in windows-1252. The last three
 * never fail; only the last two are guesses and say so.
 */
final class TextDecoder {

  /** Git looks as far for a NUL byte. */
  private static final int BINARY_PROBE = 8_000;

  /** An XML declaration is the first thing in a file and short. */
  private static final int DECLARATION_PROBE = 200;

  private static final Pattern XML_ENCODING =
      Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset GB18030 = Charset.forName("GB18030");

  private TextDecoder() {}

  static ReadOutcome decode(SourceFile file, byte[] bytes) {
    Mark mark = Mark.of(bytes);
    if (mark != null && mark.charset != StandardCharsets.UTF_8) {
      return decodeMarked(file, bytes, mark);
    }
    for (int i = 0; i < Math.min(bytes.length, BINARY_PROBE); i++) {
      if (bytes[i] == 0) {
        return SourceReader.skip(file, Reason.BINARY, "is binary: byte " + i + " is NUL");
      }
    }
    int from = mark == null ? 0 : mark.length;
    String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    // Only a malformed byte, or the character itself, gives U+FFFD; it is too rare to look first.
    int invalid = text.indexOf('\uFFFD') < 0 ? -1 : firstInvalid(bytes, from);
    if (invalid < 0) {
      return text(file, text, "UTF-8", mark != null, false, -1);
    }
    return decodeOther(file, bytes, from, invalid);
  }

  private static ReadOutcome decodeOther(SourceFile file, byte[] bytes, int from, int invalid) {
    boolean marked = from > 0;
    ByteBuffer body = ByteBuffer.wrap(bytes, from, bytes.length - from);
    Optional<Charset> declared =
        file.kind() == SourceKind.XML || file.kind() == SourceKind.BUILD
            ? declaredCharset(bytes, from)
            : Optional.empty();
    if (declared.isPresent()) {
      Optional<String> text = strict(declared.get(), body);
      if (text.isPresent()) {
        return text(file, text.get(), declared.get().name(), marked, false, invalid);
      }
    }
    if (file.kind() == SourceKind.PROPERTIES) {
      return latin1(file, body, marked, false, invalid);
    }
    if (ChineseText.isLikely(bytes, from)) {
      Optional<String> text = strict(GB18030, body);
      if (text.isPresent()) {
        return text(file, text.get(), GB18030.name(), marked, true, invalid);
      }
    }
    Optional<String> text = strict(WINDOWS_1252, body);
    return text.isPresent()
        ? text(file, text.get(), WINDOWS_1252.name(), marked, true, invalid)
        : latin1(file, body, marked, true, invalid);
  }

  private static ReadOutcome decodeMarked(SourceFile file, byte[] bytes, Mark mark) {
    ByteBuffer body = ByteBuffer.wrap(bytes, mark.length, bytes.length - mark.length);
    Optional<String> text = strict(mark.charset, body);
    if (text.isEmpty()) {
      String detail = "begins as " + mark.charset.name() + " and goes on otherwise";
      return SourceReader.skip(file, Reason.NOT_DECODABLE, detail);
    }
    return text(file, text.get(), mark.charset.name(), true, false, 0);
  }

  private static SourceText latin1(
      SourceFile file, ByteBuffer body, boolean marked, boolean fallback, int invalid) {
    String text = StandardCharsets.ISO_8859_1.decode(body.duplicate()).toString();
    return text(file, text, "ISO-8859-1", marked, fallback, invalid);
  }

  private static SourceText text(
      SourceFile file, String text, String charset, boolean mark, boolean fallback, int invalid) {
    return new SourceText(file, text, new Decoding(charset, mark, fallback, invalid));
  }

  private static Optional<String> strict(Charset charset, ByteBuffer body) {
    try {
      return Optional.of(decoder(charset).decode(body.duplicate()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static CharsetDecoder decoder(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Offset of the first byte that is not UTF-8, or -1. */
  private static int firstInvalid(byte[] bytes, int from) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
    CoderResult result = decoder(StandardCharsets.UTF_8).decode(in, out, true);
    return result.isError() ? in.position() : -1;
  }

  private static Optional<Charset> declaredCharset(byte[] bytes, int from) {
    int length = Math.min(bytes.length - from, DECLARATION_PROBE);
    Matcher matcher =
        XML_ENCODING.matcher(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(matcher.group(1)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /** A byte order mark, Unicode 16 section 23.8. The longer one first: both begin with FF FE. */
  private enum Mark {
    UTF_32LE(Charset.forName("UTF-32LE"), 0xFF, 0xFE, 0, 0),
    UTF_32BE(Charset.forName("UTF-32BE"), 0, 0, 0xFE, 0xFF),
    UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
    UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
    UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF);

    private final Charset charset;
    private final int[] mark;
    private final int length;

    Mark(Charset charset, int... mark) {
      this.charset = charset;
      this.mark = mark;
      this.length = mark.length;
    }

    /** Null for none. */
    static Mark of(byte[] bytes) {
      for (Mark candidate : values()) {
        if (candidate.opens(bytes)) {
          return candidate;
        }
      }
      return null;
    }

    private boolean opens(byte[] bytes) {
      if (bytes.length < length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if ((bytes[i] & 0xFF) != mark[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
