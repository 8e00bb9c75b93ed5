package dev.plumbline.analyzer.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EndpointsTest {

  private static final String SPRING =
      """
      import org.springframework.http.*;
      import org.springframework.messaging.handler.annotation.*;
      import org.springframework.stereotype.*;
      import org.springframework.web.bind.annotation.*;
      """;

  @Test
  void pathsAreJoinedAndConstantsOfOtherFilesAreRead() {
    Backend backend =
        Backends.of(
            """
            package api;
            public interface Paths {
              String ROOT = "/api";
              String USERS = ROOT + "/users";
            }
            """,
            SPRING
                + """
                @RestController
                @RequestMapping({api.Paths.USERS, "people/"})
                class Users {
                  @GetMapping("{id}") String get() { return ""; }
                  @RequestMapping(value = "/x", method = {RequestMethod.PUT, RequestMethod.POST})
                  void put() {}
                  @DeleteMapping void delete() {}
                  @GetMapping(Unknown.PATH) void unknown() {}
                }
                """);
    assertThat(listed(backend))
        .containsExactly(
            "spring [GET] [/api/users/{id}, /people/{id}] Users.get",
            "spring [POST, PUT] [/api/users/x, /people/x] Users.put",
            "spring [DELETE] [/api/users, /people] Users.delete",
            "spring [GET] [] Users.unknown");
  }

  @Test
  void theMethodOfTheClassCountsWhereTheHandlerSaysNone() {
    Backend backend =
        Backends.of(
            SPRING
                + """
                @Controller
                @RequestMapping(path = "/a", method = RequestMethod.POST)
                class A {
                  @RequestMapping("/b") void b() {}
                }
                """);
    assertThat(listed(backend)).containsExactly("spring [POST] [/a/b] A.b");
  }

  @Test
  void aGenericBaseClassAnswersOnceForEachClassBelowIt() {
    Backend backend =
        Backends.of(
            SPRING
                + """
                abstract class Base<T, K> {
                  @PostMapping T create(@RequestBody T body) { return body; }
                  @GetMapping("/{id}") public T get(@PathVariable K id) { return null; }
                }
                @RestController @RequestMapping("/books") class Books extends Base<Book, Long> {}
                @RestController @RequestMapping("/tags") class Tags extends Base<Tag, String> {
                  @Override public Tag get(String id) { return null; }
                }
                class Book {}
                class Tag {}
                """);
    assertThat(listed(backend))
        .containsExactly(
            "spring [POST] [/books] Base.create",
            "spring [GET] [/books/{id}] Base.get",
            "spring [GET] [/tags/{id}] Tags.get",
            "spring [POST] [/tags] Base.create");
    Endpoint create = backend.endpoints().all().get(0);
    assertThat(create.parameters().get(0).payload().name()).isEqualTo("Book");
    assertThat(create.result().name()).isEqualTo("Book");
    assertThat(create.controller().name()).isEqualTo("Books");
    assertThat(backend.endpoints().all().get(2).parameters().get(0).binding())
        .isEqualTo(EndpointParameter.Binding.PATH);
  }

  @Test
  void interfacesAndAbstractClassesAreNone() {
    Backend backend =
        Backends.of(
            SPRING
                + """
                @org.springframework.cloud.openfeign.FeignClient("x")
                @RequestMapping("/x")
                interface Client { @PostMapping void send(@RequestBody String text); }
                class Fallback implements Client { public void send(String text) {} }
                @RestController abstract class Half { @GetMapping void get() {} }
                """);
    assertThat(backend.endpoints().all()).isEmpty();
  }

  @Test
  void everySpringParameterHasItsBinding() {
    Backend backend =
        Backends.of(
            SPRING
                + """
                import java.util.*;
                record Dto(String a) {}
                enum Mode { ON }
                @interface CurrentUser {}
                @Controller
                class C {
                  @PostMapping
                  void all(@RequestBody Dto body, @RequestPart Dto part, @ModelAttribute Dto model,
                      Dto implicit, @PathVariable String path, @RequestParam int query,
                      @RequestHeader String header, @CookieValue String cookie, String plain,
                      Mode mode, @CurrentUser Dto user, Locale locale, HttpHeaders headers,
                      Unknown unknown, @RequestAttribute Dto attribute) {}
                  @MessageMapping("/m")
                  void message(@Payload Dto payload, Dto implicit, @Header String header) {}
                }
                """);
    assertThat(bindings(backend.endpoints().all().get(0)))
        .isEqualTo(
            "BODY PART FORM FORM PATH QUERY HEADER COOKIE QUERY QUERY UNKNOWN QUERY FRAMEWORK"
                + " UNKNOWN FRAMEWORK");
    assertThat(backend.endpoints().all().get(1).kind()).isEqualTo(Endpoint.Kind.MESSAGE);
    assertThat(bindings(backend.endpoints().all().get(1))).isEqualTo("MESSAGE MESSAGE HEADER");
  }

  @Test
  void jakartaRestReadsUnannotatedParametersFromTheBody() {
    Backend backend =
        Backends.of(
            """
            import javax.ws.rs.*;
            import javax.ws.rs.core.*;
            record Dto(String a) {}
            @HttpMethod("PURGE") @interface PURGE {}
            @Path("things")
            class Things {
              @POST @Path("{id}")
              Response post(@PathParam("id") String id, @QueryParam("q") String q, Dto body,
                  @BeanParam Dto bean, @Context UriInfo uri, @FormParam("f") String f) {
                return null;
              }
              @PURGE void purge() {}
              @Path("sub") Sub sub() { return null; }
            }
            class Sub { @GET String get() { return ""; } }
            """);
    assertThat(listed(backend))
        .containsExactly(
            "jax-rs [POST] [/things/{id}] Things.post",
            "jax-rs [PURGE] [/things] Things.purge",
            "jax-rs [GET] [/] Sub.get");
    assertThat(bindings(backend.endpoints().all().get(0)))
        .isEqualTo("PATH QUERY BODY BEAN_PARAM FRAMEWORK FORM");
  }

  @Test
  void payloadsAreFoundInsideOfTheirWrappers() {
    Backend backend =
        Backends.of(
            SPRING
                + """
                import java.util.*;
                import reactor.core.publisher.*;
                record Dto(String a) {}
                class Wrapper<T> { T data; }
                @RestController
                class C {
                  @PostMapping
                  void all(@RequestBody Mono<Dto> a, @RequestBody Flux<Dto> b,
                      @RequestBody List<Dto> c, @RequestBody Dto[] d, @RequestBody Mono<List<Dto>> e,
                      HttpEntity<Dto> f, @RequestBody Wrapper<Dto> g, @RequestBody Map<String, Dto> h) {}
                }
                """);
    assertThat(
            backend.endpoints().all().get(0).parameters().stream()
                .map(p -> p.payload() + ":" + p.shape())
                .toList())
        .containsExactly(
            "Dto:ASYNC",
            "Dto:STREAM",
            "Dto:COLLECTION",
            "Dto:COLLECTION",
            "Dto:COLLECTION",
            "Dto:ENVELOPE",
            "Wrapper<Dto>:PLAIN",
            "Map<String, Dto>:PLAIN");
  }

  private static List<String> listed(Backend backend) {
    return backend.endpoints().all().stream()
        .map(
            e ->
                e.framework()
                    + " "
                    + e.methods()
                    + " "
                    + e.paths()
                    + " "
                    + e.handler().displayName())
        .toList();
  }

  private static String bindings(Endpoint endpoint) {
    return endpoint.parameters().stream()
        .map(parameter -> parameter.binding().name())
        .collect(Collectors.joining(" "));
  }
}
