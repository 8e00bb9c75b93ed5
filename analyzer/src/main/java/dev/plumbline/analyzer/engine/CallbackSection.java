package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.backend.Callback;
import dev.plumbline.analyzer.backend.Endpoint;
import dev.plumbline.analyzer.inventory.Entry;
import dev.plumbline.analyzer.inventory.Section;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What messages, events and the clock call. */
final class CallbackSection {

  private final List<Entry> entries = new ArrayList<>();
  private final List<Section.Gap> gaps = new ArrayList<>();

  private CallbackSection() {}

  static Section consumers(Backend backend) {
    CallbackSection section = new CallbackSection();
    section.all(backend, Callback.Kind.MESSAGE).forEach(section::consumer);
    for (Endpoint endpoint : backend.endpoints().all()) {
      if (endpoint.kind() == Endpoint.Kind.MESSAGE
          && InventoryStage.isShown(endpoint.controller())) {
        section.consumer(endpoint);
      }
    }
    return new Section(Section.Kind.CONSUMERS, section.entries, section.gaps);
  }

  static Section jobs(Backend backend) {
    CallbackSection section = new CallbackSection();
    section.all(backend, Callback.Kind.TIME).forEach(section::job);
    return new Section(Section.Kind.JOBS, section.entries, section.gaps);
  }

  static Section listeners(Backend backend) {
    CallbackSection section = new CallbackSection();
    section.all(backend, Callback.Kind.EVENT).forEach(section::listener);
    return new Section(Section.Kind.LISTENERS, section.entries, section.gaps);
  }

  private List<Callback> all(Backend backend, Callback.Kind kind) {
    return backend.callbacks().all().stream()
        .filter(each -> each.kind() == kind && InventoryStage.isShown(each.type()))
        .sorted(
            Comparator.comparing(Callback::channel)
                .thenComparing(each -> each.sources().toString())
                .thenComparing(CallbackSection::handler)
                .thenComparing(each -> each.location().path())
                .thenComparing(each -> each.location().span().startLine()))
        .toList();
  }

  private static String handler(Callback each) {
    return each.method()
        .map(method -> InventoryStage.handler(each.type(), method))
        .orElseGet(() -> each.type().displayName());
  }

  private void consumer(Callback each) {
    if (!each.sourcesConstant()) {
      gap("the destination is not a constant", each);
    } else if (each.sources().isEmpty()) {
      gap("the destination is set elsewhere", each);
    }
    entries.add(
        Entry.at(each.location())
            .text("channel", each.channel())
            .texts("destinations", each.sources())
            .text("handler", handler(each))
            .text("class", each.type().name())
            .build());
  }

  private void consumer(Endpoint endpoint) {
    String handler = InventoryStage.handler(endpoint.controller(), endpoint.handler());
    if (endpoint.paths().isEmpty()) {
      gaps.add(new Section.Gap("the destination is not a constant", handler, endpoint.location()));
    }
    entries.add(
        Entry.at(endpoint.location())
            .text("channel", "message-mapping")
            .texts("destinations", endpoint.paths())
            .text("handler", handler)
            .text("class", endpoint.controller().name())
            .build());
  }

  private void job(Callback each) {
    if (!each.sourcesConstant()) {
      gap("the schedule is not a constant", each);
    } else if (each.sources().isEmpty()) {
      gap("the schedule is set elsewhere", each);
    }
    entries.add(
        Entry.at(each.location())
            .text("handler", handler(each))
            .text("scheduler", each.channel())
            .texts("when", each.sources())
            .text("class", each.type().name())
            .build());
  }

  private void listener(Callback each) {
    List<String> events = each.events().stream().map(JavaType::toString).toList();
    if (each.events().isEmpty() && each.sources().isEmpty()) {
      gap("the event is unknown", each);
    }
    entries.add(
        Entry.at(each.location())
            .texts("events", events.isEmpty() ? each.sources() : events)
            .text("kind", each.channel())
            .text("handler", handler(each))
            .text("class", each.type().name())
            .build());
  }

  private void gap(String why, Callback each) {
    gaps.add(new Section.Gap(why, handler(each), each.location()));
  }
}
