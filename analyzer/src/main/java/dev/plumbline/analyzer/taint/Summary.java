package dev.plumbline.analyzer.taint;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a body does, in terms of its inputs: parameters, receiver, captured variables, static
 * fields.
 *
 * @param returns whether it ever returns normally
 * @param result {@code null} when there is none
 * @param thrown what leaves it as an exception; {@code null} for nothing that was seen
 * @param heap what it leaves in the objects that callers know, and the new objects reachable from
 *     there and from the result
 * @param far the same without places that all methods share: for callers of other types
 * @param checked the kinds for which inputs have been checked when it returns
 * @param hits sinks that something of the inputs reaches
 * @param closed sinks that are reached from sources whatever the callers do
 * @param uses the summaries that went into this one
 * @param stored what comes into places that all methods share, see {@link SharedStores}
 * @param decisive inputs on whose constant, type or code the result depends: a caller that knows it
 *     gets a better summary
 */
record Summary(
    boolean returns,
    Val result,
    Val thrown,
    Map<Id, Obj> heap,
    Map<Id, Obj> far,
    Map<Id, Long> checked,
    List<Hit> hits,
    List<Hit> closed,
    Set<Applied> uses,
    Set<Id> decisive,
    Map<SharedStores.Place, List<Taint>> stored) {

  /** Whether it returns, changes nothing and gives nothing that depends on anything. */
  boolean isInert() {
    return returns
        && thrown == null
        && heap.isEmpty()
        && stored.isEmpty()
        && checked.isEmpty()
        && hits.isEmpty()
        && decisive.isEmpty()
        && (result == null
            || result instanceof Val.Const
            || result instanceof Val.Atom atom && atom.id() == Id.OPAQUE);
  }

  /** Of a body that is not known yet, or never returns. */
  static final Summary BOTTOM =
      new Summary(
          false, null, null, Map.of(), Map.of(), Map.of(), List.of(), List.of(), Set.of(), Set.of(),
          Map.of());

  /**
   * A summary that has gone into another.
   *
   * @param special the one for what the caller knows; {@code null} for the one for all callers,
   *     which may not be final yet
   */
  record Applied(dev.plumbline.analyzer.program.CodeBody body, Summary special) {}

  /** Whether it tells callers the same. */
  boolean isSame(Summary other) {
    return other != null
        && returns == other.returns
        && java.util.Objects.equals(result, other.result)
        && heap.equals(other.heap)
        && checked.equals(other.checked)
        && hits.size() == other.hits.size()
        && stored.keySet().equals(other.stored.keySet())
        && decisive.equals(other.decisive);
  }

  /** There are two ways to the same summary, never two equal ones: it is big. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
