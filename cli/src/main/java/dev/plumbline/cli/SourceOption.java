package dev.plumbline.cli;

import dev.plumbline.analyzer.library.SourceKind.Trust;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Whom the data flow can be told to distrust beside those who send requests and messages. */
enum SourceOption {
  /** Other servers that are called. */
  NETWORK(Trust.NETWORK),
  /** Files, environment, arguments and configuration of the place where the program runs. */
  LOCAL(Trust.LOCAL),
  /** What was stored before, whoever did. */
  STORED(Trust.STORED);

  private final Trust trust;

  SourceOption(Trust trust) {
    this.trust = trust;
  }

  static Set<Trust> trusts(Set<SourceOption> options) {
    Set<Trust> trusts = EnumSet.noneOf(Trust.class);
    options.forEach(option -> trusts.add(option.trust));
    return trusts;
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
