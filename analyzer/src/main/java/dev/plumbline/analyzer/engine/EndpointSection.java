package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.backend.Endpoint;
import dev.plumbline.analyzer.backend.EndpointParameter;
import dev.plumbline.analyzer.inventory.Entry;
import dev.plumbline.analyzer.inventory.Section;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.TypeInfo;
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
        .filter(
            endpoint ->
                endpoint.kind() == Endpoint.Kind.HTTP
                    && InventoryStage.isShown(endpoint.controller()))
        .sorted(
            Comparator.comparing((Endpoint endpoint) -> String.join(",", endpoint.paths()))
                .thenComparing(endpoint -> String.join(",", endpoint.methods()))
                .thenComparing(endpoint -> endpoint.location().path())
                .thenComparing(endpoint -> endpoint.location().span().startLine())
                .thenComparing(endpoint -> endpoint.controller().name()))
        .forEach(section::add);
    for (TypeInfo type : backend.program().types()) {
      if (InventoryStage.isShown(type)) {
        type.methods().forEach(section::routes);
      }
    }
    return new Section(Section.Kind.ENDPOINTS, section.entries, section.gaps);
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

  /** Functional routes are written in code, which is not followed. */
  private void routes(MethodInfo method) {
    if (method.declaration().returnType().simpleName().equals("RouterFunction")
        && method.body().isPresent()) {
      gaps.add(
          new Section.Gap(
              "routes of a RouterFunction are not followed",
              InventoryStage.handler(method.owner(), method),
              method.location(method.declaration().nameSpan())));
    }
  }
}
