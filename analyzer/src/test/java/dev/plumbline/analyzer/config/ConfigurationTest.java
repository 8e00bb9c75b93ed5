package dev.plumbline.analyzer.config;

import static dev.plumbline.analyzer.config.Workspaces.RESOURCES;
import static dev.plumbline.analyzer.config.Workspaces.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which code reads which key, with what default, and what the key may be. */
class ConfigurationTest {

  private static final String JAVA = "src/main/java/p/";

  /** {@code KIND target key[=default]} of each read. */
  private static List<String> reads(Configuration configuration) {
    return configuration.reads().stream()
        .map(
            read ->
                read.kind()
                    + " "
                    + read.target()
                    + " "
                    + read.key().orElse("?")
                    + (read.whole() ? ".*" : "")
                    + read.defaultText().map(text -> "=" + text).orElse(""))
        .toList();
  }

  @Test
  void valueAnnotationsAreReadThroughConstantsAndCompositions() {
    Configuration configuration =
        of(
            JAVA + "Keys.java",
            "package p; interface Keys { String PREFIX = \"app.\"; String URL = \"${\" + PREFIX + \"url}\"; }",
            JAVA + "Limit.java",
            "package p; import org.springframework.beans.factory.annotation.Value;"
                + " @Value(\"${app.limit:10}\") @interface Limit {}",
            JAVA + "C.java",
            """
            package p;
            import org.springframework.beans.factory.annotation.*;
            class C {
              @Value(Keys.URL) String url;
              @Limit int limit;
              @Value("${app.a:${app.b:x}}/y") String both;
              @Value("#{'${app.list}'.split(',')}") String[] list;
              @Value("#{environment['x']}") String none;
              @Value("plain") String plain;
              C(@Value("${app.c}") String c) {}
              @Value("${app.d}") void d(String d) {}
            }
            """,
            RESOURCES + "application.yml",
            "app: {url: http://h, limit: 20}");
    assertThat(reads(configuration))
        .containsExactly(
            "VALUE url app.url",
            "VALUE limit app.limit=10",
            "VALUE both app.a=${app.b:x}",
            "VALUE both app.b=x",
            "VALUE list app.list",
            "VALUE c app.c",
            "VALUE d app.d");
    assertThat(configuration.values(configuration.reads().get(0)))
        .singleElement()
        .satisfies(
            value -> {
              assertThat(value.text()).isEqualTo("http://h");
              assertThat(value.location()).hasToString(RESOURCES + "application.yml:1:12");
            });
    assertThat(configuration.undefinedReads())
        .extracting(read -> read.key().orElseThrow())
        .containsExactly("app.list", "app.c", "app.d");
  }

  @Test
  void anAnnotationOfTheProjectOrOfLombokIsNoRead() {
    Configuration configuration =
        of(
            JAVA + "Value.java",
            "package p; @interface Value { String value(); }",
            JAVA + "C.java",
            "package p; class C { @Value(\"${a}\") String a; }",
            JAVA + "D.java",
            "package p; import lombok.Value; @Value class D { String a; }",
            JAVA + "E.java",
            "package p; import io.swagger.v3.oas.annotations.media.Schema;"
                + " class E { @Schema(example = \"${a}\") String a; }");
    assertThat(reads(configuration)).isEmpty();
  }

  @Test
  void placeholdersInOtherAnnotationsAndConditions() {
    Configuration configuration =
        of(
            JAVA + "C.java",
            """
            package p;
            import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
            import org.springframework.scheduling.annotation.Scheduled;
            @ConditionalOnProperty(prefix = "app", name = {"on", "also"})
            class C {
              static final String CRON = "${app.cron:0 0 * * * *}";
              @Scheduled(cron = CRON) void run() {}
              @io.quarkus.scheduler.Scheduled(every = "{app.every}") void poll() {}
            }
            """);
    assertThat(reads(configuration))
        .containsExactly(
            "CONDITION  app.on",
            "CONDITION  app.also",
            "PLACEHOLDER run app.cron=0 0 * * * *",
            "PLACEHOLDER poll app.every");
  }

