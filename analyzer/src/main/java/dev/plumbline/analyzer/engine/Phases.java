package dev.plumbline.analyzer.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the wall time of the phases of a scan. Not safe for several threads. */
final class Phases {

  private final Map<String, Long> millis = new LinkedHashMap<>();
  private final Progress progress;
  private String current;
  private long start;

  Phases(Progress progress) {
    this.progress = progress;
  }

  void begin(String phase) {
    end();
    current = phase;
    start = System.nanoTime();
    progress.at(phase, 0, 0);
  }

  void end() {
    if (current != null) {
      millis.put(current, (System.nanoTime() - start) / 1_000_000);
      current = null;
    }
  }

  Map<String, Long> millis() {
    return millis;
  }
}
