package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.library.SourceKind.Trust;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Whom the data flow can be told to distrust beside those who send requests and messages. */
public enum DistrustedSource {
  /** Other servers that are called. */
  NETWORK(Trust.NETWORK),
  /** Files, environment, arguments and configuration of the place where the program runs. */
  LOCAL(Trust.LOCAL),
  /** What was stored before, whoever did. */
  STORED(Trust.STORED);

  private final Trust trust;

  DistrustedSource(Trust trust) {
    this.trust = trust;
  }

  static Set<Trust> trusts(Set<DistrustedSource> sources) {
    Set<Trust> trusts = EnumSet.noneOf(Trust.class);
    sources.forEach(source -> trusts.add(source.trust));
    return trusts;
  }

  /** As users write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
