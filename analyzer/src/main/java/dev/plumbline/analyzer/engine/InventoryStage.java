package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.inventory.Section;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.source.SourceRole;
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
    makers.put(Section.Kind.ENTITIES, () -> EntitySection.of(reading));
    makers.put(Section.Kind.REPOSITORIES, () -> RepositorySection.of(reading.backend()));
    makers.put(Section.Kind.CLIENTS, () -> ClientSection.of(reading.backend()));
    makers.put(Section.Kind.CONSUMERS, () -> CallbackSection.consumers(reading.backend()));
    makers.put(Section.Kind.JOBS, () -> CallbackSection.jobs(reading.backend()));
    makers.put(Section.Kind.CONFIGURATION, () -> ConfigurationSection.of(reading.backend()));
    makers.put(Section.Kind.LISTENERS, () -> CallbackSection.listeners(reading.backend()));
  }

  List<Section> sections(Set<Section.Kind> wanted, Workers workers) throws InterruptedException {
    List<Section.Kind> kinds = makers.keySet().stream().filter(wanted::contains).toList();
    return workers.map(kinds, () -> kind -> makers.get(kind).get(), done -> {});
  }

  static boolean isShown(TypeInfo type) {
    return type.file().file().role() == SourceRole.MAIN;
  }

  static String handler(TypeInfo type, MethodInfo method) {
    return type.displayName() + "." + method.name();
  }
}
