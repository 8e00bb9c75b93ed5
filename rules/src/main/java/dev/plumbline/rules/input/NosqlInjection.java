package dev.plumbline.rules.input;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.analyzer.taint.Strand;
import dev.plumbline.rules.flow.FlowFinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An outsider's text becomes part of a query of MongoDB, Elasticsearch, Neo4j and their like. Prose
 * and examples: {@code NosqlInjection.md}.
 */
public final class NosqlInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "nosql-injection",
              "Data from outside in the text of a NoSQL query or script",
              Checklist.INPUT,
              Cwe.of(943),
              Severity.HIGH,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  /**
   * What a sink speaks, by the beginning of its type's name.
   *
   * @param parameters how its values are bound
   */
  private record Language(String types, String name, String parameters) {}

  private static final String FILTERS = "build the filter with Filters or Criteria";
  private static final String BUILDERS = "build the query with its builders";
  private static final String ARGUMENTS = "hand the data over as arguments of the script";

  /** The first that fits. */
  private static final List<Language> LANGUAGES =
      List.of(
          new Language("org.springframework.data.mongodb.", "a MongoDB query", FILTERS),
          new Language("com.mongodb.", "a MongoDB query", FILTERS),
          new Language("org.bson.", "a MongoDB query", FILTERS),
          new Language("org.elasticsearch.", "an Elasticsearch query", BUILDERS),
          new Language("co.elastic.", "an Elasticsearch query", BUILDERS),
          new Language("org.opensearch.", "an OpenSearch query", BUILDERS),
          new Language("org.neo4j.", "a Cypher query", "bind it as a parameter: $name"),
          new Language("org.springframework.data.neo4j.", "a Cypher query", "bind it: $name"),
          new Language("com.datastax.", "a CQL statement", "bind it as a parameter: ?"),
          new Language("com.couchbase.", "an N1QL query", "bind it as a parameter: $name"),
          new Language("org.apache.solr.", "a Solr query", "escape it with ClientUtils"),
          new Language("com.influxdb.", "a Flux query", "bind it as a parameter"),
          new Language("org.influxdb.", "an InfluxQL query", "bind it as a parameter"),
          new Language("software.amazon.", "a DynamoDB expression", "bind it: :value"),
          new Language("com.amazonaws.", "a DynamoDB expression", "bind it: :value"),
          new Language("org.springframework.data.redis.", "a Redis script", ARGUMENTS),
          new Language("redis.clients.", "a Redis script", ARGUMENTS),
          new Language("org.redisson.", "a Redis script", ARGUMENTS),
          new Language("io.lettuce.", "a Redis script", ARGUMENTS));

  private static final String PARSE = "parse";

  private static final Language OTHER = new Language("", "a query", "bind it as a parameter");

  /** Take the name of a field, not the text of a query. */
  private static final Set<String> FIELDS = Set.of("where", "and");

  /** Take JavaScript that the server runs for each document. */
  private static final Set<String> SCRIPTED = Set.of("Filters", "BasicDBObject", "Document");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.NOSQL);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    List<Strand> strands = FlowFinding.outside(flow);
    if (strands.isEmpty()) {
      return Optional.empty();
    }
    Strand first = strands.get(0);
    // JSON that is parsed as a whole is a document that will be stored, more often than a query.
    boolean document = flow.target().name().equals(PARSE) && first.isWhole();
    Confidence stated =
        document ? Confidence.LOW : first.exact() ? Confidence.HIGH : Confidence.MEDIUM;
    return FlowFinding.of(INFO, flow, strands, as(flow), stated).map(Finding.Builder::build);
  }

  private static String as(Flow flow) {
    String type = flow.target().receiver().name();
    String simple = flow.target().receiver().simpleName();
    String method = flow.target().name();
    if (simple.equals("Criteria") && FIELDS.contains(method)) {
      return "as the name of a field in a MongoDB query: choose it from a list of constants";
    }
    if (SCRIPTED.contains(simple) && !method.equals(PARSE)) {
      return "as JavaScript in a MongoDB query: compare with operators instead";
    }
    Language language =
        LANGUAGES.stream().filter(each -> type.startsWith(each.types())).findFirst().orElse(OTHER);
    return "as text of " + language.name() + ": " + language.parameters();
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
