package dev.plumbline.rules.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.engine.Engine;
import dev.plumbline.analyzer.engine.Progress;
import dev.plumbline.analyzer.engine.ScanOptions;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.finding.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The change that the rule offers, applied to the text. */
class ValidInsertionTest {

  private static final String CONTROLLER =
      """

      @RestController
      class C {
        @PostMapping("/x")
        void create(
            final @RequestBody Dto dto) {}
      }
      """;

  @TempDir Path folder;

  @Test
  void theImportOfTheConstraintsNamespaceIsAddedInOrder() throws Exception {
    String imports =
        "import java.util.List;\n"
            + "import javax.validation.constraints.NotNull;\n"
            + "import org.springframework.web.bind.annotation.*;\n";
    assertThat(fixed(imports + "record Dto(@NotNull String a) {}" + CONTROLLER))
        .contains(
            "import java.util.List;\n"
                + "import javax.validation.Valid;\n"
                + "import javax.validation.constraints.NotNull;\n")
        .contains("      @Valid final @RequestBody Dto dto) {}");
  }

  @Test
  void theLastImportIsFollowed() throws Exception {
    assertThat(
            fixed(
                "import static java.lang.Math.*;\n"
                    + "import jakarta.validation.Constraint;\n"
                    + "import static org.springframework.web.bind.annotation.RequestMethod.*;\n"
                    + "record Dto(@jakarta.validation.constraints.NotNull String a) {}\n"
                    + CONTROLLER
                        .replace("@Rest", "@org.springframework.web.bind.annotation.Rest")
                        .replace("@Post", "@org.springframework.web.bind.annotation.Post")
                        .replace("@Request", "@org.springframework.web.bind.annotation.Request")))
        .contains("import jakarta.validation.Constraint;\nimport jakarta.validation.Valid;\n")
        .contains("@Valid final @org");
  }

  @Test
  void noImportIsAddedTwice() throws Exception {
    assertThat(
            fixed(
                "import jakarta.validation.*;\n"
                    + "import jakarta.validation.constraints.*;\n"
                    + "import org.springframework.web.bind.annotation.*;\n"
                    + "record Dto(@NotNull String a) {}"
                    + CONTROLLER))
        .startsWith(
            "import jakarta.validation.*;\nimport jakarta.validation.constraints.*;\nimport org")
        .contains("@Valid final");
  }

  @Test
  void anotherValidIsNotMistaken() throws Exception {
    assertThat(
            fixed(
                "import com.acme.Valid;\n"
                    + "import jakarta.validation.constraints.*;\n"
                    + "import org.springframework.web.bind.annotation.*;\n"
                    + "record Dto(@NotNull String a) {}"
                    + CONTROLLER))
        .contains("@jakarta.validation.Valid final");
  }

  @Test
  void groupsAndListsNeedMoreThanAnAnnotation() throws Exception {
    String imports =
        "import jakarta.validation.constraints.*;\n"
            + "import org.springframework.web.bind.annotation.*;\n";
    assertThat(
            fix(imports + "record Dto(@NotNull(groups = Object.class) String a) {}" + CONTROLLER))
        .isEmpty();
    assertThat(
            fix(
                imports
                    + "record Dto(@NotNull String a) {}"
                    + CONTROLLER.replace("Dto dto", "java.util.List<Dto> dto")))
        .isEmpty();
  }

  private String fixed(String text) throws Exception {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    List<Fix.Replacement> replacements = new ArrayList<>(fix(text).orElseThrow().replacements());
    replacements.sort(Comparator.comparing(r -> r.deleted().span()));
    for (int i = replacements.size() - 1; i >= 0; i--) {
      Span at = replacements.get(i).deleted().span();
      assertThat(at.startLine()).isEqualTo(at.endLine());
      assertThat(at.startColumn()).isEqualTo(at.endColumn());
      StringBuilder line = new StringBuilder(lines.get(at.startLine() - 1));
      line.insert(at.startColumn() - 1, replacements.get(i).inserted());
      lines.set(at.startLine() - 1, line.toString());
    }
    return String.join("\n", lines);
  }

  private Optional<Fix> fix(String text) throws Exception {
    Files.writeString(folder.resolve("C.java"), text);
    List<Finding> findings =
        new Engine(List.of(new RequestBodyNotValidated()), "test")
            .scan(ScanOptions.of(folder), Progress.SILENT).findings().stream()
                .map(reported -> reported.finding())
                .toList();
    assertThat(findings).hasSize(1);
    return findings.get(0).fix();
  }
}
