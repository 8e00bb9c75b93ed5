package dev.plumbline.analyzer.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.jcup.sarif_2_1_0.model.MultiformatMessageString;
import de.jcup.sarif_2_1_0.model.PropertyBag;
import de.jcup.sarif_2_1_0.model.ReportingConfiguration;
import de.jcup.sarif_2_1_0.model.ReportingDescriptor;
import de.jcup.sarif_2_1_0.model.ReportingDescriptorReference;
import de.jcup.sarif_2_1_0.model.ReportingDescriptorRelationship;
import de.jcup.sarif_2_1_0.model.ToolComponent;
import de.jcup.sarif_2_1_0.model.ToolComponentReference;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Level;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.RuleDoc;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.ScanReport;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a SARIF run says of the tool: its rules, their weaknesses and its notifications. */
final class SarifRules {

  static final URI INFORMATION = URI.create("https://plumbline.dev/");
  private static final String RULE_PAGES = "https://plumbline.dev/rules/";

  /** GitHub cuts descriptions at this length. */
  private static final int MAX_DESCRIPTION = 1024;

  /** GitHub keeps ten tags and refuses the whole file from 21 on. */
  private static final int MAX_TAGS = 10;

  private final ScanReport report;
  private final List<RuleInfo> rules;
  private final Map<String, Integer> ruleIndex = new HashMap<>();
  private final Map<Cwe, Integer> cweIndex = new LinkedHashMap<>();

  SarifRules(ScanReport report) {
    this.report = report;
    Map<String, RuleInfo> byId = new LinkedHashMap<>();
    report.rules().forEach(rule -> byId.putIfAbsent(rule.id(), rule));
    for (ReportedFinding reported : report.findings()) {
      RuleInfo rule = reported.finding().rule();
      byId.putIfAbsent(rule.id(), rule);
    }
    rules = new ArrayList<>(byId.values());
    Set<Integer> numbers = new TreeSet<>();
    for (RuleInfo rule : rules) {
      ruleIndex.put(rule.id(), ruleIndex.size());
      rule.cwes().forEach(cwe -> numbers.add(cwe.number()));
    }
    numbers.forEach(number -> cweIndex.put(new Cwe(number), cweIndex.size()));
  }

  /** GitHub wants the array of rules even when it is empty; sarif-java leaves it out then. */
  static final class Driver extends ToolComponent {
    @Override
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public Set<ReportingDescriptor> getRules() {
      return super.getRules();
    }
  }

  /** The weaknesses of a rule as entries of the run's taxonomy. */
  Set<ReportingDescriptorReference> taxa(RuleInfo rule) {
    Set<ReportingDescriptorReference> taxa = new LinkedHashSet<>();
    rule.cwes().forEach(cwe -> taxa.add(taxon(cwe)));
    return taxa;
  }

  /** A reference by id, and by index where the run has that rule. */
  ReportingDescriptorReference reference(String ruleId) {
    ReportingDescriptorReference reference = new ReportingDescriptorReference();
    reference.setId(ruleId);
    if (ruleIndex.containsKey(ruleId)) {
      reference.setIndex(ruleIndex.get(ruleId));
    }
    return reference;
  }

  int index(RuleInfo rule) {
    return ruleIndex.get(rule.id());
  }

  boolean hasTaxonomy() {
    return !cweIndex.isEmpty();
  }

  ToolComponent driver() {
    ToolComponent driver = new Driver();
    driver.setName("Plumbline");
    driver.setVersion(report.toolVersion());
    driver.setSemanticVersion(report.toolVersion());
    driver.setInformationUri(INFORMATION);
    Set<ReportingDescriptor> descriptors = new LinkedHashSet<>();
    rules.forEach(rule -> descriptors.add(descriptor(rule)));
    driver.setRules(descriptors);
    Set<ReportingDescriptor> kinds = new LinkedHashSet<>();
    for (Notification.Kind kind : Notification.Kind.values()) {
      kinds.add(descriptor(kind));
    }
    driver.setNotifications(kinds);
    if (hasTaxonomy()) {
      driver.setSupportedTaxonomies(new LinkedHashSet<>(List.of(cweReference())));
    }
    return driver;
  }

  /** The weaknesses that the rules name; only part of the enumeration. */
  ToolComponent taxonomy() {
    ToolComponent cwe = new ToolComponent();
    cwe.setName("CWE");
    cwe.setOrganization("MITRE");
    cwe.setShortDescription(SarifText.multiformat("The MITRE Common Weakness Enumeration."));
    cwe.setInformationUri(URI.create("https://cwe.mitre.org/"));
    Set<ReportingDescriptor> taxa = new LinkedHashSet<>();
    for (Cwe weakness : cweIndex.keySet()) {
      ReportingDescriptor taxon = new ReportingDescriptor();
      taxon.setId(weakness.id());
      taxon.setHelpUri(
          URI.create("https://cwe.mitre.org/data/definitions/" + weakness.number() + ".html"));
      taxa.add(taxon);
    }
    cwe.setTaxa(taxa);
    return cwe;
  }

