package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help as users see it. A change is read like any other diff. */
class HelpTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "scan", "inventory", "rules", "explain"})
  void help(String command) throws IOException {
    Object[] arguments =
        command.isEmpty() ? new Object[] {"--help"} : new Object[] {command, "--help"};
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(snapshot(command.isEmpty() ? "plumbline" : "plumbline-" + command));
  }

  @Test
  void theOtherWaysToAsk() {
    String help = CommandRun.of("scan", "--help").out();
    assertThat(CommandRun.of("help", "scan").out()).isEqualTo(help);
    assertThat(CommandRun.of("scan", "-h").out()).isEqualTo(help);
  }

  @Test
  void version() {
    CommandRun run = CommandRun.of("--version");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("plumbline ").contains("Java ");
  }

  @Test
  void completion() {
    CommandRun run = CommandRun.of("generate-completion");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("#!/usr/bin/env bash").contains("--fail-on");
  }

  @Test
  void whatIsForUsAloneIsNotShown() {
    for (String each : List.of("--self-check", "--stacktrace", "generate-completion")) {
      assertThat(CommandRun.of("--help").out()).doesNotContain(each);
      assertThat(CommandRun.of("scan", "--help").out()).doesNotContain(each);
    }
  }

  private static String snapshot(String name) throws IOException {
    try (InputStream in = HelpTest.class.getResourceAsStream("help/" + name + ".txt")) {
      assertThat(in).as("help/%s.txt", name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
