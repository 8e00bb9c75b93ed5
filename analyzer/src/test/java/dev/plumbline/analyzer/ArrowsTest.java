package dev.plumbline.analyzer;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The arrows of docs/design.md: each package knows only those to its left, {@code report} knows
 * {@code finding} and {@code inventory} alone, and the syntax trees of JavaParser are seen where
 * they are lowered and by syntax rules.
 */
class ArrowsTest {

  private static final String ROOT = "dev.plumbline.analyzer.";

  /** From left to right. */
  private static final List<String> ORDER =
      List.of(
          "source",
          "finding",
          "inventory",
          "ir",
          "frontend",
          "program",
          "config",
          "signature",
          "library",
          "regex",
          "callgraph",
          "taint",
          "backend",
          "rule",
          "fix",
          "engine");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.plumbline.analyzer");

  @TestFactory
  List<DynamicTest> eachPackageKnowsThoseToItsLeft() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : ORDER) {
      tests.add(DynamicTest.dynamicTest(name, () -> knowsOnly(name, leftOf(name)).check(CLASSES)));
    }
    tests.add(
        DynamicTest.dynamicTest(
            "report", () -> knowsOnly("report", List.of("finding", "inventory")).check(CLASSES)));
    return tests;
  }

  @Test
  void everyPackageHasItsPlace() {
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .map(name -> name.substring(ROOT.length()))
            .collect(Collectors.toSet());
    List<String> known = new ArrayList<>(ORDER);
    known.add("report");
    assertThat(packages).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void syntaxTreesStayInTheFrontEndAndWithSyntaxRules() {
    noClasses()
        .that(not(resideInAPackage(ROOT + "frontend")))
        .and(not(resideInAPackage(ROOT + "rule").and(simpleNameStartingWith("Syntax"))))
        .should()
        .dependOnClassesThat(resideInAnyPackage("com.github.javaparser.."))
        .check(CLASSES);
  }

  @Test
  void librariesStayWhereTheyBelong() {
    noClasses()
        .that(not(resideInAPackage(ROOT + "report")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("de.jcup.."))
        .check(CLASSES);
    noClasses()
        .that(not(resideInAnyPackage(ROOT + "report", ROOT + "library")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("com.fasterxml.."))
        .check(CLASSES);
  }

  @Test
  void theAnalyzerNamesNoRuleAndNoCommand() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage("dev.plumbline.rules..", "dev.plumbline.cli.."))
        .check(CLASSES);
  }

  /** A test that cannot fail proves nothing: an arrow that is there must be seen. */
  @Test
  void anArrowTheWrongWayIsSeen() {
    List<String> allButFinding = new ArrayList<>(leftOf("ir"));
    allButFinding.remove("finding");
    assertThatThrownBy(() -> knowsOnly("ir", allButFinding).check(CLASSES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("dev.plumbline.analyzer.finding.Span");
    assertThatThrownBy(() -> knowsOnly("report", List.of()).check(CLASSES))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(
            () ->
                noClasses()
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("com.github.javaparser.."))
                    .check(CLASSES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("JavaFrontEnd");
  }

  private static List<String> leftOf(String name) {
    return ORDER.subList(0, ORDER.indexOf(name));
  }

  private static ArchRule knowsOnly(String name, List<String> others) {
    List<String> allowed = new ArrayList<>(List.of(ROOT + name));
    others.forEach(other -> allowed.add(ROOT + other));
    return classes()
        .that()
        .resideInAPackage(ROOT + name)
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("dev.plumbline.."))
                .or(resideInAnyPackage(allowed.toArray(String[]::new))));
  }
}
