package dev.plumbline.analyzer.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Names of files as Unicode, whatever the locale.
 *
 * <p>In the POSIX locale, usual in containers, Java decodes names as ASCII and shows question marks
 * for the rest; the path still holds the bytes, and its URI spells them out.
 */
final class FileNames {

  private FileNames() {}

  /** The last part of a path. */
  static String nameOf(Path path) {
    Path last = path.getFileName();
    String name = last == null ? "" : last.toString();
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return path.getFileSystem().getSeparator().equals("/") ? fromBytes(path) : name;
      }
    }
    return name;
  }

  private static String fromBytes(Path path) {
    String uri = path.toUri().getRawPath();
    int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = uri.lastIndexOf('/', end - 1) + 1; i < end; i++) {
      if (uri.charAt(i) == '%') {
        bytes.write(Integer.parseInt(uri, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(uri.charAt(i));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
