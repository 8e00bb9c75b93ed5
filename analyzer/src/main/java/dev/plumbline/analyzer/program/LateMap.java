package dev.plumbline.analyzer.program;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A map that is worked out when it is first read. Immutable as far as a reader can tell; two
 * threads may both work it out, to equal maps.
 */
final class LateMap<V> extends AbstractMap<String, V> {

  private Supplier<Map<String, V>> source;
  private volatile Map<String, V> entries;

  LateMap(Supplier<Map<String, V>> source) {
    this.source = source;
  }

  private Map<String, V> entries() {
    Map<String, V> known = entries;
    if (known == null) {
      known = source.get();
      entries = known;
    }
    return known;
  }

  @Override
  public V get(Object key) {
    return entries().get(key);
  }

  @Override
  public V getOrDefault(Object key, V fallback) {
    return entries().getOrDefault(key, fallback);
  }

  @Override
  public boolean containsKey(Object key) {
    return entries().containsKey(key);
  }

  @Override
  public Set<Entry<String, V>> entrySet() {
    return entries().entrySet();
  }
}
