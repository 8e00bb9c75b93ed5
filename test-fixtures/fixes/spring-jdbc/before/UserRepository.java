package app;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UserRepository {
  private JdbcTemplate jdbc;
  private JdbcClient client;

  @GetMapping("/a")
  List<Map<String, Object>> maps(@RequestParam String name) {
    return jdbc.queryForList("select * from users where name = '" + name + "'");
  }

  @GetMapping("/b")
  List<String> rows(@RequestParam String name, @RequestParam Integer age) {
    return jdbc.query(
        "select name from users where name like '%" + name + "%' and age >= " + age,
        (row, number) -> row.getString("name"));
  }

  @GetMapping("/c")
  Long count(@RequestParam String id) {
    String sql = "select count(*) from users where id = " + id;
    return jdbc.queryForObject(sql, Long.class);
  }

  @GetMapping("/d")
  int rename(@RequestParam String from, @RequestParam String to) {
    return jdbc.update("update users set name = '" + to + "' where name = '" + from + "'");
  }

  @GetMapping("/e")
  List<Map<String, Object>> client(@RequestParam String name) {
    return client
        .sql("select * from users where name = '" + name + "'")
        .query()
        .listOfRows();
  }

  // ---- none is certainly right

  @GetMapping("/f")
  List<Map<String, Object>> mixed(@RequestParam String name, @RequestParam String city) {
    return jdbc.queryForList("select * from users where city = ? and name = '" + name + "'", city);
  }

  @GetMapping("/g")
  List<Map<String, Object>> table(@RequestParam String table) {
    return jdbc.queryForList("select * from " + table + " where name = 'x'");
  }

  @GetMapping("/h")
  void execute(@RequestParam String name) {
    jdbc.execute("delete from users where name = '" + name + "'");
  }

  @GetMapping("/i")
  List<Map<String, Object>> interval(@RequestParam String days) {
    return jdbc.queryForList("select * from users where created > now() - interval '" + days + " days'");
  }
}
