package dev.plumbline.analyzer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.rule.BackendRule;
import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.analyzer.rule.SyntaxFile;
import dev.plumbline.analyzer.rule.SyntaxRule;
import dev.plumbline.analyzer.rule.TextRule;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {

  @TempDir Path folder;

  private static RuleInfo info(String id, String title) {
    return new RuleInfo(id, title, Checklist.READABILITY, List.of(), Severity.LOW, Confidence.HIGH);
  }

  static final class FailingText implements TextRule {
    @Override
    public RuleInfo info() {
      return EngineTest.info("failing-text", "FailingText");
    }

    @Override
    public Set<SourceKind> kinds() {
      return Set.of(SourceKind.JAVA);
    }

    @Override
    public void inspect(SourceText text, Consumer<Finding> findings) {
      throw new IllegalStateException("no good");
    }
  }

  static final class FailingSyntax implements SyntaxRule {
    @Override
    public RuleInfo info() {
      return EngineTest.info("failing-syntax", "FailingSyntax");
    }

    @Override
    public Set<Class<? extends Node>> nodes() {
      return Set.of(MethodDeclaration.class);
    }

    @Override
    public void inspect(Node node, SyntaxFile file, Consumer<Finding> findings) {
      throw new StackOverflowError();
    }
  }

  static final class FailingBackend implements BackendRule {
    @Override
    public RuleInfo info() {
      return EngineTest.info("failing-backend", "FailingBackend");
    }

    @Override
    public void review(Backend backend, Consumer<Finding> findings) {
      throw new IndexOutOfBoundsException(7);
    }
  }

  /** Reports every method, twice. */
  static final class MethodNames implements SyntaxRule {
    @Override
    public RuleInfo info() {
      return EngineTest.info("method-names", "MethodNames");
    }

    @Override
    public Set<Class<? extends Node>> nodes() {
      return Set.of(MethodDeclaration.class);
    }

    @Override
    public void inspect(Node node, SyntaxFile file, Consumer<Finding> findings) {
      MethodDeclaration method = (MethodDeclaration) node;
      Location place = file.location(method.getName());
      Finding finding = Finding.of(info(), place, "method " + method.getNameAsString()).build();
      findings.accept(finding);
      findings.accept(finding);
    }
  }

  /** Masks the word hush, wherever it stands. */
  static final class SecretWord implements TextRule {
    @Override
    public RuleInfo info() {
      return EngineTest.info("secret-word", "SecretWord");
    }

    @Override
    public Set<SourceKind> kinds() {
      return Set.of(SourceKind.JAVA);
    }

    @Override
    public void inspect(SourceText text, Consumer<Finding> findings) {
      int at = text.text().indexOf("hush");
      if (at >= 0) {
        int line = text.lines().lineOf(at);
        int column = text.lines().columnOf(at);
        Location place = new Location(text.file().path(), new Span(line, column, line, column + 4));
        findings.accept(Finding.of(info(), place, "a secret").redact(place).build());
      }
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("src/main/java").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private ScanReport scan(int threads, Rule... rules) throws Exception {
    ScanOptions options = ScanOptions.of(folder).withThreads(threads).withSelfCheck();
    return new Engine(List.of(rules), "test").scan(options, Progress.SILENT);
  }

  @Test
  void aRuleThatThrowsCostsItselfAlone() throws Exception {
    write("A.java", "class A { void a() {} }");
    ScanReport report =
        scan(2, new FailingText(), new FailingSyntax(), new FailingBackend(), new MethodNames());
    assertThat(report.findings())
        .extracting(reported -> reported.finding().message())
        .containsExactly("method a");
    assertThat(report.notifications())
        .allMatch(n -> n.kind() == Notification.Kind.INTERNAL)
        .extracting(n -> n.ruleId().orElse("") + " " + n.path().orElse("all"))
        .containsExactlyInAnyOrder(
            "failing-text src/main/java/A.java",
            "failing-syntax src/main/java/A.java",
            "failing-backend all");
    assertThat(report.isComplete()).isFalse();
  }

  @Test
  void aFindingIsReportedOnceAndInOrder() throws Exception {
    write("b/B.java", "package b;\nclass B {\n  void two() {}\n  void one() {}\n}\n");
    write("A.java", "class A { void a() {} }");
    ScanReport report = scan(2, new MethodNames());
    assertThat(report.findings())
        .extracting(r -> r.finding().location() + " " + r.finding().message())
        .containsExactly(
            "src/main/java/A.java:1:16 method a",
            "src/main/java/b/B.java:3:8 method two",
            "src/main/java/b/B.java:4:8 method one");
  }

  @Test
  void noSnippetShowsASecretOfItsNeighbour() throws Exception {
    write("A.java", "class A {\n  String s = \"hush\";\n  void a() {}\n}\n");
    ScanReport report = scan(1, new SecretWord(), new MethodNames());
    assertThat(report.findings()).hasSize(2);
    for (ReportedFinding each : report.findings()) {
      assertThat(each.snippet().lines()).noneMatch(line -> line.contains("hush"));
      assertThat(each.snippet().line(2)).isEqualTo("  String s = \"****\";");
    }
  }

  @Test
  void testAndGeneratedCodeIsNotSpokenOf() throws Exception {
    Path test = folder.resolve("src/test/java/T.java");
    Files.createDirectories(test.getParent());
    Files.writeString(test, "class T { void t() {} }");
    write("G.java", "// Code generated by a tool. DO NOT EDIT.\nclass G { void g() {} }");
    write("A.java", "class A { void a() {} }");
    assertThat(scan(2, new MethodNames()).findings())
        .extracting(reported -> reported.finding().message())
        .containsExactly("method a");
  }

  @Test
  void theNumberOfThreadsDoesNotShow() throws Exception {
    for (int i = 0; i < 40; i++) {
      write("p/C" + i + ".java", "package p;\nclass C" + i + " { void m" + i + "() {} }");
    }
    write("Broken.java", "class Broken { void x( }");
    ScanReport one = scan(1, new MethodNames());
    ScanReport four = scan(4, new MethodNames());
    assertThat(four.findings()).isEqualTo(one.findings()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(four.notifications()).isEqualTo(one.notifications()).isNotEmpty();
  }

  @Test
  void aMapperThatIsNotWellFormedIsTold() throws Exception {
    write("A.java", "class A {}");
    Path mapper = folder.resolve("src/main/resources/A.xml");
    Files.createDirectories(mapper.getParent());
    Files.writeString(mapper, "<mapper namespace=\"A\"><select id=\"x\"></mapper>");
    assertThat(scan(1, new MethodNames()).notifications())
        .anyMatch(
            n ->
                n.path().orElse("").endsWith("A.xml")
                    && n.kind() == Notification.Kind.INPUT
                    && n.message().contains("not well-formed"));
  }

  @Test
  void configurationThatCannotBeReadIsTold() throws Exception {
    write("A.java", "class A {}");
    for (String path :
        List.of("src/main/resources/application.yml", "src/test/resources/application.yml")) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "a: 1\nb: [password\n");
    }
    ScanReport report = scan(1, new MethodNames());
    assertThat(report.notifications())
        .extracting(n -> n.kind() + " " + n.path().orElse("") + " " + n.span().isPresent())
        .containsExactly(
            "INPUT src/main/resources/application.yml true",
            "NOTICE src/test/resources/application.yml true");
    assertThat(report.notifications()).noneMatch(n -> n.message().contains("password"));
    assertThat(report.isComplete()).isFalse();
  }

  @Test
  void anUnknownRuleIsNamedWithWhatLooksLikeIt() {
    ScanOptions options = ScanOptions.of(folder).withOnlyRules(List.of("method-name"));
    assertThatThrownBy(
            () -> new Engine(List.of(new MethodNames()), "test").scan(options, Progress.SILENT))
        .isInstanceOfSatisfying(
            UnknownRuleException.class,
            e -> assertThat(e.alternatives()).containsExactly("method-names"));
  }
}
