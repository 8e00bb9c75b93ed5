package dev.plumbline.cli;

import picocli.CommandLine.Option;

/** The option that every command with text for people has. */
final class ColorOption {

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Colour text: ${COMPLETION-CANDIDATES}. Default: auto, which heeds NO_COLOR,"
              + " CLICOLOR_FORCE and TERM, and then colours what goes to a terminal.")
  private ColorMode mode;

  ColorMode mode() {
    return mode;
  }
}
