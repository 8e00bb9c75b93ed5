package dev.plumbline.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Rules ask the analyzer's model; they know neither how it is made nor who asks them. */
class ArrowsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.plumbline.rules");

  @Test
  void rulesKnowNoCommandNoPipelineAndNoReport() {
    noDependencyOn(
            "dev.plumbline.cli..",
            "dev.plumbline.analyzer.engine..",
            "dev.plumbline.analyzer.report..",
            "dev.plumbline.analyzer.frontend..")
        .check(CLASSES);
  }

  @Test
  void anArrowTheWrongWayIsSeen() {
    assertThatThrownBy(() -> noDependencyOn("dev.plumbline.analyzer.rule..").check(CLASSES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("RuleCatalog");
  }

  private static ArchRule noDependencyOn(String... packages) {
    return noClasses().should().dependOnClassesThat().resideInAnyPackage(packages);
  }
}
