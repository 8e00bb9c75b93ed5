package marks;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The project's own annotation with the name of Spring's: nothing fills what it stands on. */
@interface Value {
  String value();
}

class Marks {
  private JdbcTemplate jdbc;

  @Value("kept for the manual")
  private String state = "open";

  @org.springframework.beans.factory.annotation.Value("${state}")
  private String configured = "open";

  List<?> field() {
    return jdbc.queryForList("select * from plans where state = '" + state + "'");
  }

  List<?> filledField() {
    return jdbc.queryForList("select * from plans where state = '" + configured + "'"); // want: sql-string-concat "field configured"
  }

  List<?> parameter(@Value("the table") String table) {
    return jdbc.queryForList("select * from " + table + " where id > 0"); // want: sql-string-concat "parameter table"
  }

  List<?> filledParameter(
      @org.springframework.beans.factory.annotation.Value("${table}") String table) {
    return jdbc.queryForList("select * from " + table + " where id > 0");
  }
}
