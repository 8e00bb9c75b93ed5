package constants;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Knows nothing of requests. */
@Repository
class Dao {
  private final JdbcTemplate jdbc;

  Dao(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Map<String, Object>> byName(String name) {
    return jdbc.queryForList(Names.SELECT + "name = '" + name + "'"); // want: sql-injection "parameter name reaches JdbcTemplate.queryForList between quotation marks"
  }

  List<Map<String, Object>> all(Filter filter) {
    return jdbc.queryForList(Names.SELECT + "name = ?" + filter.order(), filter.getName()); // want: sql-injection "parameter filter reaches JdbcTemplate.queryForList behind ORDER BY"
  }

  List<Map<String, Object>> known(String column) {
    return jdbc.queryForList("select " + column + " from " + Names.USERS);
  }

  List<Map<String, Object>> built(SqlText text) {
    return jdbc.queryForList(text.build()); // want: sql-injection "reaches JdbcTemplate.queryForList"
  }
}
