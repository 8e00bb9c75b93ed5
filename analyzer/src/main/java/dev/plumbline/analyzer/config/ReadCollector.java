package dev.plumbline.analyzer.config;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers reads; one place that knows how each kind is made. */
final class ReadCollector {

  private final List<ConfigRead> reads = new ArrayList<>();

  List<ConfigRead> reads() {
    return reads;
  }

  /** Every key that placeholders in {@code text} name. */
  void placeholders(
      ConfigRead.Kind kind, String text, TypeInfo owner, String target, Location location) {
    for (Placeholders.Placeholder each : Placeholders.in(text)) {
      reads.add(
          new ConfigRead(
              kind,
              Optional.of(each.key()),
              false,
              each.defaultText(),
              owner,
              target,
              text,
              List.of(),
              location));
    }
  }

  void key(
      ConfigRead.Kind kind,
      String key,
      Optional<String> defaultText,
      TypeInfo owner,
      String target,
      Location location) {
    reads.add(
        new ConfigRead(
            kind, Optional.of(key), false, defaultText, owner, target, key, List.of(), location));
  }

  void whole(String prefix, TypeInfo owner, String target, Location location) {
    reads.add(
        new ConfigRead(
            ConfigRead.Kind.BINDING,
            Optional.of(prefix),
            true,
            Optional.empty(),
            owner,
            target,
            prefix,
            List.of(),
            location));
  }

  void unknown(ConfigRead.Kind kind, TypeInfo owner, Location location) {
    reads.add(
        new ConfigRead(
            kind, Optional.empty(), false, Optional.empty(), owner, "", "", List.of(), location));
  }

  void bundled(String key, List<ConfigSource> files, TypeInfo owner, Location location) {
    reads.add(
        new ConfigRead(
            ConfigRead.Kind.BUNDLE,
            Optional.of(key),
            false,
            Optional.empty(),
            owner,
            "",
            key,
            files,
            location));
  }
}
