package app;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** A front of the template with many callers, one of which puts its text together. */
class Front {
  private JdbcTemplate template;

  List<String> all(String sql) {
    return template.queryForList(sql, String.class); // want: sql-string-concat "built with parameter name"
  }
}

class Many {
  private Front front;

  void run(String name) {
    front.all("select a from notes");
    front.all("select b from notes");
    front.all("select c from notes");
    front.all("select d from notes");
    front.all("select e from notes");
    front.all("select f from notes");
    front.all("select g from notes");
    front.all("select h from notes");
    front.all("select i from notes where name = '" + name + "'");
  }
}
