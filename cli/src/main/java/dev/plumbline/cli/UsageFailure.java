package dev.plumbline.cli;

/** The user can mend this: an option, a path, a configuration. The message says how. */
final class UsageFailure extends Exception {

  private static final long serialVersionUID = 1L;

  UsageFailure(String message) {
    super(message);
  }
}
