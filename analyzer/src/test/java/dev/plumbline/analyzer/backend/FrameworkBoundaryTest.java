package dev.plumbline.analyzer.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.taint.Boundary;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FrameworkBoundaryTest {

  private static final String SPRING =
      """
      import java.io.*;
      import java.util.*;
      import javax.servlet.http.*;
      import org.springframework.http.*;
      import org.springframework.messaging.handler.annotation.*;
      import org.springframework.stereotype.*;
      import org.springframework.ui.*;
      import org.springframework.validation.*;
      import org.springframework.web.bind.annotation.*;
      import org.springframework.web.multipart.*;
      import reactor.core.publisher.*;
      """;

  private static final String JAKARTA =
      """
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.*;
      """;

  /** Parameters and fields that come from outside, with their kinds; weak ones with a mark. */
  private static List<String> entries(String... files) {
    Backend backend = Backends.of(files);
    Boundary boundary = backend.boundary();
    List<String> found = new ArrayList<>();
    for (TypeInfo type : backend.program().types()) {
      for (FieldDecl field : type.declaration().fields()) {
        boundary
            .field(type.name(), field.name())
            .ifPresent(e -> found.add(type.displayName() + "#" + field.name() + " " + text(e)));
      }
      for (MethodInfo method : type.methods()) {
        List<Parameter> parameters = method.declaration().parameters();
        for (int i = 0; i < parameters.size(); i++) {
          String name = method.name() + "." + parameters.get(i).name();
          boundary.parameter(method, i).ifPresent(e -> found.add(name + " " + text(e)));
        }
      }
    }
    return found;
  }

  private static String text(Boundary.Entry entry) {
    return entry.kind().id() + (entry.weak() ? "?" : "");
  }

  private static List<String> returned(String... files) {
    Backend backend = Backends.of(files);
    List<String> found = new ArrayList<>();
    for (TypeInfo type : backend.program().types()) {
      for (MethodInfo method : type.methods()) {
        var kinds = backend.boundary().returned(method);
        if (!kinds.isEmpty()) {
          found.add(method.name() + " " + new TreeSet<>(kinds));
        }
      }
    }
    return found;
  }

  @Test
  void annotationsOfSpringSayThePart() {
    assertThat(
            entries(
                SPRING
                    + """
                    @RestController class A {
                      @PostMapping("/{p}") void a(@PathVariable String p, @RequestParam("q") String q,
                          @RequestHeader String h, @CookieValue String c, @RequestBody Dto b,
                          @ModelAttribute Dto f, @RequestAttribute String no, @SessionAttribute Dto n) {}
                      @PostMapping("/b") void b(@RequestPart("meta") Dto meta,
                          @RequestPart MultipartFile file, @RequestParam List<MultipartFile> files,
                          @RequestParam Map<String, String> all, @RequestBody Mono<Dto> later) {}
                    }
                    class Dto { String x; }
                    """))
        .containsExactly(
            "a.p web-path",
            "a.q web-parameter",
            "a.h web-header",
            "a.c web-cookie",
            "a.b web-body",
            "a.f web-parameter",
            "b.meta web-body",
            "b.all web-parameter",
            "b.later web-body");
  }

  @Test
  void withoutAnnotationTheTypeDecides() {
    assertThat(
            entries(
                SPRING
                    + """
                    @Controller class A {
                      @RequestMapping("/a") void a(String name, Integer page, String[] ids, Dto form,
                          HttpEntity<String> entity, RequestEntity<Dto> whole, HttpHeaders headers,
                          Reader reader, com.other.Form other,
                          org.springframework.data.domain.Pageable page2) {}
                      @RequestMapping("/b") void b(Model model, ModelMap map, BindingResult result,
                          java.security.Principal user, Locale locale, HttpMethod method,
                          HttpServletRequest request, HttpServletResponse response,
                          HttpSession session, MultipartFile file, Map<String, Object> model2,
                          @CurrentUser Dto who, org.springframework.security.core.Authentication c,
                          org.springframework.web.context.request.WebRequest web,
                          org.springframework.web.server.ServerWebExchange exchange) {}
                    }
                    class Dto { String x; }
                    @interface CurrentUser {}
                    """))
        .containsExactly(
            "a.name web-parameter",
            "a.page web-parameter",
            "a.ids web-parameter",
            "a.form web-parameter",
            "a.entity web-body",
            "a.whole web-body",
            "a.headers web-header",
            "a.reader web-body",
            "a.other web-parameter?",
            "a.page2 web-parameter?");
  }

  @Test
  void mappingsOfInterfacesBaseClassesAndCompositionsCount() {
    assertThat(
            entries(
                SPRING
                    + """
                    interface Api { @GetMapping("/a") void a(@RequestParam String x); }
                    @RestController class A implements Api { public void a(String x) {} }
                    abstract class Base<T> {
                      @PostMapping void save(@RequestBody T it) {}
                      @PutMapping void put(T form) {}
                    }
                    @Web class B extends Base<Dto> {
                      @ModelAttribute Dto load(@PathVariable String id) { return null; }
                    }
                    @RestController @interface Web {}
                    class Dto { String x; }
                    """))
        .containsExactly(
            "a.x web-parameter", "save.it web-body", "put.form web-parameter", "load.id web-path");
  }

  @Test
  void clientsAndTheirFallbacksAreNotCalledFromOutside() {
    assertThat(
            entries(
                SPRING
                    + """
                    @org.springframework.cloud.openfeign.FeignClient("x")
                    interface Api { @GetMapping("/a") void a(@RequestParam String x); }
                    @Component class Fallback implements Api { public void a(String x) {} }
                    """))
        .isEmpty();
  }

  @Test
  void handlersOfClassesWithAnUnknownAnnotationAreFound() {
    assertThat(
            entries(
                SPRING
                    + """
                    @com.other.Endpoint class A {
                      @GetMapping("/a") String a(String x, @RequestParam String y) { return x; }
                    }
                    """))
        .containsExactly("a.x web-parameter", "a.y web-parameter");
  }

  @Test
  void messagesOfSpring() {
    assertThat(
            entries(
                SPRING
                    + """
                    @Controller class A {
                      @MessageMapping("/chat.{room}") void chat(@DestinationVariable String room,
                          @Payload Dto dto, @Header("h") String h, java.security.Principal p) {}
                      @MessageMapping("/b") void b(Dto dto, String text,
                          org.springframework.messaging.simp.SimpMessageHeaderAccessor headers) {}
                    }
                    class L {
                      @org.springframework.kafka.annotation.KafkaListener(topics = "t")
                      void kafka(String text, @Header("k") String key,
                          org.springframework.kafka.support.Acknowledgment ack) {}
                      @org.springframework.amqp.rabbit.annotation.RabbitListener(queues = "q")
                      void rabbit(Dto dto, com.rabbitmq.client.Channel channel) {}
                      @org.springframework.context.event.EventListener void event(Dto dto) {}
                    }
                    class J implements jakarta.jms.MessageListener {
                      public void onMessage(jakarta.jms.Message m) {} }
                    @org.apache.rocketmq.spring.annotation.RocketMQMessageListener(topic = "t")
                    class R implements org.apache.rocketmq.spring.core.RocketMQListener<Dto> {
                      public void onMessage(Dto dto) {} }
                    class Dto { String x; }
                    """))
        .containsExactly(
            "chat.room message",
            "chat.dto message",
            "chat.h message",
            "b.dto message",
            "b.text message",
            "kafka.text message",
            "kafka.key message",
            "rabbit.dto message",
            "onMessage.m message",
            "onMessage.dto message");
  }

  @Test
  void jakartaRestBindsFieldsSettersConstructorsAndTheEntity() {
    assertThat(
            entries(
                JAKARTA
                    + """
                    @Path("/a") class A {
                      @QueryParam("f") String field;
                      @Context UriInfo info;
                      String own;
                      A(@HeaderParam("h") String h) {}
                      @CookieParam("c") public void setCookie(String c) {}
                      @POST void create(String entity, @PathParam("p") String p,
                          @BeanParam Fields fields, @BeanParam com.other.Fields others,
                          @Context HttpHeaders headers, UriInfo uri, SecurityContext who) {}
                      @PUT void put(@Auth Dto user, Dto dto) {}
                      @POST @Path("f") void form(@FormParam("x") String x,
                          @org.glassfish.jersey.media.multipart.FormDataParam("f")
                          java.io.InputStream in,
                          @org.glassfish.jersey.media.multipart.FormDataParam("f")
                          org.glassfish.jersey.media.multipart.FormDataContentDisposition name) {}
                    }
                    class Fields { @QueryParam("x") String x; String y; }
                    class Dto { String x; }
                    @interface Auth {}
                    """))
        .containsExactly(
            "A#field web-parameter",
            "<init>.h web-header",
            "setCookie.c web-cookie",
            "create.entity web-body",
            "create.p web-path",
            "create.others web-parameter",
            "put.dto web-body",
            "form.x web-parameter",
            "form.in web-file",
            "form.name web-file-name",
            "Fields#x web-parameter");
  }

  @Test
  void micronautAndOtherProtocols() {
    assertThat(
            entries(
                """
                import io.micronaut.http.annotation.*;
                @Controller("/a") class M {
                  @Get("/{id}") void a(String id, @Header String h, java.security.Principal p,
                      io.micronaut.http.HttpRequest<?> request) {}
                  @Post void b(@Body Dto dto) {}
                }
                class Dto { String x; }
                """,
                """
                import org.springframework.graphql.data.method.annotation.*;
                @org.springframework.stereotype.Controller class G {
                  @QueryMapping Object q(@Argument String id, graphql.schema.DataFetchingEnvironment e)
                  { return null; }
                }
                """,
                """
                class Greeter extends GreeterGrpc.GreeterImplBase {
                  @Override public void greet(Hello request,
                      io.grpc.stub.StreamObserver<Hello> answer) {}
                }
                @javax.jws.WebService class Soap {
                  public String op(String name) { return name; }
                  void inner(String name) {}
                }
                class Fn implements com.amazonaws.services.lambda.runtime.RequestHandler<String, String> {
                  public String handleRequest(String in,
                      com.amazonaws.services.lambda.runtime.Context c) { return in; }
                }
                class In extends io.netty.channel.ChannelInboundHandlerAdapter {
                  public void channelRead(io.netty.channel.ChannelHandlerContext c, Object m) {}
                }
                class Cli {
                  public static void main(String... args) {}
                  @org.springframework.shell.standard.ShellMethod("x") void go(String x) {}
                }
                class Act extends com.opensymphony.xwork2.ActionSupport {
                  private String name; private UserService users;
                  public void setName(String name) { this.name = name; }
                  public void setUsers(UserService users) { this.users = users; }
                }
                interface UserService {}
                """))
        .containsExactly(
            "a.id web-parameter",
            "a.h web-header",
            "b.dto web-body",
            "q.id web-body",
            "greet.request web-body",
            "op.name web-body",
            "handleRequest.in web-body",
            "channelRead.m message?",
            "main.args command-line",
            "go.x command-line",
            "Act#name web-parameter",
            "setName.name web-parameter");
  }

  @Test
  void resolversBackingBeansAndForms() {
    assertThat(
            entries(
                """
                class Query implements graphql.kickstart.tools.GraphQLQueryResolver {
                  public String user(String id) { return id; }
                }
                class Api {
                  @org.eclipse.microprofile.graphql.Query String find(String name) { return name; }
                }
                @javax.faces.bean.ManagedBean class Bean {
                  private String text;
                  public void setText(String text) { this.text = text; }
                }
                class Form extends org.apache.struts.action.ActionForm {
                  private String mail;
                  public void setMail(String mail) { this.mail = mail; }
                }
                """))
        .containsExactly(
            "user.id web-body",
            "find.name web-body",
            "Bean#text web-parameter",
            "setText.text web-parameter",
            "Form#mail web-parameter",
            "setMail.mail web-parameter");
  }

  @Test
  void bodiesThatABrowserMayShow() {
    assertThat(
            returned(
                SPRING
                    + """
                    @RestController class A {
                      @GetMapping("/a") String text() { return ""; }
                      @GetMapping("/b") ResponseEntity<String> entity() { return null; }
                      @GetMapping("/c") Mono<ResponseEntity<String>> later() { return null; }
                      @GetMapping("/d") byte[] bytes() { return null; }
                      @GetMapping("/e") Object object() { return null; }
                      @GetMapping(value = "/f", produces = MediaType.APPLICATION_JSON_VALUE)
                      String json() { return ""; }
                      @GetMapping(value = "/g", produces = "text/html;charset=utf-8")
                      String html() { return ""; }
                      @GetMapping(value = "/h", produces = {"text/plain"}) String plain() { return ""; }
                      @ExceptionHandler(Exception.class) String failed(Exception e) { return ""; }
                    }
                    @RestController @RequestMapping(produces = "application/json") class B {
                      @GetMapping("/i") String shared() { return ""; }
                      @GetMapping(value = "/j", produces = "text/html") String own() { return ""; }
                    }
                    """))
        .containsExactly(
            "text [HTML]",
            "entity [HTML]",
            "later [HTML]",
            "bytes [HTML]",
            "html [HTML]",
            "failed [HTML]",
            "own [HTML]");
  }

  @Test
  void namesOfViews() {
    assertThat(
            returned(
                SPRING
                    + """
                    @Controller class A {
                      @GetMapping("/a") String view() { return ""; }
                      @GetMapping("/b") @ResponseBody String body() { return ""; }
                      @GetMapping("/c") void nothing() {}
                      @GetMapping("/d") Dto dto() { return null; }
                    }
                    class Dto {}
                    """))
        .containsExactly("view [TEMPLATE, REDIRECT, FORWARD]", "body [HTML]");
  }

  @Test
  void jakartaRestAndMicronautSayWhatTheyProduce() {
    assertThat(
            returned(
                JAKARTA
                    + """
                    @Path("/a") @Produces(MediaType.APPLICATION_JSON) class A {
                      @GET String json() { return ""; }
                      @GET @Produces(MediaType.TEXT_HTML) String html() { return ""; }
                    }
                    @Path("/b") class B { @GET String any() { return ""; } }
                    """,
                """
                @io.micronaut.http.annotation.Controller("/c") class C {
                  @io.micronaut.http.annotation.Get String json() { return ""; }
                  @io.micronaut.http.annotation.Get(produces = "text/html") String page() { return ""; }
                }
                """))
        .containsExactly("html [HTML]", "any [HTML]", "page [HTML]");
  }
}
