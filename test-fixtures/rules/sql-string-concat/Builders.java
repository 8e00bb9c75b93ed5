import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

class Builders {
  private static final String COLUMNS;

  static {
    StringBuilder columns = new StringBuilder();
    columns.append("id").append(", ").append("name");
    COLUMNS = columns.toString();
  }

  ResultSet builder(Statement statement, String name, boolean active) throws SQLException {
    StringBuilder sql = new StringBuilder("SELECT * FROM users WHERE 1 = 1");
    if (active) {
      sql.append(" AND active = 1");
    }
    sql.append(" AND name = '").append(name).append("'");
    return statement.executeQuery(sql.toString()); // want: sql-string-concat "parameter name"
  }

  ResultSet buffer(Statement statement, List<String> names) throws SQLException {
    StringBuffer sql = new StringBuffer();
    sql.append("SELECT * FROM users WHERE name IN (");
    for (String name : names) {
      sql.append("'").append(name).append("',");
    }
    sql.append("'')");
    return statement.executeQuery(sql.toString()); // want: sql-string-concat "Statement.executeQuery"
  }

  ResultSet plusEquals(Statement statement, String name) throws SQLException {
    String sql = "SELECT * FROM users";
    sql += " WHERE name = '";
    sql += name;
    sql += "'";
    return statement.executeQuery(sql); // want: sql-string-concat "parameter name"
  }

  ResultSet constantBuilder(Statement statement, boolean active) throws SQLException {
    StringBuilder sql = new StringBuilder();
    sql.append("SELECT ").append(COLUMNS).append(" FROM users");
    if (active) {
      sql.append(" WHERE active = 1");
    } else {
      sql.append(" WHERE active = 0");
    }
    return statement.executeQuery(sql.toString());
  }

  ResultSet questionMarks(Statement statement, List<Long> ids) throws SQLException {
    StringBuilder sql = new StringBuilder("SELECT * FROM users WHERE id IN (");
    for (int i = 0; i < ids.size(); i++) {
      if (i > 0) {
        sql.append(", ");
      }
      sql.append("?");
    }
    sql.append(")");
    return statement.executeQuery(sql.toString());
  }

  ResultSet copies(Statement statement, List<Long> ids) throws SQLException {
    String marks = String.join(",", Collections.nCopies(ids.size(), "?"));
    return statement.executeQuery("SELECT * FROM users WHERE id IN (" + marks + ")");
  }

  ResultSet streamed(Statement statement, List<Long> ids) throws SQLException {
    String marks = ids.stream().map(id -> "?").collect(Collectors.joining(",", "(", ")"));
    return statement.executeQuery("SELECT * FROM users WHERE id IN " + marks);
  }

  ResultSet conditions(Statement statement, boolean a, boolean b) throws SQLException {
    List<String> conditions = new ArrayList<>();
    if (a) {
      conditions.add("a = ?");
    }
    if (b) {
      conditions.add("b = ?");
    }
    return statement.executeQuery("SELECT * FROM t WHERE " + String.join(" AND ", conditions));
  }

  ResultSet joiner(Statement statement, boolean a) throws SQLException {
    StringJoiner conditions = new StringJoiner(" AND ");
    conditions.add("1 = 1");
    if (a) {
      conditions.add("a = ?");
    }
    return statement.executeQuery("SELECT * FROM t WHERE " + conditions);
  }

  void columnNames(java.sql.Connection connection, List<Column> columns) throws SQLException {
    StringBuilder insert = new StringBuilder("INSERT INTO target (");
    for (Column column : columns) {
      insert.append(column.getName()).append(",");
    }
    insert.append(") VALUES (?)");
    connection.prepareStatement(insert.toString());
  }

  void columnValues(java.sql.Connection connection, Column column) throws SQLException {
    connection.prepareStatement("INSERT INTO target (a, b) VALUES (" + column.getName() + ", 1)"); // want: sql-string-concat "name of parameter column"
  }

  @lombok.Data
  static class Column {
    private String name;
  }

  ResultSet madeInTheLoop(Statement statement, List<Long> ids) throws SQLException {
    StringBuilder list = null;
    for (Long id : ids) {
      if (list == null) {
        list = new StringBuilder();
      } else {
        list.append(",");
      }
      list.append(id);
    }
    String in = list == null ? "" : list.toString();
    return statement.executeQuery("SELECT * FROM users WHERE id IN (" + in + ")");
  }

  ResultSet joinedNames(Statement statement, List<String> names) throws SQLException {
    String list = names.stream().map(n -> "'" + n + "'").collect(Collectors.joining(","));
    return statement.executeQuery("SELECT * FROM users WHERE name IN (" + list + ")"); // want: sql-string-concat "an element of parameter names"
  }
}
