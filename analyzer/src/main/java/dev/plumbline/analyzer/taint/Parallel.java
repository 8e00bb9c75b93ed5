package dev.plumbline.analyzer.taint;

import java.util.function.IntConsumer;

/** Runs what does not hang on one another, on as many threads as there are. */
@FunctionalInterface
public interface Parallel {

  /**
   * Runs {@code work} for 0 to {@code count} - 1, in any order, and returns when all is done.
   *
   * @throws InterruptedException when the calling thread is interrupted
   */
  void each(int count, IntConsumer work) throws InterruptedException;
}
