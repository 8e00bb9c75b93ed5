package dev.plumbline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Text on stdout that is the whole answer of a command. */
final class Printout {

  private final Host host;

  Printout(Host host) {
    this.host = host;
  }

  /**
   * @throws UsageFailure when stdout takes no more, unless its reader has just left
   */
  void print(String text) throws UsageFailure {
    print(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with text that has a charset of its own. */
  void print(byte[] text) throws UsageFailure {
    try {
      host.out().write(text);
      host.out().flush();
    } catch (IOException e) {
      if (!ReportDelivery.isClosedPipe(e)) {
        throw new UsageFailure("cannot write to stdout: " + e.getMessage());
      }
    }
  }
}
