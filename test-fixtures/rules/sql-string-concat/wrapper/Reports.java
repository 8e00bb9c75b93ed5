package app;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** What a project puts around the template. */
class Db {
  private final JdbcTemplate template;

  Db(JdbcTemplate template) {
    this.template = template;
  }

  <T> T one(String sql, RowMapper<T> mapper, Object... arguments) {
    return template.queryForObject(sql, mapper, arguments); // want: sql-string-concat "built with parameter user"
  }

  int run(String sql) {
    return template.update(sql); // want: sql-string-concat "built with parameter name"
  }

  List<String> texts(String sql) {
    String trimmed = sql.trim();
    return template.queryForList(trimmed, String.class); // want: sql-string-concat "built with parameter name"
  }

  void log(String sql) {
    System.out.println(sql);
  }
}

class Reports {
  private final Db db;

  Reports(Db db) {
    this.db = db;
  }

  String name(String user) {
    return db.one("select name from users where login = '" + user + "'", (row, n) -> row.getString(1));
  }

  void rename(String name) {
    String sql = "update users set name = '" + name + "'";
    db.run(sql);
  }

  List<String> texts(String name) {
    return db.texts("select text from notes where name = '" + name + "'");
  }

  String bound(String user) {
    db.log("select name from users where login = '" + user + "'");
    db.run("update users set seen = " + 1);
    return db.one("select name from users where login = ?", (row, n) -> row.getString(1), user);
  }
}