  @Test
  void microprofileAndMicronaut() {
    Configuration configuration =
        of(
            JAVA + "C.java",
            """
            package p;
            import java.util.Optional;
            import org.eclipse.microprofile.config.inject.ConfigProperty;
            class C {
              @ConfigProperty(name = "app.a", defaultValue = "1") int a;
              @ConfigProperty String b;
              @ConfigProperty(name = "app.c") Optional<String> c;
              @io.micronaut.context.annotation.Property(name = "app.d") String d;
            }
            """);
    assertThat(reads(configuration))
        .containsExactly("VALUE a app.a=1", "VALUE b p.C.b", "VALUE c app.c=", "VALUE d app.d");
  }

  @Test
  void callsReadTheEnvironment() {
    Configuration configuration =
        of(
            JAVA + "C.java",
            """
            package p;
            import org.springframework.core.env.Environment;
            class C {
              static final String P = "app.";
              Environment env;
              java.util.Map<String, String> map;
              void m(String given) {
                env.getProperty(P + "a", "d");
                env.getRequiredProperty(given);
                env.resolvePlaceholders("${app.b}");
                System.getenv("HOME_DIR");
                System.getProperty("user.dir");
                map.get("app.c");
                new Own().getProperty("app.d");
              }
              static class Own { String getProperty(String s) { return s; } }
            }
            """);
    assertThat(reads(configuration))
        .containsExactly(
            "CALL  app.a=d",
            "CALL  ?",
            "CALL  app.b",
            "ENVIRONMENT  HOME_DIR",
            "SYSTEM_PROPERTY  user.dir");
  }

  @Test
  void classesAreBoundToTheirPrefix() {
    Configuration configuration =
        of(
            JAVA + "App.java",
            """
            package p;
            import java.time.Duration;
            import java.util.*;
            import org.springframework.boot.context.properties.ConfigurationProperties;
            @ConfigurationProperties(prefix = App.PREFIX)
            class App extends Base {
              static final String PREFIX = "app";
              private int maxSize = 5 * 1024;
              private Mode mode = Mode.FAST;
              private String unbound;
              private final Cors cors = new Cors();
              private List<Host> hosts;
              private List<String> names;
              private Map<String, String> labels;
              public void setMaxSize(int maxSize) { this.maxSize = maxSize; }
              public void setMode(Mode mode) { this.mode = mode; }
              public Cors getCors() { return cors; }
              public void setHosts(List<Host> hosts) { this.hosts = hosts; }
              public void setNames(List<String> names) { this.names = names; }
              public void setLabels(Map<String, String> labels) { this.labels = labels; }
              public void setAlias(String alias) {}
              enum Mode { FAST, SAFE }
              static class Cors {
                private Duration maxAge;
                private Cors again;
                public void setMaxAge(Duration maxAge) { this.maxAge = maxAge; }
                public void setAgain(Cors again) { this.again = again; }
              }
              record Host(String name, int port) {}
            }
            class Base {
              private String id;
              public void setId(String id) { this.id = id; }
            }
            """,
            RESOURCES + "application.yml",
            "app: {maxSize: 9, hosts: [{name: a}], names: [x], labels: {q: 1}, unused: 2, id: '${app.ref}', ref: 3}");
    assertThat(reads(configuration))
        .containsExactlyInAnyOrder(
            "BINDING maxSize app.max-size=5120",
            "BINDING mode app.mode=FAST",
            "BINDING maxAge app.cors.max-age",
            "BINDING name app.hosts[*].name",
            "BINDING port app.hosts[*].port",
            "BINDING names app.names.*",
            "BINDING labels app.labels.*",
            "BINDING alias app.alias",
            "BINDING id app.id");
    assertThat(configuration.readers("app.max_size")).hasSize(1);
    assertThat(configuration.readers("app.hosts[3].name")).hasSize(1);
    assertThat(configuration.readers("app.labels.q.r")).hasSize(1);
    assertThat(configuration.readers("app.labelsQ")).isEmpty();
    assertThat(configuration.unreadDefinitions())
        .extracting(each -> each.entry().key())
        .containsExactly("app.unused");
  }

