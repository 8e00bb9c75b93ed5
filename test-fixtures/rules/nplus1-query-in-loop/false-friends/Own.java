package app;

import java.util.List;
import java.util.Optional;

/** The project's own types with the names of a library's. */
interface JpaRepository<T, K> {
  Optional<T> findById(K id);
}

interface PlanRepository extends JpaRepository<String, Long> {
  String findByName(String name);
}

class EntityManager {
  String find(Class<?> type, Object id) {
    return type + " " + id;
  }
}

class JdbcTemplate {
  String queryForObject(String sql, Class<?> type, Object... arguments) {
    return sql;
  }
}

class Own {
  PlanRepository plans;
  EntityManager entityManager;
  JdbcTemplate jdbc = new JdbcTemplate();

  void all(List<Long> ids) {
    for (Long id : ids) {
      plans.findById(id);
      plans.findByName("plan " + id);
      entityManager.find(String.class, id);
      jdbc.queryForObject("select name from plan where id = ?", String.class, id);
      load(id);
    }
    ids.stream().map(plans::findById).toList();
    ids.stream().map(this::load).toList();
  }

  private String load(Long id) {
    return jdbc.queryForObject("select name from plan where id = ?", String.class, id);
  }
}
