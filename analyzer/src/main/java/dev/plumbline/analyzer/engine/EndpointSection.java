package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.backend.Endpoint;
import dev.plumbline.analyzer.backend.EndpointParameter;
import dev.plumbline.analyzer.backend.OtherEndpoint;
import dev.plumbline.analyzer.inventory.Entry;
import dev.plumbline.analyzer.inventory.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What answers HTTP requests, by path. */
final class EndpointSection {

  private final List<Entry> entries = new ArrayList<>();
  private final List<Section.Gap> gaps = new ArrayList<>();

  private EndpointSection() {}

  static Section of(Backend backend) {
    EndpointSection section = new EndpointSection();
    backend.endpoints().all().stream()
        .filter(endpoint -> endpoint.kind() == Endpoint.Kind.HTTP)
        .filter(endpoint -> InventoryStage.isShown(endpoint.controller()))
        .forEach(section::add);
    backend.otherEndpoints().all().stream()
        .filter(endpoint -> InventoryStage.isShown(endpoint.type()))
        .forEach(section::add);
    section.entries.sort(
        Comparator.comparing((Entry entry) -> order(entry, "paths").isEmpty())
            .thenComparing(entry -> order(entry, "paths"))
            .thenComparing(entry -> order(entry, "methods"))
            .thenComparing(entry -> entry.location().orElseThrow().path())
            .thenComparing(entry -> entry.location().orElseThrow().span().startLine())
            .thenComparing(entry -> order(entry, "class")));
    section.gaps.sort(
        Comparator.comparing(Section.Gap::why)
            .thenComparing(gap -> gap.location().path())
            .thenComparing(gap -> gap.location().span().startLine()));
    return new Section(Section.Kind.ENDPOINTS, section.entries, section.gaps);
  }

  private static String order(Entry entry, String field) {
    Entry.Value value = entry.value(field).orElseThrow();
    return value instanceof Entry.Texts texts
        ? String.join(",", texts.texts())
        : ((Entry.Text) value).text();
  }

  private void add(OtherEndpoint endpoint) {
    String handler = InventoryStage.handler(endpoint.type(), endpoint.handler());
    if (!endpoint.constant()) {
      gaps.add(new Section.Gap("the path is not a constant", handler, endpoint.location()));
    } else if (endpoint.paths().isEmpty()) {
      gaps.add(new Section.Gap("the path is set elsewhere", handler, endpoint.location()));
    }
    entries.add(
        Entry.at(endpoint.location())
            .texts("methods", endpoint.methods())
            .texts("paths", endpoint.paths())
            .text("handler", handler)
            .text("class", endpoint.type().name())
            .text("framework", endpoint.framework())
            .entries("parameters", List.of())
            .build());
  }

  private void add(Endpoint endpoint) {
    String handler = InventoryStage.handler(endpoint.controller(), endpoint.handler());
    if (endpoint.paths().isEmpty()) {
      gaps.add(new Section.Gap("the path is not a constant", handler, endpoint.location()));
    }
    entries.add(
        Entry.at(endpoint.location())
            .texts("methods", endpoint.methods())
            .texts("paths", endpoint.paths())
            .text("handler", handler)
            .text("class", endpoint.controller().name())
            .text("framework", endpoint.framework())
            .entries("parameters", endpoint.parameters().stream().map(this::parameter).toList())
            .text("result", endpoint.result().toString())
            .build());
  }

  private Entry parameter(EndpointParameter parameter) {
    return Entry.at(parameter.location())
        .text("name", parameter.name())
        .text("type", parameter.type().toString())
        .text("from", parameter.binding().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .flag("validated", parameter.validated())
        .build();
  }
}
