package app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Nothing here is an injection. */
@RestController
class Harmless {
  private static final Map<String, String> COLUMNS = Map.of("name", "u.name", "age", "u.birthday");
  private static final Set<String> SORTABLE = Set.of("name", "created");
  private static final List<String> TABLES = Arrays.asList("users", "groups");

  private final JdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate named;
  private final Connection connection;

  Harmless(JdbcTemplate jdbc, NamedParameterJdbcTemplate named, Connection connection) {
    this.jdbc = jdbc;
    this.named = named;
    this.connection = connection;
  }

  enum Sorting {
    NAME("u.name"),
    AGE("u.birthday");

    final String column;

    Sorting(String column) {
      this.column = column;
    }
  }

  record Search(String name, int limit, Sorting sorting) {}

  @GetMapping("/bound")
  List<Map<String, Object>> bound(@RequestParam String name) {
    jdbc.update("update users set seen = now() where name = ?", name);
    return jdbc.queryForList("select * from users where name = ?", name);
  }

  @GetMapping("/named")
  List<Map<String, Object>> named(@RequestParam String name) {
    return named.queryForList("select * from users where name = :name", new MapSqlParameterSource("name", name));
  }

  @GetMapping("/numbers/{id}")
  List<Map<String, Object>> numbers(@PathVariable long id, @RequestParam int page, @RequestParam UUID key, @RequestParam LocalDate day) {
    return jdbc.queryForList("select * from users where id = " + id + " and k = '" + key + "' and d = '" + day + "' limit " + page);
  }

  @GetMapping("/parsed")
  List<Map<String, Object>> parsed(@RequestParam String id, @RequestParam String size) {
    int number = Integer.parseInt(id);
    return jdbc.queryForList("select * from users where id = " + number + " limit " + Long.valueOf(size));
  }

  @GetMapping("/map")
  List<Map<String, Object>> map(@RequestParam String sort) {
    return jdbc.queryForList("select * from users u order by " + COLUMNS.getOrDefault(sort, "u.id"));
  }

  @GetMapping("/set")
  List<Map<String, Object>> set(@RequestParam String sort) {
    if (!SORTABLE.contains(sort)) {
      throw new IllegalArgumentException(sort);
    }
    return jdbc.queryForList("select * from users order by " + sort);
  }

  @GetMapping("/list")
  List<Map<String, Object>> list(@RequestParam String table) {
    if (TABLES.contains(table)) {
      return jdbc.queryForList("select * from " + table);
    }
    return List.of();
  }

  @GetMapping("/enum")
  List<Map<String, Object>> enumerated(@RequestParam Sorting sort) {
    jdbc.queryForList("select * from users order by " + sort);
    return jdbc.queryForList("select * from users u order by " + sort.column);
  }

  @GetMapping("/named-enum")
  List<Map<String, Object>> namedEnum(@RequestParam String sort) {
    return jdbc.queryForList("select * from users u order by " + Sorting.valueOf(sort).column);
  }

  @GetMapping("/switched")
  List<Map<String, Object>> switched(@RequestParam String sort, @RequestParam String direction) {
    String column =
        switch (sort) {
          case "name" -> "u.name";
          case "age" -> "u.birthday";
          default -> "u.id";
        };
    String way = "desc".equalsIgnoreCase(direction) ? "DESC" : "ASC";
    return jdbc.queryForList("select * from users u order by " + column + " " + way);
  }

  @GetMapping("/matched")
  List<Map<String, Object>> matched(@RequestParam String sort) {
    if (!sort.matches("[a-zA-Z_]{1,30}")) {
      throw new IllegalArgumentException(sort);
    }
    return jdbc.queryForList("select * from users order by " + sort);
  }

  @GetMapping("/record")
  List<Map<String, Object>> record(@RequestBody Search search) {
    return jdbc.queryForList("select * from users where name = ? order by " + search.sorting().column + " limit " + search.limit(), search.name());
  }

  /** Question marks as many as there are values. */
  @GetMapping("/marks")
  List<Map<String, Object>> marks(@RequestParam List<String> names) {
    String marks = String.join(",", Collections.nCopies(names.size(), "?"));
    return jdbc.queryForList("select * from users where name in (" + marks + ")", names.toArray());
  }

  @GetMapping("/stream-marks")
  List<Map<String, Object>> streamMarks(@RequestParam List<String> names) {
    String marks = names.stream().map(each -> "?").collect(Collectors.joining(","));
    return jdbc.queryForList("select * from users where name in (" + marks + ")", names.toArray());
  }

  @GetMapping("/loop")
  ResultSet loop(@RequestParam List<String> names) throws SQLException {
    StringBuilder sql = new StringBuilder("select * from users where name in (");
    for (int i = 0; i < names.size(); i++) {
      sql.append(i == 0 ? "?" : ",?");
    }
    PreparedStatement statement = connection.prepareStatement(sql.append(")").toString());
    int at = 1;
    for (String each : names) {
      statement.setString(at++, each);
    }
    return statement.executeQuery();
  }

  /** The data decide which of our texts is taken, and are bound. */
  @GetMapping("/optional")
  List<Map<String, Object>> optional(@RequestParam(required = false) String name) {
    StringBuilder sql = new StringBuilder("select * from users where 1 = 1");
    MapSqlParameterSource values = new MapSqlParameterSource();
    if (name != null && !name.isEmpty()) {
      sql.append(" and name = :name");
      values.addValue("name", name);
    }
    return named.queryForList(sql.toString(), values);
  }
}
