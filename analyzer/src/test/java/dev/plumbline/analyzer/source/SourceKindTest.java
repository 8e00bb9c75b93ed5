package dev.plumbline.analyzer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceKindTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          src/main/java/com/acme/App.java,            JAVA
          src/main/java/module-info.java,             JAVA
          A.JAVA,                                     JAVA
          src/main/java/com/acme/Dockerfile.java,     JAVA
          src/main/java/com/acme/ComposeTest.java,    JAVA
          src/main/resources/db/migration/V1__a.sql,  SQL
          schema.ddl,                                 SQL
          src/main/resources/application.yml,         YAML
          src/main/resources/application-prod.yaml,   YAML
          .github/dependabot.yml,                     YAML
          k8s/service.yaml,                           YAML
          .pre-commit-config.yaml,                    YAML
          application.properties,                     PROPERTIES
          gradle.properties,                          PROPERTIES
          .mvn/wrapper/maven-wrapper.properties,      PROPERTIES
          src/main/resources/mapper/UserMapper.xml,   XML
          src/main/webapp/WEB-INF/web.xml,            XML
          settings.xml,                               XML
          beans.xsd,                                  XML
          config.json,                                JSON
          tsconfig.json,                              JSON
          .env,                                       ENV
          .env.local,                                 ENV
          docker/prod.env,                            ENV
          .envrc,                                     ENV
          mvnw,                                       SHELL
          gradlew,                                    SHELL
          mvnw.cmd,                                   SHELL
          run.sh,                                     SHELL
          deploy.ps1,                                 SHELL
          pom.xml,                                    BUILD
          a/pom.xml,                                  BUILD
          lib.pom,                                    BUILD
          build.gradle,                               BUILD
          build.gradle.kts,                           BUILD
          settings.gradle.kts,                        BUILD
          gradle/libs.versions.toml,                  BUILD
          buildSrc/src/main/groovy/java.gradle,       BUILD
          .mvn/extensions.xml,                        BUILD
          .mvn/jvm.config,                            BUILD
          build.sbt,                                  BUILD
          .github/workflows/ci.yml,                   CI
          app/.github/workflows/ci.yaml,              CI
          .github/actions/build/action.yml,           CI
          action.yaml,                                CI
          .gitlab-ci.yml,                             CI
          ci/deploy.gitlab-ci.yml,                    CI
          .gitlab/ci/test.yml,                        CI
          Jenkinsfile,                                CI
          Jenkinsfile.release,                        CI
          ci/build.Jenkinsfile,                       CI
          azure-pipelines.yml,                        CI
          azure-pipelines-nightly.yml,                CI
          .circleci/config.yml,                       CI
          .travis.yml,                                CI
          bitbucket-pipelines.yml,                    CI
          .drone.yml,                                 CI
          .woodpecker/build.yml,                      CI
          Dockerfile,                                 DOCKER
          docker/Dockerfile.prod,                     DOCKER
          Dockerfile_desktop,                         DOCKER
          app.dockerfile,                             DOCKER
          Containerfile,                              DOCKER
          docker-compose.yml,                         DOCKER
          docker-compose.override.yaml,               DOCKER
          compose.yaml,                               DOCKER
          compose-dev.yml,                            DOCKER
          README.md,                                  MARKDOWN
          README,                                     MARKDOWN
          docs/index.adoc,                            MARKDOWN
          docs/a.rst,                                 MARKDOWN
          src/main/resources/templates/a.html,        TEMPLATE
          a.jsp,                                      TEMPLATE
          a.ftlh,                                     TEMPLATE
          a.vm,                                       TEMPLATE
          a.mustache,                                 TEMPLATE
          web/app.js,                                 OTHER
          web/app.ts,                                 OTHER
          Main.kt,                                    OTHER
          build.py,                                   OTHER
          settings.kts,                               OTHER
          main.tf,                                    OTHER
          nginx.conf,                                 OTHER
          config.toml,                                OTHER
          certs/server.key,                           OTHER
          certs/server.pem,                           OTHER
          home/.ssh/id_rsa,                           OTHER
          .npmrc,                                     OTHER
          home/.aws/credentials,                      OTHER
          requests.http,                              OTHER
          schema.graphqls,                            OTHER
          a.proto,                                    OTHER
          notes.txt,                                  OTHER
          Makefile,                                   OTHER
          application.yml.example,                    OTHER
          config.properties.bak,                      OTHER
          app.conf.j2,                                OTHER
          .env.example,                               ENV
          """)
  void isToldByTheName(String path, SourceKind kind) {
    assertThat(SourceKind.of(path)).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logo.png",
        "logo.svg",
        "photo.JPG",
        "font.woff2",
        "app.jar",
        "dump.sql.gz",
        "a.zip",
        "style.css",
        "style.scss",
        "jquery.min.js",
        "app.bundle.js",
        "app.js.map",
        "package-lock.json",
        "npm-shrinkwrap.json",
        "yarn.lock",
        "pnpm-lock.yaml",
        "Cargo.lock",
        "gradle.lockfile",
        "data.csv",
        "data.tsv",
        "app.log",
        "keystore.jks",
        "store.p12",
        "server.crt",
        "App.class",
        "LICENSE",
        "NOTICE",
        ".gitignore",
        ".gitattributes",
        ".editorconfig",
        ".dockerignore",
        "README.png",
        "logo.png.bak",
        ".bak",
        "bak",
        "java",
        "",
        "a.",
        "Dockerfiles",
        "pdfjs.min.mjs"
      })
  void ofOtherNamesIsNone(String path) {
    assertThat(SourceKind.of(path)).isEmpty();
  }

  @Test
  void doesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr")); // where "I" in lower case is no "i"
      assertThat(SourceKind.of("README.INI")).contains(SourceKind.OTHER);
    } finally {
      Locale.setDefault(before);
    }
  }
}
