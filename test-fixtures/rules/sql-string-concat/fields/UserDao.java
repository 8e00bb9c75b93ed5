package app;

import java.util.List;
import java.util.Map;
import lombok.AllArgsConstructor;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.support.JdbcDaoSupport;
import org.springframework.stereotype.Repository;

@Repository
@RequiredArgsConstructor
class UserDao {
  private final JdbcTemplate jdbcTemplate;

  List<Map<String, Object>> byName(String name) {
    return jdbcTemplate.queryForList("select * from users where name = '" + name + "'"); // want: sql-string-concat "JdbcTemplate.queryForList"
  }

  void local(String name) {
    var jdbc = jdbcTemplate;
    var sql = "select * from users where name = '" + name + "'";
    var rows = jdbc.queryForList(sql); // want: sql-string-concat "JdbcTemplate.queryForList"
    var builder = new StringBuilder("select * from users where id in (");
    for (var row : rows) {
      builder.append('\'').append(row.get("id")).append("',");
    }
    jdbc.queryForList(builder.toString()); // want: sql-string-concat "JdbcTemplate.queryForList"
  }

  void bound(String name) {
    var jdbc = jdbcTemplate;
    var sql = "select * from users " + "where name = ?";
    for (var row : jdbc.queryForList(sql, name)) {
      System.out.println(row);
    }
  }
}

/** The template stands in a class above, of another file. */
@Repository
class RoleDao extends BaseDao<Long> {
  RoleDao(JdbcTemplate jdbc) {
    super(jdbc);
  }

  List<Map<String, Object>> byName(String name) {
    return jdbc.queryForList("select * from roles where name = '" + name + "'"); // want: sql-string-concat "JdbcTemplate.queryForList"
  }

  List<Map<String, Object>> throughGetter(String name) {
    return getJdbc().queryForList("select * from roles where name = '" + name + "'"); // want: sql-string-concat "JdbcTemplate.queryForList"
  }

  List<Map<String, Object>> ofThis(String name) {
    return this.jdbc.queryForList("select * from roles where name = '" + name + "'"); // want: sql-string-concat "JdbcTemplate.queryForList"
  }

  List<Map<String, Object>> bound(String name) {
    return jdbc.queryForList("select * from roles where name = ?", name);
  }
}

@AllArgsConstructor
class Names extends JdbcDaoSupport {
  List<Map<String, Object>> byName(String name) {
    return getJdbcTemplate().queryForList("select * from names where name = '" + name + "'"); // want: sql-string-concat "JdbcTemplate.queryForList"
  }
}
