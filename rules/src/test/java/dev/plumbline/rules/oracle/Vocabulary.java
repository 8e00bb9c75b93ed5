package dev.plumbline.rules.oracle;

import dev.plumbline.rules.oracle.Scope.Callable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a program in the making has: its randomness, its declarations, its names. */
final class Vocabulary {

  static final List<String> KEYS = List.of("a", "b");
  static final int MAX_SWITCHES = 4;
  static final int MAX_SINKS = 4;

  final Random random;
  final List<Callable> callables = new ArrayList<>();
  final List<Model.Field> statics = new ArrayList<>();
  final List<Model.Field> servletFields = new ArrayList<>();

  /** The classes that implement Step. */
  final List<String> steps = new ArrayList<>();

  /** The class with two texts, and its subclass. */
  final List<String> datas = new ArrayList<>();

  /** From this rank on no step is applied and none is made. */
  int stepRank = Integer.MAX_VALUE;

  /** Whether texts are kept as attributes of requests and sessions. */
  boolean attributes;

  private int names;
  private int switches;
  private int sinks;

  Vocabulary(Random random) {
    this.random = random;
  }

  String name(String stem) {
    return stem + names++;
  }

  /** Most conditions are asked once; some are asked again and then go the same way. */
  String nextSwitch() {
    if (switches < MAX_SWITCHES && chance(70)) {
      return String.valueOf(switches++);
    }
    switches = Math.max(switches, 1);
    return String.valueOf(random.nextInt(switches));
  }

  boolean hasSinkLeft() {
    return sinks < MAX_SINKS;
  }

  String nextSink() {
    return String.valueOf(sinks++);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Prefers what was declared last: long ways come from using what was just made. */
  <T> T recent(List<T> list) {
    int back = Math.min(random.nextInt(list.size()), random.nextInt(list.size()));
    return list.get(list.size() - 1 - back);
  }

  List<Callable> callables(int aboveRank, Type result) {
    return callables.stream()
        .filter(each -> each.rank() > aboveRank && each.method().result() == result)
        .toList();
  }
}
