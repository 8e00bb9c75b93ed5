/**
 * A place of the source that calls something.
 *
 * @param path of the file, relative to the root of the workspace
 * @param line of the method's name, the created type, the keyword or the reference, from 1
 * @param column from 1
 * @param text as written, on one line, shortened
 */
record Site(String path, Kind kind, int line, int column, String text) {

  enum Kind {
    CALL,
    CREATION,
    CONSTRUCTOR_CALL,
    REFERENCE
  }

  /** Where it is, for a table of places in one file. */
  record Place(Kind kind, int line, int column) {}

  Place place() {
    return new Place(kind, line, column);
  }
}
