package dev.plumbline.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, and being told to end: the work is interrupted and gets a moment to leave nothing half
 * done. The virtual machine then exits with 128 and the number of the signal, which is {@link
 * ExitCode#INTERRUPTED} for Ctrl-C.
 */
final class Interruption {

  /** Longer than erasing a line and deleting a file take, shorter than patience lasts. */
  private static final long GRACE_SECONDS = 5;

  private final CountDownLatch finished = new CountDownLatch(1);

  private Interruption() {}

  /**
   * @param worker the thread to interrupt
   */
  static Interruption watch(Thread worker) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interruption.stop(worker), "plumbline-interruption"));
    return interruption;
  }

  /** The work is over; whatever ends the process from now on need not wait. */
  void finished() {
    finished.countDown();
  }

  private void stop(Thread worker) {
    if (finished.getCount() == 0) {
      return;
    }
    worker.interrupt();
    try {
      finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
