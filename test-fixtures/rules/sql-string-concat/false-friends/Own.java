package app;

import java.sql.*;
import org.springframework.jdbc.core.*;

/** Names of this package hide those of the imports on demand. */
class Statement {
  boolean execute(String text) {
    return text.isEmpty();
  }

  int executeUpdate(String text) {
    return text.length();
  }
}

class JdbcTemplate {
  String query(String text) {
    return text;
  }

  void execute(String text) {}
}

class Connection {
  Statement createStatement() {
    return new Statement();
  }
}

class Own {
  private final JdbcTemplate template = new JdbcTemplate();

  void run(Connection connection, String name) {
    Statement statement = connection.createStatement();
    statement.execute("select * from users where name = '" + name + "'");
    var other = new Statement();
    other.executeUpdate("update users set name = '" + name + "'");
    template.query("select * from users where name = '" + name + "'");
    template.execute("drop table " + name);
  }

  void theirs(java.sql.Connection connection, String name) throws SQLException {
    var statement = connection.createStatement();
    statement.execute("select * from users where name = '" + name + "'"); // want: sql-string-concat "Statement.execute"
  }
}
