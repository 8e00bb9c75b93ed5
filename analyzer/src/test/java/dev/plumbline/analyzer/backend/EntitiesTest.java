package dev.plumbline.analyzer.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.frontend.MapperXmlReader;
import dev.plumbline.analyzer.ir.MapperXml;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EntitiesTest {

  private static Entity one(String name, String... files) {
    return Backends.of(files).entities().all().stream()
        .filter(entity -> entity.type().displayName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no entity " + name));
  }

  private static List<String> associations(Entity entity) {
    return entity.associations().stream()
        .map(
            each ->
                each.property()
                    + " "
                    + each.kind()
                    + " "
                    + each.target()
                    + (each.eager() ? " eager" : " lazy"))
        .collect(Collectors.toList());
  }

  @Test
  void anEntityHasItsTableItsIdAndWhatItInherits() {
    Entity order =
        one(
            "Order",
            "package p; import javax.persistence.*; @MappedSuperclass class Base<T> {"
                + " @Id Long key; @ManyToOne(fetch = FetchType.LAZY) T owner; }",
            "package p; import javax.persistence.*; import java.util.*; @Entity"
                + " @Table(name = Order.TABLE) class Order extends Base<User> {"
                + " static final String TABLE = \"t_\" + \"order\";"
                + " @OneToMany(mappedBy = \"order\") List<Line> lines;"
                + " @ElementCollection(fetch = FetchType.EAGER) Map<String, String> notes;"
                + " @OneToOne User buyer; @ManyToMany(targetEntity = Tag.class) Set tags; }",
            "package p; class User {} class Line {} class Tag {}");
    assertThat(order.kind()).isEqualTo(Entity.Kind.ENTITY);
    assertThat(order.table()).contains("t_order");
    assertThat(order.ids()).containsExactly("key");
    assertThat(associations(order))
        .containsExactly(
            "lines one-to-many Line lazy",
            "notes elements String eager",
            "buyer one-to-one User eager",
            "tags many-to-many Tag lazy",
            "owner many-to-one User lazy");
    assertThat(order.associations().get(0).mappedBy()).contains("order");
  }

  @Test
  void propertyAccessAndEmbeddedIdsCount() {
    Entity entity =
        one(
            "A",
            "package p; import jakarta.persistence.*; @Entity class A { private Long n;"
                + " @EmbeddedId public Key getKey() { return null; }"
                + " @ManyToOne public B getParent() { return null; } }",
            "package p; class B {} class Key {}");
    assertThat(entity.ids()).containsExactly("key");
    assertThat(associations(entity)).containsExactly("parent many-to-one B eager");
  }

  @Test
  void storesWithoutAnIdAnnotationTakeThePropertyOfThatName() {
    Entity document =
        one(
            "D",
            "package p; @org.springframework.data.mongodb.core.mapping.Document(\"docs\")"
                + " record D(String id, String text) {}");
    assertThat(document.store()).isEqualTo("mongo");
    assertThat(document.table()).contains("docs");
    assertThat(document.ids()).containsExactly("id");
    Entity row =
        one(
            "R",
            "package p; import com.baomidou.mybatisplus.annotation.*; @TableName(\"t_r\") class R {"
                + " @TableId Long code; Long id; }");
    assertThat(row.store()).isEqualTo("mybatis-plus");
    assertThat(row.ids()).containsExactly("code");
  }

  @Test
  void composedAnnotationsMakeEntities() {
    Entity entity =
        one(
            "A",
            "package p; @org.springframework.data.mongodb.core.mapping.Document @interface Stored"
                + " {}",
            "package p; @Stored class A { String id; }");
    assertThat(entity.store()).isEqualTo("mongo");
  }

  @Test
  void whatOnlyLooksLikeAnEntityIsNone() {
    assertThat(
            Backends.of(
                    "package p; @interface Entity {}",
                    "package p; @Entity class A { Long id; }",
                    "package p; import net.other.Document; @Document class B { Long id; }")
                .entities()
                .all())
        .isEmpty();
  }

  @Test
  void anUnknownSuperclassIsTold() {
    Entity entity =
        one(
            "A",
            "package p; import net.other.Base; @javax.persistence.Entity class A extends Base {}");
    assertThat(entity.ids()).isEmpty();
    assertThat(entity.unknownAncestor()).contains("net.other.Base");
  }

  @Test
  void whatAMyBatisMapperReadsAndInsertsIsAnEntity() throws Exception {
    MapperXml mapper =
        new MapperXmlReader()
            .read(
                "m.xml",
                "<mapper namespace='p.UserMapper'>"
                    + "<resultMap id='m' type='p.User'><id property='code'/></resultMap>"
                    + "<resultMap id='n' type='p.Row'><id property='id'/></resultMap>"
                    + "<insert id='add'/><select id='all'/></mapper>")
            .orElseThrow();
    Backend backend =
        Backends.of(
            List.of(mapper),
            "package p; interface UserMapper { int add(User user); java.util.List<User> all(); }",
            "package p; class User { Long code; } class Row { Long id; }");
    assertThat(backend.entities().all())
        .singleElement()
        .satisfies(
            entity -> {
              assertThat(entity.type().name()).isEqualTo("p.User");
              assertThat(entity.store()).isEqualTo("mybatis");
              assertThat(entity.ids()).containsExactly("code");
            });
  }
}
