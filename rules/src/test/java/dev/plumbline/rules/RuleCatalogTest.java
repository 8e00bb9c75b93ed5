package dev.plumbline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.finding.RuleDoc;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.analyzer.rule.RuleDocs;
import dev.plumbline.rules.fixture.Fixture;
import dev.plumbline.rules.fixture.FixtureFolder;
import dev.plumbline.rules.fixture.Marker;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No rule without its catalog line, doc and fixtures; no doc and no folder without its rule. */
class RuleCatalogTest {

  private static final String PACKAGE = "dev/plumbline/rules";

  @Test
  void everyRuleClassHasItsLine() throws Exception {
    Set<String> listed =
        RuleCatalog.all().stream().map(r -> r.getClass().getName()).collect(Collectors.toSet());
    assertThat(ruleClasses().stream().map(Class::getName))
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void theLinesAreSortedAndTheIdsUnique() {
    List<String> ids = RuleCatalog.all().stream().map(rule -> rule.info().id()).toList();
    assertThat(ids).isEqualTo(List.copyOf(new TreeSet<>(ids)));
    assertThat(RuleCatalog.RETIRED).noneMatch(ids::contains);
  }

  @Test
  void everyClassIsNamedAndPlacedAsItsInfoSays() {
    for (Rule rule : RuleCatalog.all()) {
      RuleInfo info = rule.info();
      assertThat(rule.getClass().getName())
          .isEqualTo("dev.plumbline.rules." + info.home().folder() + "." + info.className());
    }
  }

  @Test
  void everyRuleIsFinalAndStateless() throws Exception {
    for (Class<?> type : ruleClasses()) {
      assertThat(Modifier.isFinal(type.getModifiers())).as("%s is final", type).isTrue();
      assertThat(type.getSuperclass()).isEqualTo(Object.class);
      for (Field field : type.getDeclaredFields()) {
        assertThat(
                Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers()))
            .as("%s is a constant", field)
            .isTrue();
      }
    }
  }

  @Test
  void everyRuleHasItsDoc() {
    for (Rule rule : RuleCatalog.all()) {
      RuleDoc doc = RuleDocs.of(rule);
      assertThat(doc.title()).isEqualTo(rule.info().title());
      assertThat(doc.title()).doesNotEndWith(".");
      assertThat(doc.sections().values()).as(rule.info().id()).noneMatch(String::isBlank);
      assertThat(DocExamples.of(rule, "Bad")).isNotEmpty();
      assertThat(DocExamples.of(rule, "Good")).isNotEmpty();
    }
  }

  @Test
  void everyDocHasItsRule() throws Exception {
    Set<String> expected =
        RuleCatalog.all().stream()
            .map(r -> r.info().home().folder() + "/" + r.info().className() + ".md")
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> docs = new TreeSet<>();
    for (Path each : below(classes())) {
      if (each.toString().endsWith(".md")) {
        docs.add(classes().resolve(PACKAGE).relativize(each).toString().replace('\\', '/'));
      }
    }
    assertThat(docs).isEqualTo(expected);
  }

  @Test
  void everyFixtureFolderHasItsRule() throws Exception {
    List<String> ids = RuleCatalog.all().stream().map(rule -> rule.info().id()).toList();
    List<String> folders =
        FixtureFolder.children(FixtureFolder.root().resolve("rules")).stream()
            .map(each -> each.getFileName().toString())
            .toList();
    assertThat(folders).isEqualTo(ids);
  }

  @Test
  void everyRuleHasMoreSilentLinesThanWanted() throws Exception {
    for (Rule rule : RuleCatalog.all()) {
      String id = rule.info().id();
      long wants = 0;
      long silent = 0;
      for (Fixture fixture : FixtureFolder.ofRule(id)) {
        for (Map.Entry<String, String> file : fixture.files().entrySet()) {
          List<Marker> markers = Marker.of(file.getKey(), file.getValue());
          wants += markers.stream().filter(m -> m.kind() == Marker.Kind.WANT).count();
          silent += Marker.silentLines(file.getKey(), file.getValue(), markers);
        }
      }
      assertThat(wants).as("%s wants a finding", id).isPositive();
      assertThat(silent).as("silent lines of %s", id).isGreaterThan(wants);
    }
  }

  private static List<Class<?>> ruleClasses() throws Exception {
    List<Class<?>> found = new ArrayList<>();
    for (Path each : below(classes())) {
      String name = classes().relativize(each).toString().replace('\\', '/');
      if (name.endsWith(".class") && !name.endsWith("package-info.class")) {
        Class<?> type =
            Class.forName(
                name.substring(0, name.length() - ".class".length()).replace('/', '.'),
                false,
                RuleCatalog.class.getClassLoader());
        if (Rule.class.isAssignableFrom(type)) {
          found.add(type);
        }
      }
    }
    return found;
  }

  private static List<Path> below(Path classes) throws IOException {
    try (Stream<Path> walk = Files.walk(classes.resolve(PACKAGE))) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(RuleCatalog.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
