package dev.plumbline.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The command starts the engine and delivers reports; it does not look at code itself. */
class ArrowsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.plumbline.cli");

  @Test
  void theCommandKnowsTheEngineAndTheReportsAlone() {
    noDependencyOn(
            "dev.plumbline.analyzer.source..",
            "dev.plumbline.analyzer.ir..",
            "dev.plumbline.analyzer.frontend..",
            "dev.plumbline.analyzer.program..",
            "dev.plumbline.analyzer.library..",
            "dev.plumbline.analyzer.backend..",
            "com.github.javaparser..",
            "de.jcup..")
        .check(CLASSES);
  }

  @Test
  void noSingleRuleIsKnown() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.plumbline.rules.*..")
        .check(CLASSES);
  }

  @Test
  void anArrowTheWrongWayIsSeen() {
    assertThatThrownBy(() -> noDependencyOn("dev.plumbline.analyzer.engine..").check(CLASSES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ScanRun");
  }

  private static ArchRule noDependencyOn(String... packages) {
    return noClasses().should().dependOnClassesThat().resideInAnyPackage(packages);
  }
}
