package dev.plumbline.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.rules.fixture.Fixture;
import dev.plumbline.rules.fixture.FixtureFolder;
import dev.plumbline.rules.fixture.FixtureScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every rule says on its fixtures what their lines want, and nothing else. */
class FixtureTest {

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicNode> rules() {
    return RuleCatalog.all().stream()
        .map(rule -> rule.info().id())
        .map(id -> DynamicContainer.dynamicContainer(id, tests(id)));
  }

  /** The doc's own examples: each block of <i>Bad</i> has a finding, none of <i>Good</i> has. */
  @TestFactory
  Stream<DynamicNode> docs() {
    List<DynamicNode> tests = new ArrayList<>();
    for (Rule rule : RuleCatalog.all()) {
      for (Fixture bad : DocExamples.of(rule, "Bad")) {
        tests.add(DynamicTest.dynamicTest(bad.name(), () -> checkBad(rule, bad)));
      }
      for (Fixture good : DocExamples.of(rule, "Good")) {
        tests.add(DynamicTest.dynamicTest(good.name(), () -> check(good)));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicNode> backends() throws IOException {
    List<Path> folders =
        new ArrayList<>(FixtureFolder.children(FixtureFolder.root().resolve("backends")));
    Path example = FixtureFolder.root().resolve("example");
    if (Files.isDirectory(example)) {
      folders.add(example);
    }
    return folders.stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getFileName().toString(), () -> check(FixtureFolder.backend(each))));
  }

  private Stream<DynamicNode> tests(String ruleId) {
    try {
      return FixtureFolder.ofRule(ruleId).stream()
          .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> check(fixture)));
    } catch (IOException e) {
      return Stream.of(
          DynamicTest.dynamicTest(
              ruleId,
              () -> {
                throw e;
              }));
    }
  }

  private void check(Fixture fixture) throws Exception {
    assertEquals("", new FixtureScan(RuleCatalog.all(), folder).faults(fixture));
  }

  private void checkBad(Rule rule, Fixture bad) throws Exception {
    FixtureScan scan = new FixtureScan(RuleCatalog.all(), folder);
    boolean found =
        FixtureScan.findings(scan.scan(bad, 1, false)).stream()
            .anyMatch(finding -> finding.rule().id().equals(rule.info().id()));
    assertEquals(true, found, () -> bad.name() + ": the rule is silent on\n" + bad.files());
  }
}
