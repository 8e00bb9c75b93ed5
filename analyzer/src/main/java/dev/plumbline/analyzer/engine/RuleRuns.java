package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Runs rules: takes the time of each, and turns a rule that throws into a notification. This is the
 * one place that catches broadly.
 */
final class RuleRuns {

  private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Notification> failures = new ConcurrentLinkedQueue<>();

  /**
   * @param path of the file that the rule looks at, or {@code null} when it looks at all
   */
  void run(Rule rule, String path, Runnable work) {
    long start = System.nanoTime();
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError e) {
      failures.add(
          new Notification(
              Notification.Kind.INTERNAL,
              Optional.ofNullable(path),
              Optional.empty(),
              Optional.of(rule.info().id()),
              "Rule "
                  + rule.info().id()
                  + " failed with "
                  + describe(e)
                  + "; its findings "
                  + (path == null ? "" : "in this file ")
                  + "are missing. Please report this with the code that shows it."));
    } finally {
      nanos
          .computeIfAbsent(rule.info().id(), key -> new LongAdder())
          .add(System.nanoTime() - start);
    }
  }

  /** The kind of failure and where in our code it happened. */
  static String describe(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String message = failure.getMessage() == null ? "" : " (" + failure.getMessage() + ")";
    return failure.getClass().getSimpleName()
        + message
        + (trace.length == 0
            ? ""
            : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber());
  }

  List<Notification> failures() {
    return List.copyOf(failures);
  }

  /** Time of each rule in ms, summed over threads, by id. */
  Map<String, Long> millis() {
    Map<String, Long> millis = new TreeMap<>();
    nanos.forEach((id, sum) -> millis.put(id, sum.sum() / 1_000_000));
    return millis;
  }
}
