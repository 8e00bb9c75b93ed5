package dev.plumbline.cli;

import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns whatever goes wrong into one message and its exit code. Picocli's own answer to an
 * exception is 1, which would look like findings.
 */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private static final String ISSUES = "https://plumbline.dev/";

  /** Hidden: shows where Plumbline failed. */
  static final String STACK_TRACE = "--stacktrace";

  private final Host host;

  Failures(Host host) {
    this.host = host;
  }

  /** Arguments that cannot be understood. */
  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    PrintStream err = host.err();
    err.println("plumbline: " + e.getMessage() + origin(e));
    if (!(e instanceof UnmatchedArgumentException unmatched)
        || !UnmatchedArgumentException.printSuggestions(unmatched, line.getErr())) {
      line.getErr().flush();
    }
    err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE.number();
  }

  /** Names the variable that a bad value came from: it stands on no command line. */
  private String origin(ParameterException e) {
    ArgSpec argument = e.getArgSpec();
    if (!(argument instanceof OptionSpec option)) {
      return "";
    }
    return Optional.ofNullable(PlumblineCommand.VARIABLES.get(option.longestName()))
        .filter(variable -> e.getValue() != null)
        .filter(variable -> e.getValue().equals(host.environment().get(variable)))
        .map(variable -> " (from " + variable + ")")
        .orElse("");
  }

  /** Exceptions of a command that ran. */
  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
    if (e instanceof UsageFailure) {
      host.err().println("plumbline: " + e.getMessage());
      return ExitCode.USAGE.number();
    }
    if (e instanceof InterruptedException) {
      host.err().println("plumbline: interrupted; no report was written");
      return ExitCode.INTERRUPTED.number();
    }
    boolean asked = result.expandedArgs().contains(STACK_TRACE);
    return internal(e, asked);
  }

  /**
   * Our own failure, errors of the virtual machine included.
   *
   * @param stackTrace whether the command line asks for it; {@code PLUMBLINE_DEBUG} does too
   */
  int internal(Throwable failure, boolean stackTrace) {
    PrintStream err = host.err();
    if (failure instanceof OutOfMemoryError) {
      err.println(
          "plumbline: out of memory (the limit is "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MB); give it more with PLUMBLINE_JAVA_OPTS=-Xmx4g");
    } else {
      err.println("plumbline: internal failure: " + failure);
      err.println("This is a defect of Plumbline, and its findings are missing. Please report it,");
      err.println("with the output of --stacktrace, at " + ISSUES);
    }
    if (stackTrace || host.isSet("PLUMBLINE_DEBUG")) {
      failure.printStackTrace(err);
    }
    return ExitCode.INTERNAL.number();
  }
}
