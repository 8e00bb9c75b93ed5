package dev.plumbline.analyzer.signature;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers by name, where the names stay encoded in the bytes that they came in: of thousands of
 * names that a table holds, a scan asks for few. Filled once, then safe for many threads.
 */
final class NameTable {

  private static final int NONE = -1;

  private final byte[] bytes;
  private final int[] places;
  private final int[] hashes;
  // Open addressing with at least half of the slots free; a slot holds a number plus one.
  private final int[] slots;
  private int size;

  /**
   * @param count how many names will be added
   */
  NameTable(byte[] bytes, int count) {
    this.bytes = bytes;
    places = new int[count];
    hashes = new int[count];
    slots = new int[Integer.highestOneBit(Math.max(1, count)) * 4];
  }

  /**
   * Gives the next number to a name.
   *
   * @param place where {@link ByteSink#text} wrote it
   */
  void add(int place) {
    places[size] = place;
    hashes[size] = new ByteSource(bytes, place).hashOfText();
    int slot = slotOf(hashes[size]);
    while (slots[slot] != 0) {
      slot = slot + 1 & slots.length - 1;
    }
    slots[slot] = ++size;
  }

  /** The number of {@code name}, or -1. */
  int find(String name) {
    int hash = name.hashCode();
    for (int slot = slotOf(hash); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
      int number = slots[slot] - 1;
      if (hashes[number] == hash && name(number).equals(name)) {
        return number;
      }
    }
    return NONE;
  }

  /** All names in the order of their numbers, decoded. */
  List<String> names() {
    List<String> names = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      names.add(name(i));
    }
    return names;
  }

  private String name(int number) {
    return new ByteSource(bytes, places[number]).text();
  }

  private int slotOf(int hash) {
    return (hash ^ hash >>> 16) & slots.length - 1;
  }
}
