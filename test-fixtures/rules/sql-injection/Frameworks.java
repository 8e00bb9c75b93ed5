package app;

import io.r2dbc.spi.Connection;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class Frameworks {
  private static final String BY_NAME = "select * from users where name = '%s'";
  private static final String BLOCK =
      """
      select *
      from users
      where name = '%s'
      """;

  private EntityManager entityManager;
  private Session session;
  private JdbcTemplate jdbc;
  private NamedParameterJdbcTemplate named;
  private JdbcClient client;
  private DatabaseClient reactive;
  private DSLContext jooq;

  @GetMapping("/native")
  List<?> nativeQuery(@RequestParam String name) {
    return entityManager.createNativeQuery("select * from users where name = '" + name + "'").getResultList(); // want: sql-injection "parameter name reaches EntityManager.createNativeQuery between quotation marks"
  }

  @GetMapping("/hibernate")
  List<?> hibernate(@RequestParam String name) {
    return session.createNativeQuery(String.format(BY_NAME, name)).list(); // want: sql-injection "createNativeQuery between quotation marks"
  }

  @GetMapping("/template")
  List<Map<String, Object>> template(@RequestParam String name) {
    return jdbc.queryForList(BLOCK.formatted(name)); // want: sql-injection "JdbcTemplate.queryForList between quotation marks"
  }

  @GetMapping("/named")
  List<Map<String, Object>> named(@RequestParam String name, @RequestParam String sort) {
    return named.queryForList("select * from users where name = :name order by " + sort, Map.of("name", name)); // want: sql-injection "parameter sort reaches NamedParameterJdbcTemplate.queryForList behind ORDER BY"
  }

  @GetMapping("/client")
  List<?> client(@RequestParam List<String> names) {
    return client.sql("select * from users where name in ('" + String.join("','", names) + "')").query().listOfRows(); // want: sql-injection "parameter names reaches JdbcClient.sql"
  }

  @GetMapping("/reactive")
  Flux<Map<String, Object>> reactive(@RequestParam String name) {
    return reactive.sql("select * from users where name = '" + name + "'").fetch().all(); // want: sql-injection "DatabaseClient.sql between quotation marks"
  }

  Mono<ServerResponse> handler(ServerRequest request) {
    String name = request.queryParam("name").orElse("");
    return ServerResponse.ok().body(reactive.sql("select * from users where name = '" + name + "'").fetch().all(), Map.class); // want: sql-injection "DatabaseClient.sql between quotation marks"
  }

  @GetMapping("/mono")
  Flux<?> mono(@RequestParam Mono<String> name, Connection connection) {
    return name.flatMapMany(each -> connection.createStatement("delete from users where name = '" + each + "'").execute()); // want: sql-injection "Connection.createStatement between quotation marks"
  }

  @GetMapping("/jooq")
  Object jooq(@RequestParam String name, @RequestParam String sort) {
    jooq.fetch("select * from users where name = ?", name);
    jooq.selectFrom("users").where(DSL.field("name").eq(name)).fetch();
    jooq.selectFrom("users").where(DSL.condition("name = ?", name)).fetch();
    jooq.selectFrom("users").orderBy(DSL.field(DSL.name(sort))).fetch();
    jooq.selectFrom("users").orderBy(DSL.field(sort)).fetch(); // want: sql-injection "parameter sort reaches DSL.field as the whole SQL text"
    return jooq.fetch("select * from users where name = '" + name + "'"); // want: sql-injection "parameter name reaches DSLContext.fetch between quotation marks"
  }

  @GetMapping("/safe")
  Object safe(@RequestParam String name) {
    reactive.sql("select * from users where name = :name").bind("name", name).fetch().all();
    client.sql("select * from users where name = :name").param("name", name).query().listOfRows();
    return entityManager.createNativeQuery("select * from users where name = :name").setParameter("name", name).getResultList();
  }
}
