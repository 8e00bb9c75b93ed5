package dev.plumbline.analyzer.source;

import static dev.plumbline.analyzer.source.SourceKind.BUILD;
import static dev.plumbline.analyzer.source.SourceKind.CI;
import static dev.plumbline.analyzer.source.SourceKind.DOCKER;
import static dev.plumbline.analyzer.source.SourceKind.ENV;
import static dev.plumbline.analyzer.source.SourceKind.JAVA;
import static dev.plumbline.analyzer.source.SourceKind.JSON;
import static dev.plumbline.analyzer.source.SourceKind.MARKDOWN;
import static dev.plumbline.analyzer.source.SourceKind.OTHER;
import static dev.plumbline.analyzer.source.SourceKind.PROPERTIES;
import static dev.plumbline.analyzer.source.SourceKind.SHELL;
import static dev.plumbline.analyzer.source.SourceKind.SQL;
import static dev.plumbline.analyzer.source.SourceKind.TEMPLATE;
import static dev.plumbline.analyzer.source.SourceKind.XML;
import static dev.plumbline.analyzer.source.SourceKind.YAML;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names behind {@link SourceKind#of}: first what is never listed, then the special names. */
final class KindTable {

  /** Written by machines, long, and of no interest to a reviewer. */
  private static final Set<String> LOCK_FILES =
      Set.of(
          "package-lock.json",
          "npm-shrinkwrap.json",
          "pnpm-lock.yaml",
          "packages.lock.json",
          "composer.lock",
          "verification-metadata.xml");

  private static final Map<String, SourceKind> BY_NAME =
      index(
          Map.of(
              BUILD,
              "pom.xml build.xml ivy.xml build.sbt build.bazel module.bazel workspace.bazel",
              CI,
              "action.yml action.yaml .travis.yml bitbucket-pipelines.yml appveyor.yml"
                  + " .appveyor.yml buildspec.yml buildspec.yaml cloudbuild.yaml cloudbuild.yml"
                  + " .cirrus.yml",
              MARKDOWN,
              "readme",
              SHELL,
              "mvnw gradlew .bashrc .bash_profile .profile .zshrc",
              ENV,
              ".env .envrc",
              // Where credentials are kept, and files of other tools that hold configuration.
              OTHER,
              "makefile procfile vagrantfile caddyfile .npmrc .yarnrc .netrc _netrc .pgpass"
                  + " .htpasswd .my.cnf .pypirc .s3cfg .git-credentials .gitconfig .dockercfg"
                  + " .curlrc .wgetrc credentials id_rsa id_dsa id_ecdsa id_ed25519"));

  private static final Map<String, SourceKind> BY_EXTENSION =
      index(
          Map.ofEntries(
              Map.entry(JAVA, "java"),
              Map.entry(SQL, "sql ddl dml psql pgsql plsql mysql pks pkb"),
              Map.entry(YAML, "yml yaml"),
              Map.entry(PROPERTIES, "properties"),
              Map.entry(XML, "xml xsd wsdl xsl xslt jrxml wadl"),
              Map.entry(JSON, "json jsonc json5"),
              Map.entry(SHELL, "sh bash zsh ksh bat cmd ps1 psm1"),
              Map.entry(BUILD, "gradle pom bazel"),
              Map.entry(MARKDOWN, "md markdown mdx adoc asciidoc rst"),
              Map.entry(
                  TEMPLATE,
                  "html htm xhtml jsp jspx jspf tag tagx ftl ftlh ftlx vm mustache hbs handlebars"
                      + " peb pebble gsp jte kte thymeleaf twig"),
              Map.entry(
                  OTHER,
                  "kt kts groovy scala clj js mjs cjs jsx ts tsx mts cts vue svelte py rb go php pl"
                      + " tf tfvars hcl conf cfg cnf ini toml config pem key pub asc txt text http"
                      + " rest graphql graphqls gql proto avsc avdl thrift cql cypher drl service"
                      + " ldif policy j2")));

  /** {@code application.yml.example}: read as text, since the real values are often in it. */
  private static final Set<String> COPY_SUFFIXES =
      Set.of("example", "sample", "dist", "template", "tmpl", "tpl", "bak", "old");

  private KindTable() {}

  /** Null when files of this name are not listed. */
  static SourceKind kindOf(String path) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1).toLowerCase(Locale.ROOT);
    String extension = extension(name);
    if (isMachineWritten(name)) {
      return null;
    }
    SourceKind special = special(path, name, extension);
    if (special != null) {
      return special;
    }
    SourceKind byExtension = BY_EXTENSION.get(extension);
    if (byExtension != null) {
      return byExtension;
    }
    if (COPY_SUFFIXES.contains(extension)) {
      String original = name.substring(0, name.length() - extension.length() - 1);
      return original.isEmpty() || kindOf(original) == null ? null : OTHER;
    }
    return null;
  }

  private static boolean isMachineWritten(String name) {
    return LOCK_FILES.contains(name)
        || name.endsWith(".min.js")
        || name.endsWith(".min.mjs")
        || name.endsWith(".bundle.js")
        || name.endsWith(".js.map");
  }

  private static SourceKind special(String path, String name, String extension) {
    SourceKind byName = BY_NAME.get(name);
    if (byName != null) {
      return byName;
    }
    boolean yaml = BY_EXTENSION.get(extension) == YAML;
    if (isPipeline(path, name, yaml)) {
      return CI;
    }
    if (isDocker(name, extension, yaml)) {
      return DOCKER;
    }
    if (isBuild(path, name)) {
      return BUILD;
    }
    boolean env = name.startsWith(".env.") || name.startsWith(".env-") || extension.equals("env");
    return env ? ENV : null;
  }

  private static boolean isPipeline(String path, String name, boolean yaml) {
    if (name.startsWith("jenkinsfile") || name.endsWith(".jenkinsfile")) {
      return true;
    }
    if (!yaml) {
      return false;
    }
    String place = "/" + path;
    return place.contains("/.github/workflows/")
        || place.contains("/.gitlab/ci/")
        || place.contains("/.circleci/")
        || place.contains("/.azure-pipelines/")
        || place.contains("/.buildkite/")
        || place.contains("/.semaphore/")
        || place.contains("/.woodpecker/")
        || name.endsWith(".gitlab-ci.yml")
        || name.startsWith("azure-pipelines")
        || name.startsWith(".drone.")
        || name.startsWith(".woodpecker.");
  }

  private static boolean isDocker(String name, String extension, boolean yaml) {
    if (yaml) {
      return name.startsWith("docker-compose")
          || name.startsWith("compose.")
          || name.startsWith("compose-");
    }
    // Dockerfile.java is a class, not a recipe for the image "java".
    return !BY_EXTENSION.containsKey(extension)
        && (isNamed(name, "dockerfile")
            || isNamed(name, "containerfile")
            || extension.equals("dockerfile"));
  }

  private static boolean isBuild(String path, String name) {
    return name.endsWith(".gradle.kts")
        || name.endsWith(".versions.toml")
        || (path.startsWith(".mvn/") || path.contains("/.mvn/"))
            && (name.equals("extensions.xml") || name.endsWith(".config"));
  }

  /** {@code stem} alone, or followed by a separator and more. */
  private static boolean isNamed(String name, String stem) {
    return name.startsWith(stem)
        && (name.length() == stem.length() || "._-".indexOf(name.charAt(stem.length())) >= 0);
  }

  /** After the last dot; empty for names without one and for {@code .name}. */
  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1);
  }

  private static Map<String, SourceKind> index(Map<SourceKind, String> words) {
    Map<String, SourceKind> kinds = new HashMap<>();
    words.forEach(
        (kind, list) -> {
          for (String word : list.split(" ")) {
            if (kinds.put(word, kind) != null) {
              throw new IllegalStateException(word + " stands twice in the table");
            }
          }
        });
    return Map.copyOf(kinds);
  }
}
