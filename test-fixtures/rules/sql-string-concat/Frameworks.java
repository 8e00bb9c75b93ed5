import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class Frameworks {
  @PersistenceContext private EntityManager entityManager;
  private SessionFactory sessions;
  private JdbcTemplate jdbc;
  private NamedParameterJdbcTemplate named;
  private JdbcClient client;

  @Value("${schema}")
  private String schema;

  List<?> jpql(String name) {
    return entityManager.createQuery("select u from User u where u.name = '" + name + "'").getResultList(); // want: sql-string-concat "JPQL text of EntityManager.createQuery"
  }

  List<?> nativeQuery(String name) {
    return entityManager.createNativeQuery("select * from users where name = '" + name + "'").getResultList(); // want: sql-string-concat "SQL text of EntityManager.createNativeQuery"
  }

  List<?> hql(String name) {
    Session session = sessions.getCurrentSession();
    return session.createQuery("from User where name = '" + name + "'").list(); // want: sql-string-concat "Session.createQuery"
  }

  List<Map<String, Object>> template(String name) {
    return jdbc.queryForList("select * from users where name = '" + name + "'"); // want: sql-string-concat "JdbcTemplate.queryForList"
  }

  void update(String name, long id) {
    jdbc.update("update users set name = '" + name + "' where id = ?", id); // want: sql-string-concat "JdbcTemplate.update"
  }

  List<Map<String, Object>> named(String name) {
    return named.queryForList("select * from users where name = '" + name + "'", Map.of()); // want: sql-string-concat "NamedParameterJdbcTemplate.queryForList"
  }

  List<?> client(String name) {
    return client.sql("select * from users where name = '" + name + "'").query().listOfRows(); // want: sql-string-concat "JdbcClient.sql"
  }

  List<?> bound(String name) {
    jdbc.queryForList("select * from users where name = ?", name);
    named.queryForList("select * from users where name = :name", Map.of("name", name));
    client.sql("select * from users where name = :name").param("name", name).query().listOfRows();
    return entityManager.createQuery("select u from User u " + "where u.name = :name").setParameter("name", name).getResultList();
  }

  void sorted(Pageable page, Sort sort) {
    String direction = sort.stream().map(order -> order.getDirection().name()).findFirst().orElse("ASC");
    jdbc.queryForList("select * from users order by id " + direction + " limit " + page.getPageSize());
    for (Sort.Order order : sort) {
      jdbc.queryForList("select * from users order by id " + order.getDirection());
    }
  }

  void schemaFromConfiguration() {
    jdbc.execute("create table " + schema + ".audit (id int)");
  }

  void typeName(Class<?> entity) {
    entityManager.createQuery("select count(e) from " + entity.getSimpleName() + " e").getSingleResult();
  }
}
