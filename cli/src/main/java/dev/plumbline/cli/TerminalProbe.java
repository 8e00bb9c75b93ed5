package dev.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether a standard stream is a terminal. Java 17 has no answer: {@code System.console()} speaks
 * of stdin and stdout together and never of stderr, and since Java 22 it is there for pipes too.
 */
final class TerminalProbe {

  /**
   * Set by the launcher, which can ask the shell: the numbers of the streams, as in {@code 1,2}.
   */
  static final String PROPERTY = "plumbline.terminals";

  private TerminalProbe() {}

  /**
   * @param stream 1 for stdout, 2 for stderr
   * @return {@code false} when nobody can tell
   */
  static boolean isTerminal(int stream) {
    String told = System.getProperty(PROPERTY);
    if (told != null) {
      return List.of(told.split(",")).contains(String.valueOf(stream));
    }
    Path link = Path.of("/proc/self/fd", String.valueOf(stream));
    if (!Files.isSymbolicLink(link)) {
      return false;
    }
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
