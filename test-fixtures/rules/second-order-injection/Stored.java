package app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.servlet.http.HttpServletRequest;

class Stored {
  void sql(Connection connection, ResultSet users) throws SQLException {
    String nick = users.getString("nick"); // step: second-order-injection 1
    Statement statement = connection.createStatement();
    // want: second-order-injection "reaches Statement.executeUpdate as SQL text"
    statement.executeUpdate("delete from notes where nick = '" + nick + "'"); // step: second-order-injection 2
  }

  void command(ResultSet jobs) throws SQLException, IOException {
    Runtime.getRuntime().exec("convert " + jobs.getString("file")); // want: second-order-injection "as a command"
  }

  void path(ResultSet files) throws SQLException, IOException {
    Files.readAllBytes(Path.of("/srv/files", files.getString(1))); // want: second-order-injection "as a path"
  }

  void bound(Connection connection, ResultSet users) throws SQLException {
    PreparedStatement statement = connection.prepareStatement("delete from notes where nick = ?");
    statement.setString(1, users.getString("nick"));
    statement.executeUpdate();
  }

  void number(Connection connection, ResultSet users) throws SQLException {
    Statement statement = connection.createStatement();
    statement.executeUpdate("delete from notes where id = " + users.getLong("id"));
    statement.executeUpdate("delete from notes where age = " + users.getInt(2));
  }

  void ofTheRequest(Connection connection, HttpServletRequest request) throws SQLException {
    // For sql-injection to tell.
    Statement statement = connection.createStatement();
    statement.executeUpdate("delete from notes where nick = '" + request.getParameter("n") + "'");
  }

  void checked(ResultSet files) throws SQLException, IOException {
    Path base = Path.of("/srv/files");
    Path path = base.resolve(files.getString(1)).normalize();
    if (!path.startsWith(base)) {
      throw new IOException();
    }
    Files.readAllBytes(path);
  }

  void constant(Connection connection, ResultSet users) throws SQLException {
    while (users.next()) {
      connection.createStatement().executeUpdate("delete from notes where nick = 'x'");
    }
  }
}
