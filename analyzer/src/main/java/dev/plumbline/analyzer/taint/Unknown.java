package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.finding.Location;
import java.util.Comparator;

/**
 * An origin of which nothing is known: what a call gives that no data describe, or that the code of
 * the workspace made of something of the kind. Only looked at where texts are put together, see
 * {@link Compositions}.
 */
record Unknown(Composition.Origin origin, String description, Location location) {

  static final Comparator<Unknown> ORDER =
      Comparator.comparing(Unknown::location)
          .thenComparing(Unknown::origin)
          .thenComparing(Unknown::description);
}