  private ReportingDescriptor descriptor(RuleInfo rule) {
    RuleDoc doc = report.docs().get(rule.id());
    ReportingDescriptor descriptor = new ReportingDescriptor();
    descriptor.setId(rule.id());
    // The validator's rule SARIF1001 takes the name of an id of one word for a repetition.
    if (!rule.className().equalsIgnoreCase(rule.id())) {
      descriptor.setName(rule.className());
    }
    descriptor.setShortDescription(description(rule.title()));
    descriptor.setFullDescription(description(doc == null ? rule.title() : doc.summary()));
    MultiformatMessageString help = SarifText.multiformat(rule.title());
    if (doc != null) {
      help.setText(doc.markdown());
      help.setMarkdown(doc.markdown());
    }
    descriptor.setHelp(help);
    descriptor.setHelpUri(URI.create(RULE_PAGES + rule.id()));
    ReportingConfiguration configuration = new ReportingConfiguration();
    configuration.setLevel(ReportingConfiguration.Level.fromValue(rule.severity().level().sarif()));
    descriptor.setDefaultConfiguration(configuration);
    descriptor.setProperties(properties(rule));
    if (!rule.cwes().isEmpty()) {
      Set<ReportingDescriptorRelationship> relationships = new LinkedHashSet<>();
      rule.cwes().forEach(cwe -> relationships.add(relationship(cwe)));
      descriptor.setRelationships(relationships);
    }
    return descriptor;
  }

  private static MultiformatMessageString description(String text) {
    return SarifText.multiformat(SarifText.capped(text, MAX_DESCRIPTION));
  }

  private static PropertyBag properties(RuleInfo rule) {
    Set<String> tags = new LinkedHashSet<>();
    tags.add(rule.home().id());
    if (rule.isSecurity()) {
      tags.add("security");
    }
    rule.cwes().forEach(cwe -> tags.add(cwe.tag()));
    // The set has no order of its own.
    rule.alsoServes().stream().sorted().map(Checklist::id).forEach(tags::add);
    PropertyBag properties = new PropertyBag();
    properties.setTags(new LinkedHashSet<>(tags.stream().limit(MAX_TAGS).toList()));
    properties.setAdditionalProperty("precision", precision(rule.confidence()));
    properties.setAdditionalProperty("problem.severity", problemSeverity(rule.severity().level()));
    if (rule.isSecurity()) {
      properties.setAdditionalProperty("security-severity", rule.severity().securitySeverity());
    }
    return properties;
  }

  private static String precision(Confidence confidence) {
    return switch (confidence) {
      case HIGH -> "high";
      case MEDIUM -> "medium";
      case LOW -> "low";
    };
  }

  private static String problemSeverity(Level level) {
    return switch (level) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "recommendation";
    };
  }

  private ReportingDescriptorRelationship relationship(Cwe cwe) {
    ReportingDescriptorRelationship relationship = new ReportingDescriptorRelationship();
    relationship.setTarget(taxon(cwe));
    return relationship;
  }

  private ReportingDescriptorReference taxon(Cwe cwe) {
    ReportingDescriptorReference taxon = new ReportingDescriptorReference();
    taxon.setId(cwe.id());
    taxon.setIndex(cweIndex.get(cwe));
    taxon.setToolComponent(cweReference());
    return taxon;
  }

  private static ToolComponentReference cweReference() {
    ToolComponentReference reference = new ToolComponentReference();
    reference.setName("CWE");
    reference.setIndex(0);
    return reference;
  }

  private static ReportingDescriptor descriptor(Notification.Kind kind) {
    String text =
        switch (kind) {
          case NOTICE -> "A file was left out on purpose or read by a fallback.";
          case INPUT -> "A file could not be read or parsed.";
          case BUDGET -> "A limit on time, depth or size was reached.";
          case INTERNAL -> "Plumbline itself failed.";
        };
    ReportingDescriptor descriptor = new ReportingDescriptor();
    descriptor.setId(kind.id());
    descriptor.setName(
        Character.toUpperCase(kind.id().charAt(0)) + kind.id().substring(1) + "Notification");
    // GitHub's rule GH2012 asks notifications for the same texts as rules.
    descriptor.setShortDescription(SarifText.multiformat(text));
    descriptor.setFullDescription(SarifText.multiformat(text));
    descriptor.setHelp(SarifText.multiformat(text));
    descriptor.setHelpUri(INFORMATION);
    ReportingConfiguration configuration = new ReportingConfiguration();
    configuration.setLevel(ReportingConfiguration.Level.fromValue(kind.level().sarif()));
    descriptor.setDefaultConfiguration(configuration);
    return descriptor;
  }
}
