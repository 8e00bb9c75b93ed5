package dev.plumbline.analyzer.library;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Names of methods by what is said of them, so that whoever asks for sinks of SQL looks no further
 * at a call that can only be a flow. A topic is a kind of role, or a kind of sink.
 */
final class Topics {

  private final Map<String, Set<String>> names = new TreeMap<>();

  static String of(Class<? extends MethodRole> role) {
    return role.getSimpleName();
  }

  static String of(SinkKind kind) {
    return "Sink " + kind.id();
  }

  void add(MethodModel model) {
    for (MethodRole role : model.roles()) {
      add(of(role.getClass()), model);
      if (role instanceof MethodRole.Sink sink) {
        add(of(sink.kind()), model);
      }
    }
  }

  private void add(String topic, MethodModel model) {
    names.computeIfAbsent(topic, key -> new TreeSet<>()).addAll(model.names());
  }

  /** By topic the names as the data write them, sorted. */
  Map<String, Set<String>> names() {
    return names;
  }
}
