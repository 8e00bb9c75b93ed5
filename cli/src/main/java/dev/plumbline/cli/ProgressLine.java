package dev.plumbline.cli;

import dev.plumbline.analyzer.engine.Progress;
import java.io.PrintStream;
import java.util.concurrent.locks.ReentrantLock;

/** One line of text that is written over and over, and erased when it is closed. */
final class ProgressLine implements Progress, AutoCloseable {

  private static final String ERASE = "\r\u001b[K";

  /** Ten times a second is as often as an eye can follow. */
  private static final long INTERVAL_NANOS = 100_000_000;

  private final PrintStream err;
  private final ReentrantLock lock = new ReentrantLock();
  private long shownAt;
  private String shownPhase = "";
  private boolean visible;
  private boolean closed;

  ProgressLine(PrintStream err) {
    this.err = err;
  }

  /** Never blocks the threads that work: who comes second while a line is written, passes on. */
  @Override
  public void at(String phase, int done, int total) {
    if (!lock.tryLock()) {
      return;
    }
    try {
      long now = System.nanoTime();
      boolean due = !phase.equals(shownPhase) || now - shownAt >= INTERVAL_NANOS;
      if (closed || !due) {
        return;
      }
      shownAt = now;
      shownPhase = phase;
      visible = true;
      err.print(ERASE + text(phase, done, total));
      err.flush();
    } finally {
      lock.unlock();
    }
  }

  private static String text(String phase, int done, int total) {
    if (total <= 0) {
      return phase + (done > 0 ? " " + done : "") + " ...";
    }
    return phase + " " + done + "/" + total + " (" + 100L * done / total + " %)";
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (visible) {
        err.print(ERASE);
        err.flush();
      }
    } finally {
      lock.unlock();
    }
  }
}
