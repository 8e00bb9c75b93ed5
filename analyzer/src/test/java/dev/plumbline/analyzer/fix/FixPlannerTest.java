package dev.plumbline.analyzer.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.fix.FixPlan.Cause;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceReader;
import dev.plumbline.analyzer.source.SourceRole;
import dev.plumbline.analyzer.source.SourceText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which fixes go together, and what becomes of the files. */
class FixPlannerTest {

  private static final RuleInfo RULE =
      new RuleInfo(
          "a-rule", "A rule", Checklist.READABILITY, List.of(), Severity.HIGH, Confidence.HIGH);

  private static final String TEXT =
      """
      class A {
        int a = 1;
        int b = 2;
      }
      """;

  @TempDir Path root;

  @Test
  void theLaterOfTwoThatOverlapIsLeftOut() throws Exception {
    file(TEXT);
    Finding first = finding(2, "Make it 5", edit(2, 11, 12, "5"));
    Finding second = finding(2, "Make it 6 and 7", edit(2, 11, 12, "6"), edit(3, 11, 12, "7"));
    Finding third = finding(3, "Make it 8", edit(3, 11, 12, "8"));
    FixPlan plan = plan(first, second, third);
    assertThat(plan.leftOut())
        .singleElement()
        .isEqualTo(new FixPlan.LeftOut(plan.leftOut().get(0).finding(), Cause.OVERLAP));
    assertThat(plan.leftOut().get(0).finding().fix().orElseThrow().description())
        .isEqualTo("Make it 6 and 7");
    assertThat(UnifiedDiff.text(plan.changes().get(0)))
        .isEqualTo(
            """
            --- a/A.java
            +++ b/A.java
            @@ -1,4 +1,4 @@
             class A {
            -  int a = 1;
            -  int b = 2;
            +  int a = 5;
            +  int b = 8;
             }
            """);
  }

  @Test
  void thoseThatTouchOverlapToo() throws Exception {
    file(TEXT);
    Finding first = finding(2, "one", edit(2, 11, 12, "5"));
    Finding second = finding(2, "two", edit(2, 12, 13, " ;"));
    assertThat(plan(first, second).leavesOut(Cause.OVERLAP)).isTrue();
  }

  @Test
  void singleInsertionsShareAPlaceAndEqualOnesAreOne() throws Exception {
    file(TEXT);
    Finding first = finding(2, "one", edit(2, 3, 3, "int c; "));
    Finding second = finding(2, "two", edit(2, 3, 3, "int d; "));
    Finding third = finding(3, "three", edit(2, 3, 3, "int c; "), edit(3, 11, 12, "8"));
    FixPlan plan = plan(first, second, third);
    assertThat(plan.leftOut()).isEmpty();
    assertThat(plan.changes().get(0).after())
        .contains("  int c; int d; int a = 1;\n  int b = 8;\n");
    assertThat(plan.changes().get(0).mended()).hasSize(3);
  }

  @Test
  void twoInsertionsThatNeedMoreCannotShareAPlace() throws Exception {
    file(TEXT);
    Finding first = finding(2, "one", edit(2, 3, 3, "int c; "), edit(2, 11, 12, "5"));
    Finding second = finding(3, "two", edit(2, 3, 3, "int d; "), edit(3, 11, 12, "8"));
    assertThat(plan(first, second).leftOut()).hasSize(1);
  }

  @Test
  void aFileThatHasChangedIsRefused() throws Exception {
    file(TEXT);
    Finding finding = finding(2, "one", edit(2, 11, 12, "5"));
    Files.writeString(root.resolve("A.java"), "// mine\n" + TEXT);
    FixPlan plan = plan(finding);
    assertThat(plan.changes()).isEmpty();
    assertThat(plan.leavesOut(Cause.CHANGED)).isTrue();
  }

  @Test
  void aFileThatChangesAfterThePlanIsRefusedToo() throws Exception {
    file(TEXT);
    FixPlan plan = plan(finding(2, "one", edit(2, 11, 12, "5")));
    Files.writeString(root.resolve("A.java"), "// mine\n" + TEXT);
    assertThatThrownBy(() -> FixWriter.write(plan.changes().get(0)))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot change A.java: it has changed since it was scanned; scan again");
    assertThat(root.resolve("A.java")).hasContent("// mine\n" + TEXT);
  }

