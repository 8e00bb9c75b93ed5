package app;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

class UserDao {
  private static final String SELECT = "select id, name from users";

  private Connection connection;

  boolean declaredBeside(HttpServletRequest request) throws SQLException {
    String name = request.getParameter("name");
    PreparedStatement statement = connection.prepareStatement("select * from users where name = ? and active = 1");
    statement.setString(1, name);
    ResultSet rows = statement.executeQuery();
    boolean found = rows.next();
    statement.close();
    return found;
  }

  boolean inResources(HttpServletRequest request) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select * from users"
                  + " where name like ? order by name")) {
      statement.setString(1, "%" + request.getParameter("name") + "%");
      try (ResultSet rows =
          statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  int textInVariable(HttpServletRequest request) throws SQLException {
    String name = request.getParameter("name");
    String email = request.getParameter("email");
    String sql = "update users set email = ? where name = ?";
    var statement = connection.prepareStatement(sql);
    statement.setString(1, email);
    statement.setString(2, name);
    return statement.executeUpdate();
  }

  void textBehindStatement(HttpServletRequest request) throws SQLException {
    String name = request.getParameter("name");
    int age = 7;
    long tenant = 3L;
    PreparedStatement statement = connection.prepareStatement("insert into users (name, age, tenant) values (?, 1, 2)");
    statement.setString(1, name);
    statement.execute();
  }

  void apart(HttpServletRequest request, int age, Long tenant) throws SQLException {
    String name = request.getParameter("name");
    PreparedStatement statement = null;
    try {
      statement = connection.prepareStatement(SELECT + " where name = ? and age > ? and tenant = ? limit 10");
      statement.setString(1, name);
      statement.setInt(2, age);
      statement.setObject(3, tenant);
      if (statement.executeQuery().next()) {
        System.out.println("found");
      }
    } finally {
      if (statement != null) {
        statement.close();
      }
    }
  }

  void prepared(HttpServletRequest request) throws SQLException {
    String name = request.getParameter("name");
    try (var statement = connection.prepareStatement(SELECT + " where upper(name) = upper(?)")) {
      statement.setString(1, name);
      statement.execute();
    }
    String id = request.getParameter("id");
    java.sql.PreparedStatement other = connection.prepareStatement("delete from users where id = ?");
    other.setString(1, id);
    other.executeUpdate();
  }

  void textBlock(HttpServletRequest request) throws SQLException {
    String name = request.getParameter("name");
    java.sql.PreparedStatement statement = connection.prepareStatement("""
        select *
        from users
        where name = ? order by id
        """);
    statement.setString(1, name);
    statement.execute();
  }

  ResultSet options(HttpServletRequest request) throws SQLException {
    String sql = "select * from users where name = ?";
    System.out.println("running " + sql);
    PreparedStatement statement = connection.prepareStatement(sql, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
    statement.setString(1, request.getParameter("name"));
    return statement.executeQuery();
  }

  // ---- none is certainly right

  void order(HttpServletRequest request) throws SQLException {
    Statement statement = connection.createStatement();
    statement.execute("select * from users where name = '" + request.getParameter("name") + "' order by " + request.getParameter("sort"));
  }

  void twice(HttpServletRequest request) throws SQLException {
    Statement statement = connection.createStatement();
    statement.execute("delete from a where name = '" + request.getParameter("name") + "'");
    statement.execute("delete from b where name = '" + request.getParameter("name") + "'");
  }

  void escaped(HttpServletRequest request) throws SQLException {
    String name = request.getParameter("name").replace("\\", "");
    Statement statement = connection.createStatement();
    statement.execute("delete from a where name = '" + name + "'");
  }

  void definition(HttpServletRequest request) throws SQLException {
    Statement statement = connection.createStatement();
    statement.execute("create user x identified by '" + request.getParameter("name") + "'");
  }

  ResultSet chain(HttpServletRequest request) throws SQLException {
    return connection.createStatement().executeQuery("select * from a where name = '" + request.getParameter("name") + "'");
  }

  boolean sameResources(HttpServletRequest request) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from a where name = '" + request.getParameter("name") + "'")) {
      return rows.next();
    }
  }

  void given(HttpServletRequest request, Statement statement) throws SQLException {
    statement.execute("delete from a where name = '" + request.getParameter("name") + "'");
  }

  void list(HttpServletRequest request) throws SQLException {
    Statement statement = connection.createStatement();
    statement.execute("delete from a where name in ('" + request.getParameter("names") + "')");
  }
}
