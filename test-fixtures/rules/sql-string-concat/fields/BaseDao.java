package app;

import lombok.Getter;
import org.springframework.jdbc.core.JdbcTemplate;

@Getter
abstract class BaseDao<K> {
  protected final JdbcTemplate jdbc;

  BaseDao(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void deleteAll(String table, K key) {
    jdbc.update("delete from " + table + " where id = ?", key); // want: sql-string-concat "parameter table"
  }
}
