package dev.plumbline.cli;

import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.rules.RuleCatalog;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Where the process begins and ends. */
public final class Plumbline {

  private Plumbline() {}

  public static void main(String[] args) {
    int code = ExitCode.INTERNAL.number();
    try {
      Interruption interruption = Interruption.watch(Thread.currentThread());
      code = run(args, Host.ofThisProcess(), RuleCatalog::all);
      interruption.finished();
    } finally {
      // Whatever is thrown, the virtual machine's own answer would be 1: findings.
      System.exit(code);
    }
  }

  /**
   * Runs one command.
   *
   * @param rules all that can be chosen from
   * @return the exit code; nothing is thrown
   */
  static int run(String[] args, Host host, Supplier<List<Rule>> rules) {
    Failures failures = new Failures(host);
    try {
      CommandLine line = PlumblineCommand.line(host, rules.get());
      line.setParameterExceptionHandler(failures);
      line.setExecutionExceptionHandler(failures);
      return execute(line, args, host);
    } catch (Throwable e) {
      // Picocli lets errors pass; a thread that dies of one would exit with 1 as well.
      return failures.internal(e, List.of(args).contains(Failures.STACK_TRACE));
    }
  }

  private static int execute(CommandLine line, String[] args, Host host) {
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(host.out(), StandardCharsets.UTF_8), false);
    PrintWriter err = new PrintWriter(host.err(), true);
    line.setOut(out);
    line.setErr(err);
    try {
      return line.execute(args);
    } finally {
      out.flush();
      err.flush();
      host.err().flush();
    }
  }
}
