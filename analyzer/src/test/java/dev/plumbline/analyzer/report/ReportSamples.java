package dev.plumbline.analyzer.report;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.RuleDoc;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.finding.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports that use every part of the model. */
final class ReportSamples {

  static final String ODD_PATH = "src/my app/100%/C#/Größe 单?.java";

  static final RuleInfo INJECTION =
      new RuleInfo(
              "sql-injection",
              "Request text becomes SQL",
              Checklist.INPUT,
              Cwe.of(89, 564),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY, Checklist.ERRORS, Checklist.QUERIES);

  static final RuleInfo LOOP =
      new RuleInfo(
          "query-in-loop",
          "A query runs for each element",
          Checklist.QUERIES,
          List.of(),
          Severity.MEDIUM,
          Confidence.MEDIUM);

  static final RuleInfo UNUSED =
      new RuleInfo(
          "unused-parameter",
          "A parameter is never read",
          Checklist.READABILITY,
          Cwe.of(563),
          Severity.LOW,
          Confidence.LOW);

  private ReportSamples() {}

  static ScanReport everything() {
    return report(
        List.of(INJECTION, LOOP, UNUSED),
        List.of(injection(), loop(), unused()),
        List.of(
            Notification.of(Notification.Kind.NOTICE, ODD_PATH, "generated, left out"),
            Notification.at(
                Notification.Kind.INPUT, at("src/Broken.java", 3, 1, 3, 2), "Not Java: `}`."),
            new Notification(
                Notification.Kind.BUDGET,
                Optional.empty(),
                Optional.empty(),
                Optional.of("query-in-loop"),
                "The rule stopped after 10 s."),
            new Notification(
                Notification.Kind.INTERNAL,
                Optional.of("src/Odd.java"),
                Optional.empty(),
                Optional.of("no-such-rule"),
                "no block 7")));
  }

  static ScanReport nothing() {
    return report(List.of(LOOP), List.of(), List.of());
  }

  static ScanReport report(
      List<RuleInfo> rules, List<ReportedFinding> findings, List<Notification> notifications) {
    return new ScanReport(
        "1.2.3",
        "file:///home/me/my%20app/",
        rules,
        Map.of(INJECTION.id(), doc("Request text becomes SQL"), LOOP.id(), doc(LOOP.title())),
        findings,
        notifications,
        new ScanReport.Statistics(
            Map.of("java", 3, "xml", 1, "sql", 2, "yaml", 4, "properties", 5),
            1,
            120,
            2,
            40,
            Map.of("parse", 77777L),
            Map.of("sql-injection", 88888L)));
  }

  static ReportedFinding injection() {
    Finding finding =
        Finding.of(INJECTION, at(ODD_PATH, 7, 5, 8, 17), "`name` reaches `executeQuery`")
            .step(at("src/Web.java", 4, 10, 4, 20), "request parameter `name`")
            .step(at(ODD_PATH, 5, 3, 5, 9), "is joined in `sql`")
            .step(at(ODD_PATH, 7, 5, 8, 17), "becomes SQL text")
            .related(at("src/Web.java", 4, 10, 4, 20), "the [unchecked] parameter.")
            .related(at(ODD_PATH, 1, 1, 1, 6), "the table")
            .fix(
                new Fix(
                    "Bind the value",
                    List.of(
                        new Fix.Replacement(at(ODD_PATH, 7, 5, 7, 8), "?"),
                        new Fix.Replacement(at("src/Web.java", 1, 1, 1, 1), "import a.B;\n"),
                        new Fix.Replacement(
                            at(ODD_PATH, 8, 1, 8, 1), "  st.setString(1, name);\n"))))
            .build();
    return reported(
        finding,
        "aaaaaaaaaaaaaaa1:1",
        6,
        "  // before",
        "    st.executeQuery(",
        "        \"单\ud83d\ude80\" + name);",
        "  }");
  }

  static ReportedFinding loop() {
    return reported(
        Finding.of(LOOP, at("src/A.java", 2, 3, 2, 9), "`rows[i](x)` and `{0}` run for each row.")
            .severity(Severity.INFO)
            .confidence(Confidence.LOW)
            .build(),
        "",
        2,
        "  find(x);");
  }

  static ReportedFinding unused() {
    // Half a surrogate pair, and a snippet that the file no longer had.
    return reported(
        Finding.of(UNUSED, at("src/B.java", 2, 3, 2, 9), "`\ud83d` is never read").build(),
        "c129715d7a2bc9a3:1",
        2);
  }

  static ReportedFinding reported(
      Finding finding, String lineHash, int firstLine, String... lines) {
    return new ReportedFinding(
        finding,
        lineHash,
        "0123456789abcdef0123:1",
        new ReportedFinding.Snippet(firstLine, List.of(lines)));
  }

  static Location at(String path, int startLine, int startColumn, int endLine, int endColumn) {
    return new Location(path, new Span(startLine, startColumn, endLine, endColumn));
  }

  static byte[] bytes(ReportFormat format, ScanReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(report, out);
    return out.toByteArray();
  }

  static String text(ReportFormat format, ScanReport report) throws IOException {
    return new String(bytes(format, report), StandardCharsets.UTF_8);
  }

  private static RuleDoc doc(String title) {
    StringBuilder markdown = new StringBuilder("# " + title + "\n");
    for (String section : RuleDoc.SECTIONS) {
      markdown.append("\n## ").append(section).append("\n\nText of *").append(section);
      markdown.append("*.\n\nMore.\n");
    }
    return RuleDoc.parse(markdown.toString());
  }
}
