package dev.plumbline.rules.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** One of several ways to go on, each with a weight. */
final class Choice<T> {

  private record Way<T>(int weight, Supplier<T> make) {}

  private final Random random;
  private final List<Way<T>> ways = new ArrayList<>();

  Choice(Random random) {
    this.random = random;
  }

  Choice<T> or(int weight, Supplier<T> make) {
    if (weight > 0) {
      ways.add(new Way<>(weight, make));
    }
    return this;
  }

  Choice<T> or(boolean possible, int weight, Supplier<T> make) {
    return possible ? or(weight, make) : this;
  }

  T make() {
    int left = random.nextInt(ways.stream().mapToInt(Way::weight).sum());
    for (Way<T> way : ways) {
      left -= way.weight();
      if (left < 0) {
        return way.make().get();
      }
    }
    throw new AssertionError("unreachable: the weights add up");
  }
}
