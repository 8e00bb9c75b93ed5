package dev.plumbline.analyzer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs the same work on many items with a fixed number of threads; results come in the order of the
 * items. Threads are made for each batch, because they need a deep stack and nothing else here
 * lives longer than a batch.
 */
final class Workers {

  private final int threads;
  private final long stackBytes;

  Workers(int threads, long stackBytes) {
    this.threads = threads;
    this.stackBytes = stackBytes;
  }

  /**
   * @param worker makes what each thread works with, which need not be safe for several threads
   * @param done hears how many items are finished
   * @throws InterruptedException when the calling thread is interrupted; the workers have stopped
   */
  <T, R> List<R> map(
      List<T> items, Supplier<Function<T, R>> worker, java.util.function.IntConsumer done)
      throws InterruptedException {
    Object[] results = new Object[items.size()];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger finished = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable loop =
        () -> {
          try {
            Function<T, R> function = worker.get();
            for (int i = next.getAndIncrement();
                i < items.size() && !Thread.currentThread().isInterrupted();
                i = next.getAndIncrement()) {
              results[i] = function.apply(items.get(i));
              done.accept(finished.incrementAndGet());
            }
          } catch (Throwable e) {
            // Rethrown below, on the thread that asked: nothing is lost here.
            failure.compareAndSet(null, e);
            next.set(items.size());
          }
        };
    run(loop, Math.min(threads, Math.max(1, items.size())));
    rethrow(failure.get());
    List<R> list = new ArrayList<>(items.size());
    for (Object result : results) {
      @SuppressWarnings("unchecked")
      R typed = (R) result;
      list.add(typed);
    }
    return list;
  }

  /**
   * Runs {@code work} for 0 to {@code count} - 1.
   *
   * @throws InterruptedException when the calling thread is interrupted; the workers have stopped
   */
  void each(int count, java.util.function.IntConsumer work) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable loop =
        () -> {
          try {
            for (int i = next.getAndIncrement();
                i < count && !Thread.currentThread().isInterrupted();
                i = next.getAndIncrement()) {
              work.accept(i);
            }
          } catch (Throwable e) {
            // Rethrown below, on the thread that asked: nothing is lost here.
            failure.compareAndSet(null, e);
            next.set(count);
          }
        };
    run(loop, Math.min(threads, Math.max(1, count)));
    rethrow(failure.get());
  }

  private void run(Runnable loop, int count) throws InterruptedException {
    List<Thread> started = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(null, loop, "plumbline-" + (i + 1), stackBytes);
      thread.setDaemon(true);
      thread.start();
      started.add(thread);
    }
    try {
      for (Thread thread : started) {
        thread.join();
      }
    } catch (InterruptedException e) {
      started.forEach(Thread::interrupt);
      throw e;
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    } else if (failure instanceof Error error) {
      throw error;
    } else if (failure != null) {
      throw new IllegalStateException(failure);
    }
  }
}
