package dev.plumbline.analyzer.config;

import static dev.plumbline.analyzer.config.Workspaces.RESOURCES;
import static dev.plumbline.analyzer.config.Workspaces.of;
import static dev.plumbline.analyzer.config.Workspaces.values;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which value wins, and which are possible in production. */
class ModuleConfigurationTest {

  @Test
  void strongerFilesWin() {
    Configuration configuration =
        of(
            RESOURCES + "bootstrap.yml",
            "k: {a: 0, b: 0, c: 0, d: 0, e: 0}",
            RESOURCES + "application.yml",
            "k: {a: 1, b: 1, c: 1, d: 1}",
            RESOURCES + "application.properties",
            "k.a=2\nk.b=2\nk.c=2",
            RESOURCES + "config/application.yml",
            "k: {a: 3, b: 3}",
            "config/application.yml",
            "k: {a: 4}",
            "src/test/resources/application.yml",
            "k: {a: 5, e: 5}");
    assertThat(values(configuration, "k.a")).containsExactly("4");
    assertThat(values(configuration, "k.b")).containsExactly("3");
    assertThat(values(configuration, "k.c")).containsExactly("2");
    assertThat(values(configuration, "k.d")).containsExactly("1");
    assertThat(values(configuration, "k.e")).containsExactly("0");
    assertThat(values(configuration, "k.f")).isEmpty();
  }

  @Test
  void profilesOfProductionAreToldApart() {
    Configuration configuration =
        of(
            RESOURCES + "application.yml",
            """
            db: {url: base, pool: 5, only: x}
            ---
            spring.config.activate.on-profile: prod & !cloud
            db.pool: 6
            ---
            spring.config.activate.on-profile: "!dev"
            db.only: y
            """,
            RESOURCES + "application-prod.properties",
            "db.url=prod",
            RESOURCES + "application-cloud.yml",
            "db: {url: cloud, secret: s}",
            RESOURCES + "application-dev.yml",
            "db: {url: dev}",
            RESOURCES + "application-local-test.yml",
            "db: {url: test}");
    assertThat(values(configuration, "db.url"))
        .containsExactly("base", "cloud[cloud]", "prod[prod]");
    assertThat(values(configuration, "db.pool")).containsExactly("5", "6[prod]");
    assertThat(values(configuration, "db.only")).containsExactly("y");
    assertThat(values(configuration, "db.secret")).containsExactly("s[cloud]");
    assertThat(configuration.modules().get(0).profiles())
        .containsExactly("cloud", "dev", "local-test", "prod");
  }

  @Test
  void groupsIncludesAndTheStandingProfileAreFollowed() {
    Configuration configuration =
        of(
            RESOURCES + "application.yml",
            """
            spring:
              profiles:
                active: dev
                include: common
                group:
                  prod: [proddb, prodmq]
            """,
            RESOURCES + "application-common.yml",
            "c: common",
            RESOURCES + "application-proddb.yml",
            "db: group",
            RESOURCES + "application-dev.yml",
            "db: dev");
    assertThat(values(configuration, "c")).containsExactly("common");
    assertThat(values(configuration, "db")).containsExactly("group[proddb]");

    Configuration standing =
        of(
            RESOURCES + "application.yml", "spring.profiles.active: live\nk: base\n",
            RESOURCES + "application-live.yml", "k: live");
    assertThat(values(standing, "k")).containsExactly("live");
  }

  @Test
  void spellingsAreOneKeyAndListsAreReplacedWhole() {
    Configuration configuration =
        of(
            RESOURCES + "application.yml",
            "my: {maxUploadSize: 1, hosts: [a, b, c], map: {'[x.y]': 1}}",
            RESOURCES + "application-prod.properties",
            "my.max_upload-size=2\nmy.hosts[0]=z\nmy.map[q.r]=2");
    assertThat(values(configuration, "my.max-upload-size")).containsExactly("1", "2[prod]");
    assertThat(values(configuration, "my.hosts[0]")).containsExactly("a", "z[prod]");
    assertThat(values(configuration, "my.hosts[2]")).containsExactly("c");
    assertThat(values(configuration, "my.map[x.y]")).containsExactly("1");
    assertThat(RelaxedName.environmentName("my.max-upload-size")).isEqualTo("MY_MAXUPLOADSIZE");
    assertThat(RelaxedName.environmentName("my.hosts[0].name")).isEqualTo("MY_HOSTS_0_NAME");
  }

  @Test
  void placeholdersAreResolvedInTheirOwnProfile() {
    Configuration configuration =
        of(
            RESOURCES + "application.yml",
            "host: h\nurl: jdbc:${host}/${DB:x}\npw: ${PW}\nv: '@project.version@'\n",
            RESOURCES + "application-prod.yml",
            "host: p");
    assertThat(values(configuration, "url")).containsExactly("jdbc:h/x", "jdbc:p/x[prod]");
    assertThat(configuration.values("url", "").get(0).defaulted()).containsExactly("DB");
    assertThat(configuration.values("pw", "").get(0).unset()).containsExactly("PW");
    assertThat(configuration.values("v", "").get(0).unset()).containsExactly("project.version");
    assertThat(configuration.texts("${host}:${port:80}", "")).containsExactly("h:80", "p:80");
  }

  @Test
  void quarkusWritesProfilesIntoKeys() {
    Configuration configuration =
        of(
            RESOURCES + "META-INF/microprofile-config.properties", "k=weak\nm=weak",
            RESOURCES + "application.properties", "k=base\n%dev.k=dev\n%prod.k=prod\n");
    assertThat(values(configuration, "k")).containsExactly("base", "prod[prod]");
    assertThat(values(configuration, "m")).containsExactly("weak");
  }

  @Test
  void eachModuleHasItsOwnAndALibraryThatOfItsUsers() {
    Configuration configuration =
        of(
            "a/src/main/resources/application.yml", "k: a",
            "b/src/main/resources/application.yml", "k: b");
    assertThat(values(configuration, "k", "a")).containsExactly("a");
    assertThat(values(configuration, "k", "b")).containsExactly("b");
    assertThat(values(configuration, "k", "lib")).containsExactly("a", "b");
  }

  @Test
  void serversOfConfigurationAreTold() {
    assertThat(
            of(RESOURCES + "application.yml", "spring.config.import: optional:configserver:x")
                .modules()
                .get(0)
                .isRemote())
        .isTrue();
    assertThat(
            of(RESOURCES + "application.yml", "spring.config.import: classpath:x.yml")
                .modules()
                .get(0)
                .isRemote())
        .isFalse();
  }
}
