package dev.plumbline.cli;

import picocli.CommandLine.IVersionProvider;

/** Which Plumbline this is, as the jar's manifest says. */
final class Version implements IVersionProvider {

  /** Where there is no jar: in tests, and when classes run from an IDE. */
  private static final String UNPACKED = "0.0.0-dev";

  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? UNPACKED : version;
  }

  /** The second line is for bug reports. */
  @Override
  public String[] getVersion() {
    return new String[] {
      "plumbline " + number(),
      "Java "
          + System.getProperty("java.version")
          + " ("
          + System.getProperty("java.vendor")
          + "), "
          + System.getProperty("os.name")
          + " "
          + System.getProperty("os.arch")
    };
  }
}
