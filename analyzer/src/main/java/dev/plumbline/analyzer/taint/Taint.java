package dev.plumbline.analyzer.taint;

import java.util.Objects;

/**
 * One provenance of a value.
 *
 * @param origin a {@link Source}, or the {@link Id} of an input of the body: what that stands for,
 *     the callers know
 * @param cleared the kinds of sink for which the value was made harmless on its way, see {@link
 *     Kinds}
 * @param encoded those of {@code cleared} that decoding takes back
 * @param exact whether the value is as its origin gave it
 * @param trace the way so far; not part of equality, so that fixpoints end
 */
record Taint(Object origin, long cleared, long encoded, boolean exact, Trace trace) {

  Taint clear(long kinds) {
    return (cleared | kinds) == cleared
        ? this
        : new Taint(origin, cleared | kinds, encoded, exact, trace);
  }

  Taint with(Trace way) {
    return new Taint(origin, cleared, encoded, exact, way);
  }

  Taint inexact() {
    return exact ? new Taint(origin, cleared, encoded, false, trace) : this;
  }

  int length() {
    return trace == null ? 0 : trace.length();
  }

  /** What is harmful for neither text nor numbers. */
  boolean isSpent() {
    return (cleared & Kinds.ALL) == Kinds.ALL && !Kinds.isRandom(origin);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Taint taint
            && cleared == taint.cleared
            && encoded == taint.encoded
            && exact == taint.exact
            && origin.equals(taint.origin);
  }

  @Override
  public int hashCode() {
    return Objects.hash(origin, cleared);
  }

  @Override
  public String toString() {
    return origin + (cleared == 0 ? "" : "-" + Long.toHexString(cleared));
  }
}
