package org.springframework.jdbc.core.simple;

import java.util.List;
import java.util.Map;

public interface JdbcClient {
  StatementSpec sql(String sql);

  interface StatementSpec {
    StatementSpec param(Object value);

    ResultQuerySpec query();
  }

  interface ResultQuerySpec {
    List<Map<String, Object>> listOfRows();
  }
}
