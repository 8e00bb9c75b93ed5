package dev.plumbline.analyzer.fix;

/**
 * A replacement in one text.
 *
 * @param start offset from 0 in UTF-16 units
 * @param end exclusive; equal to {@code start} for an insertion
 * @param alone whether it is all that its fix does
 */
record Edit(int start, int end, String inserted, boolean alone) {

  boolean isInsertion() {
    return start == end;
  }

  boolean isSameAs(Edit other) {
    return start == other.start && end == other.end && inserted.equals(other.inserted);
  }

  /** Whether the two of different fixes cannot both be made; see {@code Fix} for the promises. */
  boolean collidesWith(Edit other) {
    if (isInsertion() && other.isInsertion()) {
      return start == other.start && !isSameAs(other) && !alone && !other.alone;
    }
    // Those that touch count too: what stands between them may be what keeps them apart.
    return start <= other.end && other.start <= end;
  }
}
