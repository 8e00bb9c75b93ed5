package dev.plumbline.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A report that was asked for.
 *
 * @param file where it goes; empty for stdout
 */
record ReportTarget(ReportKind kind, Optional<Path> file) {

  /** The report of a scan without {@code --report}. */
  static final ReportTarget DEFAULT = new ReportTarget(ReportKind.CONSOLE, Optional.empty());

  boolean isOnStdout() {
    return file.isEmpty();
  }

  /** For messages: where the report goes. */
  String place() {
    return file.map(Path::toString).orElse("stdout");
  }

  /** Reads {@code FORMAT[=FILE]}, where {@code -} is stdout. */
  static final class Converter implements ITypeConverter<ReportTarget> {
    @Override
    public ReportTarget convert(String value) {
      int equals = value.indexOf('=');
      String format = equals < 0 ? value : value.substring(0, equals);
      ReportKind kind =
          ReportKind.of(format.toLowerCase(Locale.ROOT))
              .orElseThrow(
                  () ->
                      new TypeConversionException(
                          "there is no report format '"
                              + format
                              + "'; choose one of "
                              + ReportKind.ids()));
      String file = equals < 0 ? "-" : value.substring(equals + 1);
      if (file.isEmpty()) {
        throw new TypeConversionException("'" + value + "' names no file after the '='");
      }
      try {
        return new ReportTarget(
            kind, file.equals("-") ? Optional.empty() : Optional.of(Path.of(file)));
      } catch (InvalidPathException e) {
        throw new TypeConversionException("'" + file + "' cannot be the name of a file");
      }
    }
  }
}
