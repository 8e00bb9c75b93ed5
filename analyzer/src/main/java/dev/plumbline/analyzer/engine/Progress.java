package dev.plumbline.analyzer.engine;

/** Hears how far a scan has come. Called from several threads. */
public interface Progress {

  /** Says nothing. */
  Progress SILENT = (phase, done, total) -> {};

  /**
   * @param phase what is being done, a word
   * @param done how many items are finished
   * @param total how many there are, or 0 when that is not known
   */
  void at(String phase, int done, int total);
}
