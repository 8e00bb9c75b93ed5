package app.office;

import app.letters.JdbcTemplate;
import java.util.List;
import org.springframework.jdbc.core.*;

/** An import of one class comes before imports on demand. */
class Letters {
  private final JdbcTemplate template = new JdbcTemplate();
  private JdbcOperations operations;

  void all(List<Long> ids) {
    for (Long id : ids) {
      template.queryForObject("select name from users where id = ?", String.class, id);
      one(id);
      operations.queryForObject("select name from users where id = ?", String.class, id); // want: nplus1-query-in-loop "JdbcOperations.queryForObject"
    }
    ids.stream().map(this::one).forEach(System.out::println);
  }

  private String one(Long id) {
    return template.queryForObject("select name from users where id = ?", String.class, id);
  }
}
