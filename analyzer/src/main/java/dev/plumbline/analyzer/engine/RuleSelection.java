package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Which rules run. */
final class RuleSelection {

  /** More typing errors than this in one id, and it means something else. */
  private static final int MAX_DISTANCE = 4;

  private RuleSelection() {}

  /** The rules that the options ask for, by id. */
  static List<Rule> select(List<Rule> rules, ScanOptions options) throws UnknownRuleException {
    for (String id : options.onlyRules()) {
      require(rules, id);
    }
    for (String id : options.excludedRules()) {
      require(rules, id);
    }
    Set<String> only = Set.copyOf(options.onlyRules());
    List<Rule> selected = new ArrayList<>();
    for (Rule rule : rules) {
      String id = rule.info().id();
      boolean wanted = only.isEmpty() ? rule.info().onByDefault() : only.contains(id);
      if (wanted && !options.excludedRules().contains(id)) {
        selected.add(rule);
      }
    }
    selected.sort(Comparator.comparing(rule -> rule.info().id()));
    return selected;
  }

  static Rule require(List<Rule> rules, String id) throws UnknownRuleException {
    for (Rule rule : rules) {
      if (rule.info().id().equals(id)) {
        return rule;
      }
    }
    throw new UnknownRuleException(id, similar(rules, id));
  }

  private static List<String> similar(List<Rule> rules, String id) {
    return rules.stream()
        .map(rule -> rule.info().id())
        .filter(each -> each.contains(id) || distance(each, id) <= MAX_DISTANCE)
        .sorted(Comparator.comparingInt((String each) -> distance(each, id)))
        .limit(3)
        .toList();
  }

  /** Levenshtein's edit distance. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[row.length - 1];
  }
}
