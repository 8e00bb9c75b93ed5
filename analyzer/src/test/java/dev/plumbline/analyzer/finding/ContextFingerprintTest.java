package dev.plumbline.analyzer.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContextFingerprintTest {

  private static final RuleInfo EMPTY_CATCH = rule("empty-catch");
  private static final String CODE = "catch (IOException e) {}";

  @Test
  void theValueIsPinned() {
    // A baseline that a user keeps holds such values: another value here needs a "v2".
    assertThat(of(finding(EMPTY_CATCH, "src/A.java", 7, "Swallowed."), CODE))
        .isEqualTo("b74edf9744020406ad6c:1");
  }

  @Test
  void whereTheCodeStandsAndHowItIsLaidOutDoNotMatter() {
    String before = of(finding(EMPTY_CATCH, "src/A.java", 7, "Swallowed."), CODE);
    assertThat(of(finding(EMPTY_CATCH, "src/A.java", 90, "Swallowed."), CODE)).isEqualTo(before);
    assertThat(
            of(
                finding(EMPTY_CATCH, "src/A.java", 7, "Swallowed."),
                "  catch\t(IOException e)\r\n      {}\n"))
        .isEqualTo(before);
  }

  @Test
  void aBetterMessageIsNoOtherFinding() {
    assertThat(of(finding(EMPTY_CATCH, "src/A.java", 7, "Swallowed."), CODE))
        .isEqualTo(of(finding(EMPTY_CATCH, "src/A.java", 7, "IOException is lost."), CODE));
  }

  @Test
  void rulePathAndCodeMatter() {
    List<String> all =
        List.of(
            of(finding(EMPTY_CATCH, "src/A.java", 7, "m"), CODE),
            of(finding(rule("other-rule"), "src/A.java", 7, "m"), CODE),
            of(finding(EMPTY_CATCH, "src/B.java", 7, "m"), CODE),
            of(finding(EMPTY_CATCH, "src/A.java", 7, "m"), "catch (Exception e) {}"));
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    assertThat(of(finding(EMPTY_CATCH, "a", 1, "m"), "b c"))
        .isNotEqualTo(of(finding(EMPTY_CATCH, "a b", 1, "m"), "c"));
  }

  @Test
  void equalOnesAreCountedInOrder() {
    ContextFingerprint fingerprint = new ContextFingerprint();
    String first = fingerprint.next(finding(EMPTY_CATCH, "src/A.java", 7, "m"), CODE);
    fingerprint.next(finding(EMPTY_CATCH, "src/B.java", 7, "m"), CODE);
    String second = fingerprint.next(finding(EMPTY_CATCH, "src/A.java", 20, "m"), CODE);
    assertThat(first).endsWith(":1");
    assertThat(second).isEqualTo(first.replace(":1", ":2"));
  }

  private static String of(Finding finding, String code) {
    return new ContextFingerprint().next(finding, code);
  }

  private static Finding finding(RuleInfo rule, String path, int line, String message) {
    return Finding.of(rule, new Location(path, new Span(line, 1, line, 9)), message).build();
  }

  private static RuleInfo rule(String id) {
    return new RuleInfo(
        id, "Some rule", Checklist.ERRORS, List.of(), Severity.MEDIUM, Confidence.HIGH);
  }
}
