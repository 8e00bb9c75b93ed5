package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnnotationProcessorsTest {

  private static final String BASE =
      """
      package p; import jakarta.persistence.*;
      @MappedSuperclass abstract class Base { @Id Long id; }
      """;

  private static final String ORDER =
      """
      package p; import jakarta.persistence.*; import java.util.*; import java.time.*;
      @Entity class Order extends Base {
        String orderNo; int size; boolean paid; LocalDate day; Instant at; Status status;
        @ManyToOne Customer buyer;
        @OneToMany List<Line> lines; @ElementCollection Map<String, Integer> counts;
        List<String> packed; UUID key;
        @Transient String shown; transient int cached; static int made;
        enum Status { OPEN }
      }
      """;

  private static final String OTHERS =
      """
      package p; import jakarta.persistence.*;
      @Entity class Customer extends Base { String name; }
      """;

  private static final String LINE =
      """
      package p; import jakarta.persistence.*;
      @Embeddable class Line {
        private int n;
        @Id int getCount() { return n; } boolean isGift() { return true; } void getNothing(int x) {}
        @Transient int getTotal() { return 0; }
      }
      """;

  private static String typeOf(String expression) {
    Program program =
        Programs.of(
            BASE,
            ORDER,
            OTHERS,
            LINE,
            "package p; import com.querydsl.core.types.*; class Use { void f() { var found = "
                + expression
                + "; } }");
    return Programs.typeOf(program, "found");
  }

  @Test
  void attributesOfTheStaticMetamodel() {
    assertThat(typeOf("Order_.orderNo")).isEqualTo("SingularAttribute<Order, String>");
    assertThat(typeOf("Order_.size")).isEqualTo("SingularAttribute<Order, Integer>");
    assertThat(typeOf("Order_.lines")).isEqualTo("ListAttribute<Order, Line>");
    assertThat(typeOf("Order_.counts")).isEqualTo("MapAttribute<Order, String, Integer>");
    assertThat(typeOf("Order_.packed")).isEqualTo("SingularAttribute<Order, List<String>>");
    assertThat(typeOf("Order_.buyer")).isEqualTo("SingularAttribute<Order, Customer>");
    assertThat(typeOf("Order_.id")).isEqualTo("SingularAttribute<Base, Long>");
    assertThat(typeOf("Order_.ORDER_NO")).isEqualTo("String");
    assertThat(typeOf("Order_.shown")).isEqualTo("?");
    assertThat(typeOf("Order_.cached")).isEqualTo("?");
    assertThat(typeOf("Order_.made")).isEqualTo("?");
    assertThat(typeOf("Line_.count")).isEqualTo("SingularAttribute<Line, Integer>");
    assertThat(typeOf("Line_.gift")).isEqualTo("SingularAttribute<Line, Boolean>");
    assertThat(typeOf("Line_.total")).isEqualTo("?");
    assertThat(typeOf("Line_.n")).isEqualTo("?");
  }

  @Test
  void constantsOfTheMetamodelHaveTheNameAsValue() {
    Program program = Programs.of(BASE, OTHERS);
    ExternalType metamodel = program.external().find("p.Customer_").orElseThrow();
    assertThat(metamodel.fields().get("NAME").constant()).isEqualTo("name");
  }

  @Test
  void pathsOfQueryTypes() {
    assertThat(typeOf("QOrder.order1.orderNo")).isEqualTo("StringPath");
    assertThat(typeOf("QOrder.order1.size")).isEqualTo("NumberPath<Integer>");
    assertThat(typeOf("QOrder.order1.paid")).isEqualTo("BooleanPath");
    assertThat(typeOf("QOrder.order1.day")).isEqualTo("DatePath<LocalDate>");
    assertThat(typeOf("QOrder.order1.at")).isEqualTo("DateTimePath<Instant>");
    assertThat(typeOf("QOrder.order1.status")).isEqualTo("EnumPath<Status>");
    assertThat(typeOf("QOrder.order1.key")).isEqualTo("ComparablePath<UUID>");
    assertThat(typeOf("QOrder.order1.buyer.name")).isEqualTo("StringPath");
    assertThat(typeOf("QOrder.order1.lines")).isEqualTo("ListPath<Line, QLine>");
    assertThat(typeOf("QOrder.order1.counts"))
        .isEqualTo("MapPath<String, Integer, NumberPath<Integer>>");
    assertThat(typeOf("QCustomer.customer.id")).isEqualTo("NumberPath<Long>");
    assertThat(typeOf("new QOrder(\"o\").lines")).isEqualTo("ListPath<Line, QLine>");
    assertThat(typeOf("QOrder.order1.shown")).isEqualTo("?");
  }

  @Test
  void withoutQuerydslThereAreNoQueryTypes() {
    Program program =
        Programs.of(
            BASE,
            OTHERS,
            "package p; import jakarta.persistence.*; @Entity class Name extends Base {}",
            "package p; import javax.xml.namespace.*; class Use { QName found; }");
    assertThat(program.external().find("p.QName")).isEmpty();
    assertThat(program.members().field(JavaType.of("p.Use"), "found", null).orElseThrow().type())
        .isEqualTo(JavaType.of("javax.xml.namespace.QName"));
  }

  @Test
  void mappersHaveAnImplementation() {
    Program program =
        Programs.of(
            "package p; import org.mapstruct.Mapper; @Mapper(componentModel = \"spring\")"
                + " interface UserMapper { String map(Integer id);"
                + " static void f() { var found = new UserMapperImpl().map(1); } }",
            "package p; @org.mapstruct.Mapper(implementationName = \"Default<CLASS_NAME>\")"
                + " abstract class Other {}",
            "package p; import org.apache.ibatis.annotations.Mapper; @Mapper interface Users {}");
    GeneratedCode generated = program.generated();
    assertThat(generated.generatedImplementation(Programs.type(program, "p.UserMapper")))
        .contains("p.UserMapperImpl");
    assertThat(generated.generatedImplementation(Programs.type(program, "p.Other")))
        .contains("p.DefaultOther");
    assertThat(generated.generatedImplementation(Programs.type(program, "p.Users"))).isEmpty();
    assertThat(Programs.typeOf(program, "found")).isEqualTo("String");
    assertThat(generated.isGenerated("p.UserMapperImpl")).isTrue();
    assertThat(generated.isGenerated("p.UserMapper")).isFalse();
  }

  @Test
  void immutablesAndTheirBuilders() {
    Program program =
        Programs.of(
            """
            package p; import org.immutables.value.Value; import java.util.*;
            @Value.Immutable interface Item {
              @Value.Parameter String name(); List<Integer> sizes(); Map<String, Long> all();
              Optional<String> note(); default int count() { return 1; }
              static void f() {
                var built = ImmutableItem.builder().name("x").addSizes(1).addSizes(1, 2)
                    .putAll("a", 1L).note("n").build();
                var copied = built.withName("y");
                var made = ImmutableItem.of("z").name();
              }
            }
            """);
    assertThat(Programs.typeOf(program, "built")).isEqualTo("ImmutableItem");
    assertThat(Programs.typeOf(program, "copied")).isEqualTo("ImmutableItem");
    assertThat(Programs.typeOf(program, "made")).isEqualTo("String");
  }

  @Test
  void autoValues() {
    Program program =
        Programs.of(
            """
            package p; import com.google.auto.value.AutoValue;
            class Outer { @AutoValue abstract static class Item {
              abstract String name();
              static Item of(String name) { var made = new AutoValue_Outer_Item(name);
                var begun = new AutoValue_Outer_Item.Builder().name("x"); return made; }
              @AutoValue.Builder abstract static class Builder {
                abstract Builder name(String name); abstract Item build(); }
            } }
            """);
    assertThat(Programs.typeOf(program, "made")).isEqualTo("AutoValue_Outer_Item");
    assertThat(Programs.typeOf(program, "begun")).isEqualTo("Builder");
  }

  @Test
  void annotationsOfOthersGiveNothing() {
    Program program =
        Programs.of(
            "package p; @Entity class A { int x; }",
            "package p; @interface Entity {}",
            "package p; import my.Mapper; @Mapper interface M {}",
            "package q; import jakarta.persistence.*; class Entity_ {} ",
            "package q; @jakarta.persistence.Entity class Entity { String own; }");
    assertThat(program.external().find("p.A_")).isEmpty();
    assertThat(program.external().find("p.QA")).isEmpty();
    assertThat(program.external().find("p.MImpl")).isEmpty();
    // A metamodel in the workspace wins.
    assertThat(program.members().field(JavaType.of("q.Entity_"), "own", null)).isEmpty();
  }
}