  @Test
  void whatWouldNotParseIsNoChange() throws Exception {
    file(TEXT);
    FixPlan plan = plan(finding(2, "one", edit(2, 11, 12, "(")));
    assertThat(plan.changes()).isEmpty();
    assertThat(plan.leavesOut(Cause.BREAKS)).isTrue();
  }

  @Test
  void aFixThatNobodyHasLookedAtIsNotMade() throws Exception {
    file(TEXT);
    Fix.Replacement change = edit(2, 11, 12, "5");
    Finding finding =
        Finding.of(RULE, change.deleted(), "m").fix(new Fix("one", List.of(change))).build();
    assertThat(plan(finding).leavesOut(Cause.UNSUPPORTED)).isTrue();
  }

  @Test
  void bytesStayAsTheyWere() throws Exception {
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("windows-1252"))) {
      boolean mark = !charset.name().equals("windows-1252");
      String text =
          (mark ? "\uFEFF" : "") + TEXT.replace("A {", "A { // Stra\u00dfe").replace("\n", "\r\n");
      Files.write(root.resolve("A.java"), text.getBytes(charset));
      FixPlan plan = plan(finding(2, "one", edit(2, 11, 12, "5")));
      FixWriter.write(plan.changes().get(0));
      assertThat(Files.readAllBytes(root.resolve("A.java")))
          .isEqualTo(text.replace("a = 1", "a = 5").getBytes(charset));
    }
  }

  @Test
  void permissionsStayAndNothingIsLeftBehind() throws Exception {
    Path file = file(TEXT);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
    FixWriter.write(plan(finding(2, "one", edit(2, 11, 12, "5"))).changes().get(0));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-x---");
    try (var files = Files.list(root)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void theDiffOfALastLineWithoutItsEnd() throws Exception {
    file("class A {}");
    FixPlan plan = plan(finding(1, "one", edit(1, 10, 10, " ")));
    assertThat(UnifiedDiff.text(plan.changes().get(0)))
        .isEqualTo(
            """
            --- a/A.java
            +++ b/A.java
            @@ -1 +1 @@
            -class A {}
            \\ No newline at end of file
            +class A { }
            \\ No newline at end of file
            """);
  }

  @Test
  void hunksFarApartCountTheLinesBetween() throws Exception {
    file("class A {\n  int a = 1;\n" + "\n".repeat(20) + "  int b = 2;\n}\n");
    FixPlan plan =
        plan(
            finding(2, "one", edit(2, 3, 3, "int c;\n  ")),
            finding(23, "two", edit(23, 11, 12, "3")));
    assertThat(UnifiedDiff.text(plan.changes().get(0)))
        .contains("@@ -1,4 +1,5 @@\n class A {\n+  int c;\n   int a = 1;\n")
        .contains("@@ -20,5 +21,5 @@\n");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(root.resolve("A.java"), text);
  }

  private static Fix.Replacement edit(int line, int from, int to, String inserted) {
    return new Fix.Replacement(new Location("A.java", new Span(line, from, line, to)), inserted);
  }

  /** With the digest of the file as it is now. */
  private Finding finding(int line, String description, Fix.Replacement... changes) {
    SourceFile file =
        new SourceFile("A.java", root.resolve("A.java"), SourceKind.JAVA, SourceRole.MAIN, "", 0);
    String digest = ((SourceText) new SourceReader().read(file)).digest();
    return Finding.of(RULE, new Location("A.java", new Span(line, 1, line, 2)), description)
        .fix(new Fix(description, List.of(changes), Map.of("A.java", digest)))
        .build();
  }

  private FixPlan plan(Finding... findings) throws InterruptedException {
    List<ReportedFinding> reported = new ArrayList<>();
    for (Finding each : findings) {
      reported.add(new ReportedFinding(each, "", "", new ReportedFinding.Snippet(1, List.of())));
    }
    return FixPlanner.plan(
        new ScanReport(
            "0",
            root.toUri().toString(),
            List.of(RULE),
            Map.of(),
            reported,
            List.of(),
            new ScanReport.Statistics(Map.of(), 0, 0, 0, 0, Map.of(), Map.of())));
  }
}
