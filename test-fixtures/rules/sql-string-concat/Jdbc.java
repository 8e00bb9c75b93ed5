import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

class Jdbc {
  private static final String TABLE = "users";
  private static final String SELECT = "SELECT * FROM " + TABLE;

  ResultSet value(Connection connection, String name) throws SQLException { // step: sql-string-concat 1
    Statement statement = connection.createStatement();
    String sql = SELECT + " WHERE name = '" + name + "'"; // step: sql-string-concat 2
    return statement.executeQuery(sql); // want: sql-string-concat "Statement.executeQuery is built with parameter name"
  }

  PreparedStatement preparedAllTheSame(Connection connection, String name) throws SQLException {
    return connection.prepareStatement(SELECT + " WHERE name = '" + name + "'"); // want: sql-string-concat "parameter name"
  }

  void batch(Statement statement, List<String> names) throws SQLException {
    for (String name : names) {
      statement.addBatch("INSERT INTO users(name) VALUES ('" + name + "')"); // want: sql-string-concat "Statement.addBatch"
    }
  }

  ResultSet parameters(Connection connection, String name) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(SELECT + " WHERE name = ?");
    statement.setString(1, name);
    return statement.executeQuery();
  }

  ResultSet number(Statement statement, int id, long tenant, Integer boxed) throws SQLException {
    return statement.executeQuery(
        SELECT + " WHERE id = " + id + " AND tenant = " + tenant + " LIMIT " + boxed);
  }

  ResultSet parsed(Statement statement, String id) throws SQLException {
    return statement.executeQuery(SELECT + " WHERE id = " + Integer.parseInt(id));
  }

  ResultSet arithmetic(Statement statement, int page, int size) throws SQLException {
    return statement.executeQuery(SELECT + " LIMIT " + size + " OFFSET " + (page - 1) * size);
  }

  ResultSet forwarded(Statement statement, String sql) throws SQLException {
    return statement.executeQuery(sql);
  }

  ResultSet overloads(Statement statement, String name) throws SQLException {
    statement.execute("UPDATE users SET name = '" + name + "'", Statement.RETURN_GENERATED_KEYS); // want: sql-string-concat "Statement.execute"
    return statement.getGeneratedKeys();
  }
}
