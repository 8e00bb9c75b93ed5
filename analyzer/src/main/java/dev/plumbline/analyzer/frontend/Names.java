package dev.plumbline.analyzer.frontend;

import java.util.HashMap;
import java.util.Map;

/**
 * One string for each name. The parser makes a new one for every token; kept as they are, the names
 * of a program's IR took a third of its memory.
 */
final class Names {

  /** Far more than a program of a million lines has; keeps a long-lived front end small. */
  private static final int LIMIT = 100_000;

  private final Map<String, String> known = new HashMap<>();

  String of(String name) {
    String first = known.putIfAbsent(name, name);
    if (first != null) {
      return first;
    }
    if (known.size() > LIMIT) {
      known.clear();
    }
    return name;
  }
}
