package dev.plumbline.rules;

import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.rules.input.PartialPathGuard;
import dev.plumbline.rules.input.RequestBodyNotValidated;
import dev.plumbline.rules.input.SqlStringConcat;
import dev.plumbline.rules.queries.Nplus1QueryInLoop;
import dev.plumbline.rules.secrets.HardcodedApiKey;
import dev.plumbline.rules.secrets.HardcodedPassword;
import dev.plumbline.rules.security.ForgedClientIp;
import java.util.List;
import java.util.Set;

/** All rules there are. A test holds this list against the compiled classes. */
public final class RuleCatalog {

  /** Ids that once were a rule's; never given to another one. */
  static final Set<String> RETIRED = Set.of();

  private RuleCatalog() {}

  /** New instances, sorted by id: a line each. */
  public static List<Rule> all() {
    return List.of(
        new ForgedClientIp(),
        new HardcodedApiKey(),
        new HardcodedPassword(),
        new Nplus1QueryInLoop(),
        new PartialPathGuard(),
        new RequestBodyNotValidated(),
        new SqlStringConcat());
  }
}
