package dev.plumbline.cli;

import dev.plumbline.analyzer.report.ConsoleReport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * What the command has around it; tests bring their own.
 *
 * @param out takes reports; unlike a {@link PrintStream} it does not hide failures
 * @param err takes everything else
 * @param outIsTerminal whether a person watches {@code out}
 * @param errIsTerminal whether a person watches {@code err}
 * @param environment the environment variables
 */
record Host(
    OutputStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> environment) {

  Host {
    Objects.requireNonNull(out);
    Objects.requireNonNull(err);
    environment = Map.copyOf(environment);
  }

  /** The streams and variables of this process. Text is UTF-8 whatever the locale. */
  static Host ofThisProcess() {
    // System.out would swallow a full disk and translate to the platform's charset.
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    return new Host(
        out, err, TerminalProbe.isTerminal(1), TerminalProbe.isTerminal(2), System.getenv());
  }

  boolean colorOnOut(ColorMode mode) {
    return mode.enabled(outIsTerminal, environment);
  }

  ConsoleReport.Style styleOfOut(ColorMode mode) {
    return TextStyle.ofStream(colorOnOut(mode), outIsTerminal, this);
  }

  ConsoleReport.Style styleOfErr(ColorMode mode) {
    return TextStyle.ofStream(mode.enabled(errIsTerminal, environment), errIsTerminal, this);
  }

  /** Whether a line on {@code err} can be written over. */
  boolean canRewriteErr() {
    return errIsTerminal && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Whether the variable is set to anything but nothing, {@code 0} and {@code false}. */
  boolean isSet(String variable) {
    String value = environment.getOrDefault(variable, "");
    return !value.isEmpty() && !value.equals("0") && !value.equalsIgnoreCase("false");
  }
}
