import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

class Guarded {
  private static final Set<String> COLUMNS = Set.of("name", "created");
  private static final Map<String, String> BY_KEY = Map.of("name", "u.name", "date", "u.created");
  private static final Pattern NAME = Pattern.compile("[a-z]+");

  enum Direction {
    ASC,
    DESC
  }

  ResultSet unchecked(Statement statement, String column) throws SQLException {
    return statement.executeQuery("SELECT * FROM users ORDER BY " + column); // want: sql-string-concat "parameter column"
  }

  ResultSet allowList(Statement statement, String column) throws SQLException {
    if (!COLUMNS.contains(column)) {
      throw new IllegalArgumentException(column);
    }
    return statement.executeQuery("SELECT * FROM users ORDER BY " + column);
  }

  ResultSet allowListElse(Statement statement, String column) throws SQLException {
    String order = COLUMNS.contains(column) ? column : "name";
    return statement.executeQuery("SELECT * FROM users ORDER BY " + order);
  }

  ResultSet lookup(Statement statement, String key) throws SQLException {
    return statement.executeQuery("SELECT * FROM users u ORDER BY " + BY_KEY.getOrDefault(key, "u.id"));
  }

  ResultSet switched(Statement statement, String key) throws SQLException {
    String column =
        switch (key) {
          case "name" -> "u.name";
          case "date" -> "u.created";
          default -> "u.id";
        };
    return statement.executeQuery("SELECT * FROM users u ORDER BY " + column);
  }

  ResultSet direction(Statement statement, boolean descending) throws SQLException {
    return statement.executeQuery("SELECT * FROM users ORDER BY id " + (descending ? "DESC" : "ASC"));
  }

  ResultSet enumeration(Statement statement, Direction direction) throws SQLException {
    return statement.executeQuery("SELECT * FROM users ORDER BY id " + direction.name());
  }

  ResultSet parsedEnum(Statement statement, String text) throws SQLException {
    Direction direction = Direction.valueOf(text);
    return statement.executeQuery("SELECT * FROM users ORDER BY id " + direction);
  }

  ResultSet uuid(Statement statement, String text) throws SQLException {
    UUID id = UUID.fromString(text);
    return statement.executeQuery("SELECT * FROM users WHERE id = '" + id + "'");
  }

  ResultSet pattern(Statement statement, String table) throws SQLException {
    if (!NAME.matcher(table).matches()) {
      throw new IllegalArgumentException(table);
    }
    return statement.executeQuery("SELECT * FROM " + table);
  }

  ResultSet filtered(Statement statement, String table) throws SQLException {
    return statement.executeQuery("SELECT * FROM " + table.replaceAll("[^a-zA-Z0-9_]", ""));
  }

  ResultSet equalTo(Statement statement, String order) throws SQLException {
    if ("desc".equals(order) || "asc".equals(order)) {
      return statement.executeQuery("SELECT * FROM users ORDER BY id " + order);
    }
    return statement.executeQuery("SELECT * FROM users ORDER BY id");
  }

  private static void validateSortColumn(String column) {
    if (column.chars().anyMatch(c -> !Character.isLetter(c))) {
      throw new IllegalArgumentException(column);
    }
  }

  ResultSet checkedByHelper(Statement statement, String column) throws SQLException {
    String sql = "SELECT * FROM users ORDER BY " + column;
    validateSortColumn(column);
    return statement.executeQuery(sql);
  }

  private static String escapeIdentifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  ResultSet escaped(Statement statement, String table) throws SQLException {
    return statement.executeQuery("SELECT * FROM " + escapeIdentifier(table));
  }

  ResultSet guardOfAnother(Statement statement, String column, String other) throws SQLException {
    if (!COLUMNS.contains(other)) {
      throw new IllegalArgumentException(other);
    }
    return statement.executeQuery("SELECT * FROM users ORDER BY " + column); // want: sql-string-concat "parameter column"
  }
}
