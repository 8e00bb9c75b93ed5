package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.backend.Entity;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.inventory.Entry;
import dev.plumbline.analyzer.inventory.Section;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What is kept in databases, by name. */
final class EntitySection {

  private final List<Entry> entries = new ArrayList<>();
  private final List<Section.Gap> gaps = new ArrayList<>();

  private EntitySection() {}

  static Section of(Reading reading) {
    Backend backend = reading.backend();
    EntitySection section = new EntitySection();
    backend.entities().all().stream()
        .filter(entity -> InventoryStage.isShown(entity.type()))
        .sorted(
            Comparator.comparing((Entity entity) -> entity.type().displayName())
                .thenComparing(entity -> entity.type().name())
                .thenComparing(entity -> entity.location().path()))
        .forEach(section::add);
    for (FileFacts each : reading.facts()) {
      section.mapping(each.file());
    }
    return new Section(Section.Kind.ENTITIES, section.entries, section.gaps);
  }

  private void add(Entity entity) {
    String name = entity.type().displayName();
    if (!entity.tableConstant()) {
      gap("the name of the table is not a constant", name, entity.location());
    }
    if (entity.kind() == Entity.Kind.ENTITY && entity.ids().isEmpty()) {
      gap(
          entity
              .unknownAncestor()
              .map(ancestor -> "no identifier was found; it may come from an unknown superclass")
              .orElse("no identifier was found"),
          name,
          entity.location());
    }
    List<Entry> associations = new ArrayList<>();
    for (Entity.Association each : entity.associations()) {
      associations.add(
          Entry.at(each.location())
              .text("field", each.property())
              .text("kind", each.kind())
              .text("target", each.target().toString())
              .text("fetch", each.eager() ? "eager" : "lazy")
              .text("mappedBy", each.mappedBy())
              .build());
      if (!each.target().isKnown()) {
        gap(
            "the other side of an association is unknown",
            name + "." + each.property(),
            each.location());
      }
    }
    entries.add(
        Entry.at(entity.location())
            .text("name", name)
            .text("class", entity.type().name())
            .text("kind", entity.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .text("store", entity.store())
            .text("table", entity.table())
            .texts("id", entity.ids())
            .entries("associations", associations)
            .build());
  }

  private void mapping(SourceFile file) {
    boolean isMapping = file.name().endsWith(".hbm.xml") || file.name().equals("orm.xml");
    if (isMapping && file.role() == SourceRole.MAIN) {
      gap(
          "mappings in XML are not read",
          file.name(),
          new Location(file.path(), new Span(1, 1, 1, 1)));
    }
  }

  private void gap(String why, String what, Location location) {
    gaps.add(new Section.Gap(why, what, location));
  }
}
