package dev.plumbline.cli;

import dev.plumbline.analyzer.rule.Rule;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** One run of the command as a user would start it, with what it wrote. */
record CommandRun(int code, String out, String err) {

  /** With rules of our own, which find {@link ShoutedWord#WORD}. */
  static CommandRun of(Object... arguments) {
    return with(List.of(new ShoutedWord()), Map.of(), arguments);
  }

  static CommandRun with(List<Rule> rules, Map<String, String> environment, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CommandRun run = into(out, false, rules, environment, arguments);
    return new CommandRun(run.code(), out.toString(StandardCharsets.UTF_8), run.err());
  }

  /** On a terminal that shows both streams. */
  static CommandRun onTerminal(List<Rule> rules, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CommandRun run = into(out, true, rules, Map.of("TERM", "xterm"), arguments);
    return new CommandRun(run.code(), out.toString(StandardCharsets.UTF_8), run.err());
  }

  static CommandRun into(
      OutputStream out,
      boolean terminal,
      List<Rule> rules,
      Map<String, String> environment,
      Object... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] args = new String[arguments.length];
    for (int i = 0; i < args.length; i++) {
      args[i] = arguments[i].toString();
    }
    Host host =
        new Host(
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            terminal,
            environment);
    int code = Plumbline.run(args, host, () -> rules);
    return new CommandRun(code, "", err.toString(StandardCharsets.UTF_8));
  }
}
