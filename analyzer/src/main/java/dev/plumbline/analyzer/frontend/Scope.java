package dev.plumbline.analyzer.frontend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of one body that are in scope: JLS 6.3. Opening and closing a scope costs as much
 * as it declares; a lookup is one hash lookup.
 */
final class Scope {

  /** A variable by its name. */
  record Binding(String name, int register) {}

  private static final class Entry {
    final Binding binding;
    final Entry shadowed;

    Entry(Binding binding, Entry shadowed) {
      this.binding = binding;
      this.shadowed = shadowed;
    }
  }

  private final Map<String, Entry> visible = new HashMap<>();
  private final List<Entry> declared = new ArrayList<>();

  /** Everything declared after this is released together. */
  int mark() {
    return declared.size();
  }

  void release(int mark) {
    for (int i = declared.size() - 1; i >= mark; i--) {
      Entry entry = declared.remove(i);
      if (entry.shadowed == null) {
        visible.remove(entry.binding.name());
      } else {
        visible.put(entry.binding.name(), entry.shadowed);
      }
    }
  }

  void declare(Binding binding) {
    Entry entry = new Entry(binding, visible.get(binding.name()));
    visible.put(binding.name(), entry);
    declared.add(entry);
  }

  void declareAll(List<Binding> bindings) {
    for (int i = 0; i < bindings.size(); i++) {
      declare(bindings.get(i));
    }
  }

  /** Its register, or {@code -1}. */
  int lookup(String name) {
    Entry entry = visible.get(name);
    return entry == null ? -1 : entry.binding.register();
  }
}
