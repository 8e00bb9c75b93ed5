package app;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** A front of the template with so many callers that what they pass is not gathered. */
class Front {
  private JdbcTemplate template;

  List<String> all(String sql) {
    return template.queryForList(sql, String.class);
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
    front.all("select i from notes where name = '" + name + "'"); // gap: sql-string-concat text that is handed to a wrapper with more callers than are followed
  }
}
