package dev.plumbline.analyzer.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.frontend.MapperXmlReader;
import dev.plumbline.analyzer.ir.MapperXml;
import dev.plumbline.analyzer.library.Access;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepositoriesTest {

  private static final String USER = "package p; class User {}";

  private static Repository one(Backend backend, String name) {
    return backend.repositories().all().stream()
        .filter(repository -> repository.type().displayName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no repository " + name));
  }

  @Test
  void aSpringDataInterfaceKeepsWhatItsTypeArgumentSays() {
    Backend backend =
        Backends.of(
            USER,
            "package p; interface BaseRepository<T> extends"
                + " org.springframework.data.jpa.repository.JpaRepository<T, Long> {}",
            "package p; interface Users extends BaseRepository<User> { User findByName(String n);"
                + " @org.springframework.data.jpa.repository.Modifying int rename(String n); }");
    Repository users = one(backend, "Users");
    assertThat(users.kind()).isEqualTo(Repository.Kind.SPRING_DATA);
    assertThat(users.entity()).hasToString("Optional[User]");
    assertThat(users.count(Access.READ)).isEqualTo(1);
    assertThat(users.count(Access.WRITE)).isEqualTo(1);
    assertThat(backend.repositories().all()).hasSize(1);
  }

  @Test
  void aMyBatisMapperNeedsAStatementForEachMethod() throws Exception {
    MapperXml xml =
        new MapperXmlReader()
            .read(
                "UserMapper.xml",
                "<mapper namespace='p.UserMapper'><resultMap id='r' type='p.User'>"
                    + "<collection property='roles' select='rolesOf'/></resultMap>"
                    + "<select id='byName'/><select id='rolesOf'/><delete id='gone'/></mapper>")
            .orElseThrow();
    Backend backend =
        Backends.of(
            List.of(xml),
            USER,
            "package p; import org.apache.ibatis.annotations.*; interface UserMapper {"
                + " User byName(String n); @Update(\"update u\") int touch(); int lost(); }");
    Repository mapper = one(backend, "UserMapper");
    assertThat(mapper.kind()).isEqualTo(Repository.Kind.MYBATIS);
    assertThat(mapper.entity()).hasToString("Optional[User]");
    assertThat(mapper.operations())
        .extracting(each -> each.method().name(), Repository.Operation::statement)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("byName", true),
            org.assertj.core.groups.Tuple.tuple("touch", true),
            org.assertj.core.groups.Tuple.tuple("lost", false));
    // rolesOf is run by the result map.
    assertThat(backend.repositories().orphans())
        .singleElement()
        .satisfies(orphan -> assertThat(orphan.statement().orElseThrow().id()).isEqualTo("gone"));
  }

  @Test
  void aClassWithQueriesOfItsOwnIsOneAndItsCallersAreNot() {
    Backend backend =
        Backends.of(
            "package p; import org.springframework.jdbc.core.JdbcTemplate; class UserDao {"
                + " JdbcTemplate jdbc; void add() { jdbc.update(\"insert into u values (1)\"); }"
                + " void all() { Runnable r = new Runnable() { public void run() {"
                + " jdbc.queryForList(\"select 1\"); } }; } }",
            "package p; class UserService { UserDao dao; void f() { dao.add(); } }");
    assertThat(backend.repositories().all())
        .singleElement()
        .satisfies(
            dao -> {
              assertThat(dao.type().displayName()).isEqualTo("UserDao");
              assertThat(dao.kind()).isEqualTo(Repository.Kind.CLASS);
              assertThat(dao.count(Access.WRITE)).isEqualTo(1);
              assertThat(dao.count(Access.READ)).isEqualTo(1);
            });
  }

  @Test
  void aClassThatHappensToBeCalledJdbcTemplateIsSilent() {
    assertThat(
            Backends.of(
                    "package p; class JdbcTemplate { void update(String s) {} }",
                    "package p; interface UserRepository { void save(Object o); }",
                    "package p; class Dao { JdbcTemplate t; UserRepository r;"
                        + " void f() { t.update(\"x\"); r.save(t); } }")
                .repositories()
                .all())
        .isEmpty();
  }
}
