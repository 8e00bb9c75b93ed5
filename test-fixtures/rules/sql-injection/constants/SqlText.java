package constants;

/** A builder of our own. */
class SqlText {
  private final StringBuilder text = new StringBuilder();
  private boolean filtered;

  SqlText(String table) {
    text.append("select * from ").append(table);
  }

  SqlText where(String column, String value) {
    text.append(filtered ? " and " : " where ").append(column).append(" = '").append(value).append("'");
    filtered = true;
    return this;
  }

  String build() {
    return text.toString();
  }
}
