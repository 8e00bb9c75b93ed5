package app.office;

import app.letters.JdbcTemplate;
import org.springframework.jdbc.core.*;

/** An import of one class comes before imports on demand. */
class Letters {
  private final JdbcTemplate template = new JdbcTemplate();
  private org.springframework.jdbc.core.JdbcTemplate jdbc;
  private JdbcOperations operations;

  void ours(String name) {
    template.query("select * from users where name = '" + name + "'");
    template.update("update users set name = '" + name + "'");
    var other = new JdbcTemplate();
    other.queryForObject("select id from users where name = '" + name + "'", Long.class);
  }

  void theirs(String name) {
    jdbc.queryForList("select * from users where name = '" + name + "'"); // want: sql-string-concat "JdbcTemplate.queryForList"
    operations.queryForList("select * from users where name = '" + name + "'"); // want: sql-string-concat "JdbcOperations.queryForList"
  }
}
