package app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.servlet.http.HttpServletRequest;

/** Each place that data can take in a statement. */
class Places {
  private final Connection connection;

  Places(Connection connection) {
    this.connection = connection;
  }

  ResultSet quoted(HttpServletRequest request) throws SQLException {
    String name = request.getParameter("name"); // step: sql-injection 1
    String sql = "SELECT * FROM users WHERE name = '" + name + "' AND active = 1"; // step: sql-injection 2
    Statement statement = connection.createStatement();
    // want: sql-injection "Statement.executeQuery between quotation marks of SQL text: bind it as a parameter"
    return statement.executeQuery(sql); // step: sql-injection 3
  }

  ResultSet like(HttpServletRequest request) throws SQLException {
    String sql = "SELECT * FROM users WHERE name LIKE '%" + request.getParameter("q") + "%'";
    return connection.createStatement().executeQuery(sql); // want: sql-injection "between quotation marks"
  }

  ResultSet second(HttpServletRequest request) throws SQLException {
    String sql = "SELECT * FROM users WHERE kind = 'a' AND owner = '" + request.getHeader("X-Owner") + "'";
    return connection.createStatement().executeQuery(sql); // want: sql-injection "between quotation marks"
  }

  ResultSet unquoted(HttpServletRequest request) throws SQLException {
    String sql = "SELECT * FROM users WHERE id = " + request.getParameter("id");
    return connection.createStatement().executeQuery(sql); // want: sql-injection "as an unquoted value in SQL text: bind it as a parameter, or parse it as a number"
  }

  ResultSet ordered(HttpServletRequest request) throws SQLException {
    String sql = "SELECT * FROM users WHERE active = 'Y' ORDER BY " + request.getParameter("sort");
    return connection.createStatement().executeQuery(sql); // want: sql-injection "behind ORDER BY of SQL text: choose column and direction from a list of constants"
  }

  ResultSet direction(HttpServletRequest request) throws SQLException {
    String sql = "SELECT * FROM users ORDER BY created " + request.getParameter("direction") + " LIMIT 10";
    return connection.createStatement().executeQuery(sql); // want: sql-injection "behind ORDER BY"
  }

  ResultSet grouped(HttpServletRequest request) throws SQLException {
    String sql = "SELECT count(*) FROM users GROUP BY " + request.getParameter("by");
    return connection.createStatement().executeQuery(sql); // want: sql-injection "behind GROUP BY"
  }

  int table(HttpServletRequest request) throws SQLException {
    return connection.createStatement().executeUpdate("DELETE FROM " + request.getParameter("table")); // want: sql-injection "as a name of a table or column in SQL text"
  }

  ResultSet column(HttpServletRequest request) throws SQLException {
    String sql = "SELECT * FROM users WHERE " + request.getParameter("column") + " = 1";
    return connection.createStatement().executeQuery(sql); // want: sql-injection "as a name of a table or column"
  }

  ResultSet list(HttpServletRequest request) throws SQLException {
    String sql = "SELECT * FROM users WHERE id IN (" + request.getParameter("ids") + ")";
    return connection.createStatement().executeQuery(sql); // want: sql-injection "as a list of values in SQL text"
  }

  ResultSet limit(HttpServletRequest request) throws SQLException {
    String sql = "SELECT * FROM users LIMIT " + request.getParameter("size");
    return connection.createStatement().executeQuery(sql); // want: sql-injection "as a limit in SQL text"
  }

  ResultSet clause(HttpServletRequest request) throws SQLException {
    String sql = "SELECT * FROM users WHERE " + request.getParameter("filter");
    return connection.createStatement().executeQuery(sql); // want: sql-injection "as part of SQL text"
  }

  boolean whole(HttpServletRequest request) throws SQLException {
    return connection.createStatement().execute(request.getParameter("sql")); // want: sql-injection "as the whole SQL text"
  }

  ResultSet prepared(HttpServletRequest request) throws SQLException {
    String sql = "SELECT * FROM users WHERE name = '" + request.getParameter("name") + "' AND id = ?";
    PreparedStatement statement = connection.prepareStatement(sql); // want: sql-injection "Connection.prepareStatement between quotation marks"
    statement.setInt(1, 5);
    return statement.executeQuery();
  }

  void batch(HttpServletRequest request) throws SQLException {
    Statement statement = connection.createStatement();
    statement.addBatch("INSERT INTO log VALUES ('" + request.getParameter("text") + "')"); // want: sql-injection "Statement.addBatch between quotation marks"
    statement.executeBatch();
  }

  /** The mark of the text before does not open one here. */
  ResultSet twice(HttpServletRequest request, int kind) throws SQLException {
    String sql = "SELECT * FROM users WHERE name = '" + request.getParameter("name") + "' AND kind = " + kind;
    return connection.createStatement().executeQuery(sql); // want: sql-injection "between quotation marks"
  }
}
