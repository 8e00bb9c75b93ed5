package dev.plumbline.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option of every command that reads a workspace. */
final class ThreadsOption {

  /** More threads than any machine of a CI has processors; each has a deep stack. */
  private static final int MAX_THREADS = 256;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "How many threads work. Default: one for each processor, or PLUMBLINE_THREADS. The"
              + " result does not depend on it.")
  private Integer threads;

  int count() {
    if (threads == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (threads < 1 || threads > MAX_THREADS) {
      throw new ParameterException(
          spec.commandLine(), "--threads takes a number from 1 to " + MAX_THREADS);
    }
    return threads;
  }
}
