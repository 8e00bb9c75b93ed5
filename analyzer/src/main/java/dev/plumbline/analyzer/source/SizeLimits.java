package dev.plumbline.analyzer.source;

/**
 * Above which size a file is not opened.
 *
 * @param java in bytes, for Java sources
 * @param other in bytes, for every other kind
 */
public record SizeLimits(long java, long other) {

  /**
   * 4 MiB. Hand-written classes stay below 1 MB, generated parsers and protocol classes below 3;
   * past that a syntax tree needs more memory than a default heap on a small CI machine has.
   */
  public static final long DEFAULT_JAVA = 4L << 20;

  /** 2 MiB. Larger SQL, JSON and text files are dumps and data sets. */
  public static final long DEFAULT_OTHER = 2L << 20;

  public static final SizeLimits DEFAULT = new SizeLimits(DEFAULT_JAVA, DEFAULT_OTHER);

  /** An array of bytes holds no more. */
  private static final long MOST = Integer.MAX_VALUE - 16;

  /**
   * @throws IllegalArgumentException when a limit is negative or above 2 GiB
   */
  public SizeLimits {
    if (java < 0 || other < 0 || java > MOST || other > MOST) {
      throw new IllegalArgumentException("a size limit lies between 0 and 2 GiB");
    }
  }

  /** The limit in bytes. */
  public long of(SourceKind kind) {
    return kind == SourceKind.JAVA ? java : other;
  }
}
