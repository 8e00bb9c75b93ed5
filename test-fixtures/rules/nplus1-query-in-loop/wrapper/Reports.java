package app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** What a project puts around the template. */
class Db {
  private final JdbcTemplate template;

  Db(JdbcTemplate template) {
    this.template = template;
  }

  <T> T one(String sql, RowMapper<T> mapper, Object... arguments) {
    return template.queryForObject(sql, mapper, arguments);
  }

  <T> T value(String sql, Class<T> type, Object argument) {
    return template.queryForObject(sql, type, argument);
  }

  <T> List<T> many(String sql, RowMapper<T> mapper, List<Object> arguments) {
    return template.query(sql, mapper, arguments.toArray());
  }

  int run(String sql, Object... arguments) {
    return template.update(sql, arguments);
  }
}

record Line(long id, long product) {}

class Reports {
  private final Db db;

  Reports(Db db) {
    this.db = db;
  }

  List<String> names(List<Line> lines) {
    List<String> names = new ArrayList<>();
    for (Line line : lines) {
      names.add(db.one("select name from product where id = ?", (row, n) -> row.getString(1), line.product())); // want: nplus1-query-in-loop "Db.one"
    }
    return names;
  }

  List<String> streamed(List<Line> lines) {
    return lines.stream()
        .map(line -> db.value("select name from product where id = ?", String.class, line.product())) // want: nplus1-query-in-loop "Db.value"
        .toList();
  }

  List<String> behindAMethod(List<Line> lines) {
    return lines.stream().map(this::name).toList(); // want: nplus1-query-in-loop "Reports.name"
  }

  private String name(Line line) {
    return db.one("select name from product where id = ?", (row, n) -> row.getString(1), line.product());
  }

  void written(List<Line> lines) {
    for (Line line : lines) {
      db.run("update product set sold = sold + 1 where id = ?", line.product());
    }
  }

  List<String> once(List<Object> ids) {
    return db.many("select name from product where id in (?, ?)", (row, n) -> row.getString(1), ids);
  }

  void other(List<Line> lines, long first) {
    String name = db.value("select name from product where id = ?", String.class, first);
    for (Line line : lines) {
      System.out.println(name + line.id());
    }
  }

  /** Each is another statement. */
  void statements(List<String> statements, Map<String, Object> given) {
    for (String statement : statements) {
      db.many(statement, (row, n) -> row.getString(1), List.of(given));
    }
  }
}
