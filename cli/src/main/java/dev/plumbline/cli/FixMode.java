package dev.plumbline.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code --fix} does. */
enum FixMode {
  /** Nothing is fixed. */
  OFF,
  /** The changes are shown, and no file is touched. */
  DRY_RUN,
  /** The changes are written. */
  APPLY;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A word behind {@code --fix} is the path to scan; only {@code --fix=apply} says how. */
  static final class AttachedWord implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> args, CommandSpec command, ArgSpec argument, Map<String, Object> info) {
      if (!"=".equals(info.get("separator"))) {
        args.push(DRY_RUN.toString());
      }
      return false;
    }
  }
}
