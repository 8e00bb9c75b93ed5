package org.springframework.jdbc.core;

import java.util.List;
import java.util.Map;

public class JdbcTemplate {
  public <T> List<T> query(String sql, RowMapper<T> mapper, Object... arguments) {
    return List.of();
  }

  public <T> T queryForObject(String sql, Class<T> type, Object... arguments) {
    return null;
  }

  public List<Map<String, Object>> queryForList(String sql, Object... arguments) {
    return List.of();
  }

  public int update(String sql, Object... arguments) {
    return 0;
  }

  public void execute(String sql) {}
}
