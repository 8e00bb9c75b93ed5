package dev.plumbline.analyzer.report;

import static dev.plumbline.analyzer.report.ConsoleSamples.ASCII;
import static dev.plumbline.analyzer.report.ConsoleSamples.COLOUR;
import static dev.plumbline.analyzer.report.ConsoleSamples.LOOP;
import static dev.plumbline.analyzer.report.ConsoleSamples.PLAIN;
import static dev.plumbline.analyzer.report.ConsoleSamples.SQL;
import static dev.plumbline.analyzer.report.ConsoleSamples.at;
import static dev.plumbline.analyzer.report.ConsoleSamples.injection;
import static dev.plumbline.analyzer.report.ConsoleSamples.loop;
import static dev.plumbline.analyzer.report.ConsoleSamples.report;
import static dev.plumbline.analyzer.report.ConsoleSamples.reported;
import static dev.plumbline.analyzer.report.ConsoleSamples.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.ScanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

  private static final ScanReport FULL =
      report(
          List.of(SQL, LOOP),
          List.of(injection(), loop()),
          List.of(
              Notification.at(
                  Notification.Kind.INPUT, at("src/Broken.java", 3, 1, 3, 2), "Not Java."),
              new Notification(
                  Notification.Kind.INTERNAL,
                  Optional.of("src/Odd.java"),
                  Optional.empty(),
                  Optional.of("query-in-loop"),
                  "no block 7")));

  @Test
  void aFixIsAnnounced() {
    Finding plain = injection().finding();
    Finding finding =
        plain.with(new Fix("Bind the value", List.of(new Fix.Replacement(plain.location(), "?"))));
    ReportedFinding mended = new ReportedFinding(finding, "", "", injection().snippet());
    assertThat(text(report(List.of(SQL), List.of(mended), List.of()), PLAIN))
        .contains("^^^^^^^^^^^^\n      fix available: Bind the value\n      path\n");
  }

  @Test
  void aReportWithEverything() {
    assertThat(text(FULL, PLAIN))
        .isEqualTo(
            """
            src/Orders.java · 2 findings

              error  sql-injection  (critical)
              `status` reaches executeQuery
              → src/Orders.java:42:20
               42 │     st.executeQuery(SELECT + status);
                  │                    ^^^^^^^^^^^^
                  path
                  1  src/Web.java:9      request parameter `status`
                  2  src/Orders.java:42  becomes SQL text

              warning  query-in-loop  (medium confidence)
              `find` runs for each of `orders`
              → src/Orders.java:50:3
               50 │   for (Order order : orders) {
                  │   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                …
               52 │   }
                  │   ^
                  see also
                  src/Dao.java:7  the query

            Not fully analysed
              src/Broken.java:3:1
                Not Java.

            Plumbline failed here
              src/Odd.java
                rule query-in-loop: no block 7
              This is a defect of Plumbline, not of your code. Please report it with the
              lines above and, if you can share it, the code that they name.

            Checklist                                          errors warnings  notes  rules
              C1   Code follows the project's own conventions                   no rules ran
              C2   Edge cases and errors are handled                            no rules ran
              C3   Input is validated and sanitised                 1        0      0      1
              C4   Queries are optimised and indexed                0        1      0      1
              C5   Security measures are in place                   1        0      0      1
              C6   Tests exist and test something                               no rules ran
              C7   Decisions and failures are logged, and no…                   no rules ran
              C8   Documentation is present and true                            no rules ran
              C9   No secrets or sensitive data in code                         no rules ran
              C10  Code is readable and maintainable                            no rules ran
              A finding counts in each item that its rule serves.

            2 findings in 1 file: 1 error, 1 warning.
            2 rules looked at 1,229 files (java 1,214, yaml 12, sql 3) with 98,765 lines of
            Java.
            Incomplete: 1 problem with input, 1 internal failure; findings may be missing.
            """);
  }

  @Test
  void nothingFoundTellsWhatWasLookedAt() {
    assertThat(text(report(List.of(LOOP), List.of(), List.of()), PLAIN))
        .containsPattern("no rules ran\n  C4   Queries are optimised and indexed +0 +0 +0 +1\n")
        .endsWith(
            """

            No findings.
            1 rule looked at 1,229 files (java 1,214, yaml 12, sql 3) with 98,765 lines of
            Java.
            """);
  }

  @Test
  void nothingFoundIsNoCleanResultWhenNothingLooked() {
    assertThat(ConsoleReport.summary(report(List.of(), List.of(), List.of())))
        .startsWith("No rules ran, so nothing was checked. Read 1,229 files");
    ScanReport empty =
        new ScanReport(
            "0.1.0",
            "file:///x/",
            List.of(LOOP),
            Map.of(),
            List.of(),
            List.of(),
            new ScanReport.Statistics(Map.of(), 0, 0, 0, 0, Map.of(), Map.of()));
    assertThat(ConsoleReport.summary(empty)).startsWith("No files to check were found");
  }

  @Test
  void anIncompleteAnalysisHasTheLastWord() {
    ScanReport partial =
        report(
            List.of(LOOP),
            List.of(),
            List.of(Notification.of(Notification.Kind.BUDGET, "src/Huge.java", "Too deep.")));
    assertThat(text(partial, PLAIN))
        .contains("Not fully analysed\n  src/Huge.java\n    Too deep.\n")
        .contains("\nNo findings in what was analysed.\n")
        .endsWith("\nIncomplete: 1 limit reached; findings may be missing.\n");
    assertThat(ConsoleReport.summary(partial))
        .doesNotContain("\n")
        .endsWith("Incomplete: 1 limit reached; findings may be missing.");
  }

  @Test
  void noticesAreFoldedBySort() {
    List<Notification> notices = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      notices.add(
          Notification.of(
              Notification.Kind.NOTICE, "lib/" + i + ".txt", "Too large (" + i + " MB)."));
    }
    notices.add(Notification.of(Notification.Kind.NOTICE, "x.sql", "Build output."));
    assertThat(text(report(List.of(LOOP), List.of(), notices), PLAIN))
        .startsWith(
            """
            Notices
              Too large.
                lib/1.txt  1 MB
                lib/2.txt  2 MB
                lib/3.txt  3 MB
                and 2 more
              Build output.
                x.sql
            """)
        .doesNotContain("Incomplete");
  }

  @Test
  void longListsOfFailuresEndWithTheirCount() {
    List<Notification> failures = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      failures.add(Notification.of(Notification.Kind.INPUT, "A" + i + ".java", "Not Java."));
    }
    assertThat(text(report(List.of(LOOP), List.of(), failures), PLAIN))
        .contains("A19.java")
        .doesNotContain("A20.java")
        .contains("  and 5 more; the sarif and json reports list them all\n")
        .contains("Incomplete: 25 problems with input; ");
  }

  @Test
  void coloursSayNothingThatWordsDoNot() {
    String colour = text(FULL, COLOUR);
    assertThat(colour).contains("\u001b[1;31merror\u001b[0m");
    assertThat(colour.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text(FULL, PLAIN));
  }

  @Test
  void withoutUnicodeEveryByteIsAscii() {
    ReportedFinding finding =
        reported(
            Finding.of(LOOP, at("src/Größe.java", 1, 5, 1, 6), "`größe` is … odd").build(),
            1,
            "int größe; // 大小 🚀");
    String shown = text(report(List.of(LOOP), List.of(finding), List.of()), ASCII);
    assertThat(shown)
        .matches("\\p{ASCII}*")
        .contains("-> src/Gr\\u00f6\\u00dfe.java:1:5\n")
        .contains("`gr\\u00f6\\u00dfe` is \\u2026 odd\n")
        .contains("1 | int gr\\u00f6\\u00dfe; // \\u5927\\u5c0f \\ud83d\\ude80\n");
  }

  @Test
  void noForeignTextReachesTheTerminalUnescaped() {
    String evil = "a\u001b[2J\u0007\u009b1m\u202e\u2066\u200b\r\nb";
    String path = "src/\u001b]0;x\u0007.java";
    ReportedFinding finding =
        reported(
            Finding.of(LOOP, at(path, 1, 1, 1, 2), evil)
                .step(at(path, 1, 1, 1, 2), evil)
                .step(at(path, 1, 1, 1, 2), evil)
                .related(at(path, 1, 1, 1, 2), evil)
                .build(),
            1,
            evil);
    List<Notification> notifications = new ArrayList<>();
    for (Notification.Kind kind : Notification.Kind.values()) {
      notifications.add(Notification.of(kind, path, evil + " (" + evil + ")"));
    }
    String shown = text(report(List.of(LOOP), List.of(finding), notifications), PLAIN);
    assertThat(shown.replace("\n", ""))
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}]")
        .contains("a\\u001b[2J\\u0007\\u009b1m\\u202e\\u2066\\u200b\\r\\nb");
    assertThat(shown.lines()).noneMatch(line -> line.equals("b"));
  }

  @Test
  void proseKeepsToTheWidth() {
    ReportedFinding finding =
        reported(
            Finding.of(LOOP, at("A.java", 1, 1, 1, 2), "word ".repeat(60).strip())
                .step(at("A.java", 1, 1, 1, 2), "step ".repeat(30).strip())
                .step(at("A.java", 1, 1, 1, 2), "last")
                .build(),
            1,
            "x".repeat(500));
    ConsoleReport.Style narrow = new ConsoleReport.Style(false, true, 60);
    assertThat(text(report(List.of(LOOP), List.of(finding), List.of()), narrow).lines())
        .allMatch(line -> line.length() <= 60);
  }

  @Test
  void aPathOfOneStepIsNotRepeated() {
    ReportedFinding finding =
        reported(
            Finding.of(LOOP, at("A.java", 1, 1, 1, 2), "m")
                .step(at("A.java", 1, 1, 1, 2), "only step")
                .build(),
            1,
            "x");
    assertThat(text(report(List.of(LOOP), List.of(finding), List.of()), PLAIN))
        .doesNotContain("only step");
  }
}
