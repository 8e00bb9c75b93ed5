package dev.plumbline.analyzer.signature;

import dev.plumbline.analyzer.program.ExternalType;
import dev.plumbline.analyzer.program.ExternalTypes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Signatures of libraries, from the table that the build makes of their API jars ({@link
 * TableBuilder}). A block is read when one of its packages is asked for, a type is decoded when it
 * is asked for. Safe for many threads.
 */
public final class SignatureTable implements ExternalTypes {

  private final Function<String, InputStream> files;
  private final NameTable packages;
  private final int[] blockByPackage;
  private final Place[] places;
  private final long fingerprint;
  private final Map<Integer, Block> blocks = new ConcurrentHashMap<>();
  private final Map<String, Optional<ExternalType>> known = new ConcurrentHashMap<>();

  private volatile Chunk lastChunk;

  private record Chunk(int number, byte[] bytes) {}

  /** Where a block lies. */
  private record Place(int chunk, int offset, int deflatedLength, int length) {}

  /**
   * Reads the index of the table that this build of Plumbline carries; some milliseconds.
   *
   * @throws IllegalStateException when it is missing or of another form
   */
  public SignatureTable() {
    this(name -> SignatureTable.class.getResourceAsStream(TableForm.FOLDER + name));
  }

  /**
   * @param files opens a file of the table; gives {@code null} when there is none of that name
   */
  SignatureTable(Function<String, InputStream> files) {
    this.files = files;
    byte[] index = inflated(resource(TableForm.INDEX));
    ByteSource in = new ByteSource(index, 0);
    if (in.number() != TableForm.VERSION) {
      throw new IllegalStateException(
          "the signature table is of another version of Plumbline: run analyzer/src/signatures/rebuild");
    }
    fingerprint = in.longNumber();
    places = new Place[in.number()];
    for (int i = 0; i < places.length; i++) {
      places[i] = new Place(in.number(), in.number(), in.number(), in.number());
    }
    int count = in.number();
    packages = new NameTable(index, count);
    blockByPackage = new int[count];
    for (int i = 0; i < count; i++) {
      packages.add(in.position());
      in.skip(in.number());
      blockByPackage[i] = in.number();
    }
  }

  @Override
  public Optional<ExternalType> find(String canonicalName) {
    Optional<ExternalType> type = known.get(canonicalName);
    if (type == null) {
      type = read(canonicalName);
      if (type.isPresent()) {
        known.put(canonicalName, type);
      }
    }
    return type;
  }

  @Override
  public boolean hasPackage(String packageName) {
    return packages.find(packageName) >= 0;
  }

  /** Of the list of libraries that it was made of: {@link LibraryList#fingerprint}. */
  long fingerprint() {
    return fingerprint;
  }

  /** All packages of the table, sorted. */
  public Set<String> packages() {
    return new TreeSet<>(packages.names());
  }

  /** The names of all types, sorted. Reads the whole table: for tests and listings. */
  public Set<String> typeNames() {
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < places.length; i++) {
      names.addAll(block(i).names());
    }
    return names;
  }

  /** How many blocks and types this table has read so far. */
  public String usage() {
    return blocks.size() + " blocks, " + known.size() + " types";
  }

  private Optional<ExternalType> read(String canonicalName) {
    // A member type has the names of its outer types between the package and itself.
    for (int dot = canonicalName.lastIndexOf('.');
        dot > 0;
        dot = canonicalName.lastIndexOf('.', dot - 1)) {
      int number = packages.find(canonicalName.substring(0, dot));
      if (number >= 0) {
        return block(blockByPackage[number]).find(canonicalName);
      }
    }
    return Optional.empty();
  }

  private Block block(Integer number) {
    return blocks.computeIfAbsent(number, this::read);
  }

  private Block read(Integer number) {
    Place place = places[number];
    Inflater inflater = new Inflater();
    try {
      byte[] bytes = new byte[place.length];
      byte[] chunk = chunk(place.chunk);
      inflater.setInput(chunk, place.offset, place.deflatedLength);
      if (inflater.inflate(bytes) != place.length) {
        throw new IllegalStateException("the signature table is damaged: block " + number);
      }
      return new Block(bytes);
    } catch (DataFormatException e) {
      throw new IllegalStateException("the signature table is damaged: block " + number, e);
    } finally {
      inflater.end();
    }
  }

  /** Neighbours are often wanted one after the other, so the last one is kept. */
  private byte[] chunk(int number) {
    Chunk last = lastChunk;
    if (last == null || last.number != number) {
      last = new Chunk(number, resource(TableForm.chunk(number)));
      lastChunk = last;
    }
    return last.bytes;
  }

  private static byte[] inflated(byte[] deflated) {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the signature table is damaged: index", e);
    }
  }

  private InputStream open(String name) {
    InputStream in = files.apply(name);
    if (in == null) {
      throw new IllegalStateException("the signature table lacks " + name + " in this build");
    }
    return in;
  }

  private byte[] resource(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the signature table (" + name + ") cannot be read", e);
    }
  }
}