  @Test
  void recordsConstructorsBeanMethodsAndMappings() {
    Configuration configuration =
        of(
            JAVA + "R.java",
            """
            package p;
            import org.springframework.boot.context.properties.*;
            import org.springframework.boot.context.properties.bind.DefaultValue;
            @ConfigurationProperties("r")
            record R(@DefaultValue("5") int poolSize, Inner inner) {
              static class Inner {
                private final String deepName;
                Inner(String deepName) { this.deepName = deepName; }
              }
            }
            """,
            JAVA + "Beans.java",
            """
            package p;
            import org.springframework.boot.context.properties.ConfigurationProperties;
            class Beans {
              @ConfigurationProperties("spring.datasource.first") javax.sql.DataSource first() { return null; }
              @ConfigurationProperties("own") Own own() { return new Own("x"); }
              static class Own {
                private String a;
                Own(String name) {}
                public void setA(String a) { this.a = a; }
              }
            }
            """,
            JAVA + "M.java",
            """
            package p;
            import io.smallrye.config.*;
            @ConfigMapping(prefix = "m")
            interface M {
              String hostName();
              @WithName("p") @WithDefault("80") int port();
              Nested nested();
              interface Nested { String x(); }
            }
            """);
    assertThat(reads(configuration))
        .containsExactlyInAnyOrder(
            "BINDING poolSize r.pool-size=5",
            "BINDING deepName r.inner.deep-name",
            "BINDING first spring.datasource.first.*",
            "BINDING a own.a",
            "BINDING hostName m.host-name",
            "BINDING port m.p=80",
            "BINDING x m.nested.x");
  }

  @Test
  void bundledFilesAreFoundByName() {
    Configuration configuration =
        of(
            JAVA + "Db.java",
            """
            package p;
            import java.io.*;
            import java.util.*;
            class Db {
              static final Properties P = new Properties();
              static {
                try (InputStream in = Db.class.getResourceAsStream("db.properties")) {
                  P.load(new BufferedReader(new InputStreamReader(in)));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
              String url() { return P.getProperty("url"); }
              String text() { return ResourceBundle.getBundle("i18n.texts").getString("hello"); }
            }
            """,
            JAVA + "Other.java",
            "package p; class Other { java.util.Properties p; String s() { return p.getProperty(\"url\"); } }",
            RESOURCES + "p/db.properties",
            "url=jdbc:x\n",
            RESOURCES + "i18n/texts.properties",
            "hello=Hi\n",
            RESOURCES + "db.properties",
            "url=wrong\n");
    assertThat(configuration.bundles())
        .extracting(Configuration.Bundle::resource)
        .containsExactly("p/db.properties", "i18n/texts.properties");
    assertThat(configuration.reads())
        .filteredOn(read -> read.key().equals(java.util.Optional.of("url")))
        .singleElement()
        .satisfies(
            read ->
                assertThat(configuration.values(read))
                    .extracting(PossibleValue::text)
                    .containsExactly("jdbc:x"));
  }

  @Test
  void propertySourcesAndOtherNamesOfTheApplication() {
    Configuration configuration =
        of(
            JAVA + "App.java",
            """
            package p;
            import org.springframework.context.annotation.PropertySource;
            @PropertySource("classpath:extra.properties")
            class App {
              private static final String NAME = "--spring.config.name";
              private static final String ARGUMENT = NAME + "=" + "orders";
              public static void main(String[] args) {}
            }
            """,
            RESOURCES + "orders.yml",
            "a: 1\nb: 1",
            RESOURCES + "orders-prod.yml",
            "a: 2",
            RESOURCES + "extra.properties",
            "b=0\nc=0",
            RESOURCES + "xml-names-it.properties",
            "d=0");
    assertThat(Workspaces.values(configuration, "a")).containsExactly("1", "2[prod]");
    assertThat(Workspaces.values(configuration, "b")).containsExactly("1");
    assertThat(Workspaces.values(configuration, "c")).containsExactly("0");
    assertThat(Workspaces.values(configuration, "d")).containsExactly("0");
  }
}
