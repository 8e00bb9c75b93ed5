package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.frontend.GeneratorInputReader;
import dev.plumbline.analyzer.ir.GeneratorInput;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtoTypesTest {

  private static final String ORDERS =
      """
      syntax = "proto3";
      package acme.orders;
      option java_package = "com.acme.gen";
      option java_outer_classname = "Orders";
      message Order {
        string order_id = 1;
        optional int64 total_cents = 2;
        repeated Line lines = 3;
        map<string, Line> by_sku = 4;
        Status status = 5;
        bytes raw_v2data = 6;
        oneof paid_with { string card = 7; Line gift = 8; }
        Class class = 9;
        message Line { int32 count = 1; repeated string tags = 2; Kind kind = 3; }
        enum Kind { PLAIN = 0; LARGE = 1; }
      }
      message Class { google.protobuf.Timestamp at = 1; }
      enum Status { OPEN = 0; CLOSED = 1; }
      service OrderService {
        rpc Place (Order) returns (Order);
        rpc watchAll (Order) returns (stream Order) {}
        rpc Upload (stream Order) returns (Class);
      }
      """;

  private static Program program(String proto, String body) {
    return program("src/main/proto/order_file.proto", proto, body);
  }

  private static Program program(String path, String proto, String body) {
    List<String> problems = new ArrayList<>();
    GeneratorInput input =
        GeneratorInputReader.read(path, proto, problem -> problems.add(problem.message()))
            .orElseThrow(() -> new AssertionError(problems));
    LoweredFile file =
        Programs.file(
            "",
            "Use.java",
            SourceRole.MAIN,
            "package p; import com.acme.gen.*; import com.acme.gen.Orders.Order;"
                + " class Use { void use(Object in) throws Exception { "
                + body
                + " } }");
    return Linker.link(List.of(file), List.of(input), Library.shipped());
  }

  private static String typeOf(String expression) {
    return Programs.typeOf(program(ORDERS, "var found = " + expression + ";"), "found");
  }

  @Test
  void messagesAreReadAndBuilt() {
    assertThat(
            typeOf(
                "Order.newBuilder().setOrderId(\"x\").addLines(0, Order.Line"
                    + ".newBuilder().setCount(1)).putBySku(\"a\", null).clearPaidWith().build()"))
        .isEqualTo("Order");
    assertThat(typeOf("Order.parseFrom(new byte[0])")).isEqualTo("Order");
    assertThat(typeOf("Order.parseFrom(new byte[0]).toBuilder().setStatusValue(3)"))
        .isEqualTo("Builder");
    assertThat(typeOf("Order.getDefaultInstance().toByteArray()")).isEqualTo("byte[]");
    assertThat(typeOf("Order.ORDER_ID_FIELD_NUMBER")).isEqualTo("int");
  }

  @Test
  void namesAndTypesOfAccessors() {
    String order = "Order.getDefaultInstance().";
    assertThat(typeOf(order + "getOrderId()")).isEqualTo("String");
    assertThat(typeOf(order + "hasTotalCents()")).isEqualTo("boolean");
    assertThat(typeOf(order + "getTotalCents()")).isEqualTo("long");
    assertThat(typeOf(order + "getLinesList()")).isEqualTo("List<Line>");
    assertThat(typeOf(order + "getLines(0).getTags(1)")).isEqualTo("String");
    assertThat(typeOf(order + "getLinesBuilder(0)")).isEqualTo("?");
    assertThat(typeOf(order + "getBySkuMap()")).isEqualTo("Map<String, Line>");
    assertThat(typeOf(order + "getBySkuOrThrow(\"x\").getKind()")).isEqualTo("Kind");
    assertThat(typeOf(order + "getStatus()")).isEqualTo("Status");
    assertThat(typeOf(order + "getStatusValue()")).isEqualTo("int");
    assertThat(typeOf(order + "getRawV2Data()")).isEqualTo("ByteString");
    assertThat(typeOf(order + "getPaidWithCase()")).isEqualTo("PaidWithCase");
    assertThat(typeOf("Order.PaidWithCase.PAIDWITH_NOT_SET")).isEqualTo("PaidWithCase");
    assertThat(typeOf(order + "getClass_().getAt()")).isEqualTo("Timestamp");
    assertThat(typeOf(order + "hasOrderId()")).isEqualTo("?");
    assertThat(typeOf("Orders.Status.forNumber(1)")).isEqualTo("Status");
    assertThat(typeOf("Orders.Status.CLOSED.getNumber()")).isEqualTo("int");
    assertThat(typeOf("Orders.Status.UNRECOGNIZED")).isEqualTo("Status");
  }

  @Test
  void severalFilesAndDerivedNames() {
    String proto =
        """
        // no syntax: proto2
        package acme;
        option java_multiple_files = true;
        option java_package = "com.acme.gen";
        message OrderFile { required string id = 1; optional group Part = 2 { optional int32 n = 1; }
          extensions 100 to 199; reserved "x"; enum E { A = 1; } optional E e = 3; }
        extend OrderFile { optional int32 more = 100; }
        """;
    String file = "OrderFile.getDefaultInstance().";
    assertThat(Programs.typeOf(program(proto, "var found = " + file + "hasId();"), "found"))
        .isEqualTo("boolean");
    assertThat(Programs.typeOf(program(proto, "var found = " + file + "getPart();"), "found"))
        .isEqualTo("Part");
    assertThat(Programs.typeOf(program(proto, "var found = " + file + "getEValue();"), "found"))
        .isEqualTo("?");
    Program program = program(proto, "");
    assertThat(program.external().find("com.acme.gen.OrderFileOuterClass")).isPresent();
    assertThat(program.external().find("com.acme.gen.OrderFileOrBuilder")).isPresent();
  }

  @Test
  void stubsOfServices() {
    assertThat(typeOf("OrderServiceGrpc.newBlockingStub(null).place(null)")).isEqualTo("Order");
    assertThat(typeOf("OrderServiceGrpc.newBlockingStub(null).watchAll(null)"))
        .isEqualTo("Iterator<Order>");
    assertThat(typeOf("OrderServiceGrpc.newStub(null).upload(null)"))
        .isEqualTo("StreamObserver<Order>");
    assertThat(typeOf("OrderServiceGrpc.newFutureStub(null).place(null)"))
        .isEqualTo("ListenableFuture<Order>");
    assertThat(
            program(ORDERS, "")
                .external()
                .find("com.acme.gen.OrderServiceGrpc.OrderServiceImplBase"))
        .isPresent();
  }

  @Test
  void sourcesInTheWorkspaceWin() {
    LoweredFile mine =
        Programs.file(
            "", "O.java", SourceRole.MAIN, "package com.acme.gen; class Orders { int mine; }");
    GeneratorInput input =
        GeneratorInputReader.read("a.proto", ORDERS, problem -> {}).orElseThrow();
    Program program = Linker.link(List.of(mine), List.of(input), Library.shipped());
    JavaType orders = JavaType.of("com.acme.gen.Orders");
    assertThat(program.members().field(orders, "mine", null)).isPresent();
    assertThat(program.members().methods(orders, "getDescriptor", 0, null)).isEmpty();
  }

  @Test
  void whatCannotBeReadIsTold() {
    List<String> problems = new ArrayList<>();
    assertThat(
            GeneratorInputReader.read(
                "a.proto",
                "message A {\n  string x = 1;\n",
                problem -> problems.add(problem.span().orElseThrow() + " " + problem.message())))
        .isEmpty();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).contains("cannot be read", "ends in the middle");
    GeneratorInputReader.read(
        "a.proto", "message A { string x 1; }", problem -> problems.add(problem.message()));
    assertThat(problems.get(1)).contains("expected '=' instead of '1'");
    GeneratorInputReader.read(
        "a.proto",
        "message A {".repeat(100) + "}".repeat(100),
        problem -> problems.add(problem.message()));
    assertThat(problems.get(2)).contains("nested too deeply");
  }
}
