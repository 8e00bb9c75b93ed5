package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.inventory.Section;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Tells of the backend model what an inventory shows; tests and generated code are left out. */
final class InventoryStage {

  private final Map<Section.Kind, Supplier<Section>> makers = new EnumMap<>(Section.Kind.class);

  InventoryStage(Reading reading) {
    makers.put(Section.Kind.MODULES, () -> ModuleSection.of(reading));
    makers.put(Section.Kind.ENDPOINTS, () -> EndpointSection.of(reading.backend()));
  }

  List<Section> sections(Set<Section.Kind> wanted, Workers workers) throws InterruptedException {
    List<Section.Kind> kinds = makers.keySet().stream().filter(wanted::contains).toList();
    return workers.map(kinds, () -> kind -> makers.get(kind).get(), done -> {});
  }
}
