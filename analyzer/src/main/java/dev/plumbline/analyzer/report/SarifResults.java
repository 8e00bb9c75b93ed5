package dev.plumbline.analyzer.report;

import de.jcup.sarif_2_1_0.model.ArtifactChange;
import de.jcup.sarif_2_1_0.model.ArtifactContent;
import de.jcup.sarif_2_1_0.model.CodeFlow;
import de.jcup.sarif_2_1_0.model.Location;
import de.jcup.sarif_2_1_0.model.Notification;
import de.jcup.sarif_2_1_0.model.PartialFingerprints;
import de.jcup.sarif_2_1_0.model.PropertyBag;
import de.jcup.sarif_2_1_0.model.Replacement;
import de.jcup.sarif_2_1_0.model.ReportingDescriptorReference;
import de.jcup.sarif_2_1_0.model.Result;
import de.jcup.sarif_2_1_0.model.ThreadFlow;
import de.jcup.sarif_2_1_0.model.ThreadFlowLocation;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.finding.FlowStep;
import dev.plumbline.analyzer.finding.ReportedFinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns findings and notifications into their SARIF objects, one at a time. */
final class SarifResults {

  /** GitHub shows no more steps of a flow. */
  static final int MAX_STEPS = 1_000;

  /** GitHub keeps no more places of a result. */
  static final int MAX_RELATED = 100;

  private final SarifRules rules;

  SarifResults(SarifRules rules) {
    this.rules = rules;
  }

  Result result(ReportedFinding reported) {
    Finding finding = reported.finding();
    List<FlowStep> related =
        finding.related().subList(0, Math.min(finding.related().size(), MAX_RELATED));
    Result result = new Result();
    result.setRuleId(finding.rule().id());
    result.setRuleIndex(rules.index(finding.rule()));
    result.setLevel(Result.Level.fromValue(finding.severity().level().sarif()));
    result.setMessage(SarifText.message(finding.message(), related));
    result.setLocations(List.of(SarifPlaces.location(finding.location(), reported.snippet())));
    result.setPartialFingerprints(fingerprints(reported));
    if (!finding.flow().isEmpty()) {
      result.setCodeFlows(List.of(flow(finding.flow())));
    }
    if (!related.isEmpty()) {
      result.setRelatedLocations(related(related));
    }
    if (!finding.rule().cwes().isEmpty()) {
      result.setTaxa(rules.taxa(finding.rule()));
    }
    finding.fix().ifPresent(fix -> result.setFixes(new LinkedHashSet<>(List.of(fix(fix)))));
    PropertyBag properties = new PropertyBag();
    properties.setAdditionalProperty("checklist", finding.rule().home().id());
    properties.setAdditionalProperty("confidence", word(finding.confidence()));
    properties.setAdditionalProperty("severity", word(finding.severity()));
    result.setProperties(properties);
    return result;
  }

  Notification notification(dev.plumbline.analyzer.finding.Notification notice) {
    Notification notification = new Notification();
    ReportingDescriptorReference descriptor = new ReportingDescriptorReference();
    descriptor.setId(notice.kind().id());
    descriptor.setIndex(notice.kind().ordinal());
    notification.setDescriptor(descriptor);
    notification.setLevel(Notification.Level.fromValue(notice.kind().level().sarif()));
    notification.setMessage(SarifText.message(SarifText.sentence(notice.message())));
    notice.ruleId().ifPresent(id -> notification.setAssociatedRule(rules.reference(id)));
    notice
        .path()
        .ifPresent(
            path ->
                notification.setLocations(
                    new LinkedHashSet<>(List.of(SarifPlaces.location(path, notice.span())))));
    return notification;
  }

  private static PartialFingerprints fingerprints(ReportedFinding reported) {
    PartialFingerprints fingerprints = new PartialFingerprints();
    fingerprints.setAdditionalProperty("contextHash/v1", reported.contextHash());
    if (!reported.lineHash().isEmpty()) {
      fingerprints.setAdditionalProperty("primaryLocationLineHash", reported.lineHash());
    }
    return fingerprints;
  }

  /** Inline steps: GitHub drops results whose steps stand elsewhere in the run. */
  private static CodeFlow flow(List<FlowStep> steps) {
    List<ThreadFlowLocation> places = new ArrayList<>();
    CodeFlow flow = new CodeFlow();
    int head = Math.min(steps.size(), MAX_STEPS / 2);
    int tail = Math.max(head, steps.size() - MAX_STEPS / 2);
    // Source and sink tell most: the middle of an overlong path goes.
    steps.subList(0, head).forEach(step -> places.add(place(step)));
    steps.subList(tail, steps.size()).forEach(step -> places.add(place(step)));
    if (tail > head) {
      flow.setMessage(
          SarifText.message(
              (tail - head) + " steps in the middle of this path are left out of the report."));
    }
    ThreadFlow thread = new ThreadFlow();
    thread.setLocations(places);
    flow.setThreadFlows(List.of(thread));
    return flow;
  }

  private static ThreadFlowLocation place(FlowStep step) {
    ThreadFlowLocation place = new ThreadFlowLocation();
    place.setLocation(SarifPlaces.location(step));
    return place;
  }

  private static Set<Location> related(List<FlowStep> steps) {
    Set<Location> places = new LinkedHashSet<>();
    for (FlowStep step : steps) {
      Location place = SarifPlaces.location(step);
      place.setId(places.size() + 1);
      places.add(place);
    }
    return places;
  }

  private static de.jcup.sarif_2_1_0.model.Fix fix(Fix fix) {
    Map<String, List<Replacement>> byPath = new LinkedHashMap<>();
    for (Fix.Replacement change : fix.replacements()) {
      Replacement replacement = new Replacement();
      replacement.setDeletedRegion(SarifPlaces.region(change.deleted().span()));
      ArtifactContent inserted = new ArtifactContent();
      inserted.setText(change.inserted());
      replacement.setInsertedContent(inserted);
      byPath.computeIfAbsent(change.deleted().path(), key -> new ArrayList<>()).add(replacement);
    }
    Set<ArtifactChange> changes = new LinkedHashSet<>();
    byPath.forEach(
        (path, replacements) -> {
          ArtifactChange change = new ArtifactChange();
          change.setArtifactLocation(SarifPlaces.artifact(path));
          change.setReplacements(replacements);
          changes.add(change);
        });
    de.jcup.sarif_2_1_0.model.Fix sarif = new de.jcup.sarif_2_1_0.model.Fix();
    sarif.setDescription(SarifText.message(SarifText.sentence(fix.description())));
    sarif.setArtifactChanges(changes);
    return sarif;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
