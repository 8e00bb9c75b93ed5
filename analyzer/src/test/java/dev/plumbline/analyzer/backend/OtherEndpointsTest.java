package dev.plumbline.analyzer.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OtherEndpointsTest {

  private static List<String> endpoints(String... files) {
    return Backends.of(files).otherEndpoints().all().stream()
        .map(
            each ->
                each.framework()
                    + " "
                    + each.methods()
                    + " "
                    + (each.constant() ? each.paths() : "?")
                    + " "
                    + each.handler().name())
        .toList();
  }

  @Test
  void servletsAnswerWhatTheyOverride() {
    assertThat(
            endpoints(
                "package p; import javax.servlet.http.*;"
                    + " @javax.servlet.annotation.WebServlet(urlPatterns = {\"/a\", \"/b\"})"
                    + " class A extends HttpServlet {"
                    + " protected void doGet(HttpServletRequest q, HttpServletResponse s) {}"
                    + " protected void doPost(HttpServletRequest q, HttpServletResponse s) {} }",
                "package p; abstract class Base extends javax.servlet.http.HttpServlet {}"))
        .containsExactly("servlet [GET, POST] [/a, /b] doGet");
  }

  @Test
  void fieldsOfGraphQl() {
    assertThat(
            endpoints(
                "package p; import org.springframework.graphql.data.method.annotation.*; class A {"
                    + " @QueryMapping Object users() { return null; }"
                    + " @MutationMapping(\"rename\") Object change() { return null; } }"))
        .containsExactly("graphql [QUERY] [users] users", "graphql [MUTATION] [rename] change");
  }

  @Test
  void routesOfFunctionalControllers() {
    assertThat(
            endpoints(
                "package p; import org.springframework.web.reactive.function.server.*;"
                    + " import static"
                    + " org.springframework.web.reactive.function.server.RequestPredicates.path;"
                    + " class Routes { static final String ITEMS = \"/items\";"
                    + " RouterFunction<ServerResponse> routes(String given) {"
                    + " return RouterFunctions.route().GET(ITEMS, this::list)"
                    + " .path(\"/admin\", b -> b.POST(\"/items\", this::add).DELETE(given,"
                    + " this::add)).build(); }"
                    + " RouterFunction<ServerResponse> nested() {"
                    + " return RouterFunctions.nest(path(\"/login\"), RouterFunctions.route()"
                    + ".GET(\"\", r -> null).build()); }"
                    + " reactor.core.publisher.Mono<ServerResponse> list(ServerRequest r) {"
                    + " return null; }"
                    + " reactor.core.publisher.Mono<ServerResponse> add(ServerRequest r) {"
                    + " return null; } }"))
        .containsExactly(
            "functional [GET] [/items] list",
            "functional [POST] [/admin/items] add",
            "functional [DELETE] ? add",
            "functional [GET] [/login] nested");
  }

  @Test
  void otherMethodsOfThatNameAreNoRoutes() {
    assertThat(
            endpoints(
                "package p; class Client { Object GET(String path) { return null; }"
                    + " Object f() { return GET(\"/x\"); } }"))
        .isEmpty();
  }

  @Test
  void typesOfTheProjectWithTheNamesOfALibrarysMakeNoRoutes() {
    assertThat(
            endpoints(
                "package p; interface RouterFunction { }"
                    + " class Train { RouterFunction line(Builder b) { return b.GET(\"/x\", null); } }"
                    + " interface Builder { RouterFunction GET(String path, Object stop); }"))
        .isEmpty();
  }

  @Test
  void operationsOfGrpcTakeItsObserver() {
    assertThat(
            endpoints(
                "package p; import io.grpc.stub.*; class Greeter implements io.grpc.BindableService {"
                    + " public void greet(Object request, StreamObserver<Object> answer) {}"
                    + " void watch(Object request, q.StreamObserver answer) {} }",
                "package q; public class StreamObserver {}"))
        .containsExactly("grpc [CALL] [greet] greet");
  }
}
