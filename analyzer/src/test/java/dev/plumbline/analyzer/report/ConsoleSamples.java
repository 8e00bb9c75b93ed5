package dev.plumbline.analyzer.report;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.finding.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Small reports, and the console report of them as text. */
final class ConsoleSamples {

  static final ConsoleReport.Style PLAIN = new ConsoleReport.Style(false, true, 80);
  static final ConsoleReport.Style COLOUR = new ConsoleReport.Style(true, true, 80);
  static final ConsoleReport.Style ASCII = new ConsoleReport.Style(false, false, 80);

  static final RuleInfo SQL =
      new RuleInfo(
              "sql-injection",
              "Request text in SQL",
              Checklist.INPUT,
              Cwe.of(89),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);
  static final RuleInfo LOOP =
      new RuleInfo(
          "query-in-loop",
          "A query for each element",
          Checklist.QUERIES,
          List.of(),
          Severity.MEDIUM,
          Confidence.MEDIUM);

  private ConsoleSamples() {}

  static Location at(String path, int startLine, int startColumn, int endLine, int endColumn) {
    return new Location(path, new Span(startLine, startColumn, endLine, endColumn));
  }

  static ReportedFinding reported(Finding finding, int firstLine, String... lines) {
    return new ReportedFinding(
        finding, "", "", new ReportedFinding.Snippet(firstLine, List.of(lines)));
  }

  static ReportedFinding injection() {
    return reported(
        Finding.of(SQL, at("src/Orders.java", 42, 20, 42, 32), "`status` reaches executeQuery")
            .step(at("src/Web.java", 9, 1, 9, 2), "request parameter `status`")
            .step(at("src/Orders.java", 42, 20, 42, 32), "becomes SQL text")
            .build(),
        41,
        "  List<Order> find(String status) {",
        "    st.executeQuery(SELECT + status);",
        "  }");
  }

  static ReportedFinding loop() {
    return reported(
        Finding.of(LOOP, at("src/Orders.java", 50, 3, 52, 4), "`find` runs for each of `orders`")
            .related(at("src/Dao.java", 7, 3, 7, 9), "the query")
            .build(),
        49,
        "",
        "  for (Order order : orders) {",
        "    dao.find(order);",
        "  }",
        "");
  }

  static ScanReport report(
      List<RuleInfo> rules, List<ReportedFinding> findings, List<Notification> notifications) {
    Map<String, Integer> files = new TreeMap<>(Map.of("java", 1214, "sql", 3, "yaml", 12));
    return new ScanReport(
        "0.1.0",
        "file:///home/dev/shop/",
        rules,
        Map.of(),
        findings,
        notifications,
        new ScanReport.Statistics(files, 0, 98765, 0, 0, Map.of(), Map.of()));
  }

  static String text(ScanReport report, ConsoleReport.Style style) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new ConsoleReport(style).write(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
