package app;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

class UserDao {
  private static final String SELECT = "select id, name from users";

  private Connection connection;

  boolean declaredBeside(HttpServletRequest request) throws SQLException {
    String name = request.getParameter("name");
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("select * from users where name = '" + name + "' and active = 1");
    boolean found = rows.next();
    statement.close();
    return found;
  }

  boolean inResources(HttpServletRequest request) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              "select * from users"
                  + " where name like '%"
                  + request.getParameter("name")
                  + "%' order by name")) {
        return rows.next();
      }
    }
  }

  int textInVariable(HttpServletRequest request) throws SQLException {
    String name = request.getParameter("name");
    String email = request.getParameter("email");
    String sql = "update users set email = '" + email + "' where name = '" + name + "'";
    var statement = connection.createStatement();
    return statement.executeUpdate(sql);
  }

  void textBehindStatement(HttpServletRequest request) throws SQLException {
    String name = request.getParameter("name");
    int age = 7;
    long tenant = 3L;
    Statement statement = connection.createStatement();
    String sql =
        "insert into users (name, age, tenant) values ('" + name + "', 1, 2)";
    statement.execute(sql);
  }

  void apart(HttpServletRequest request, int age, Long tenant) throws SQLException {
    String name = request.getParameter("name");
    Statement statement = null;
    try {
      statement = connection.createStatement();
      if (statement.executeQuery(SELECT + " where name = '" + name + "' and age > " + age + " and tenant = " + tenant + " limit 10").next()) {
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
    try (var statement = connection.prepareStatement(SELECT + " where upper(name) = upper('" + name + "')")) {
      statement.execute();
    }
    String id = request.getParameter("id");
    java.sql.PreparedStatement other = connection.prepareStatement("delete from users where id = " + id);
    other.executeUpdate();
  }

  void textBlock(HttpServletRequest request) throws SQLException {
    String name = request.getParameter("name");
    java.sql.Statement statement = connection.createStatement();
    statement.execute(
        """
        select *
        from users
        where name = '""" + name + """
        ' order by id
        """);
  }

  ResultSet options(HttpServletRequest request) throws SQLException {
    String sql = "select * from users where name = '" + request.getParameter("name") + "'";
    System.out.println("running " + sql);
    Statement statement = connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
    return statement.executeQuery(sql);
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
