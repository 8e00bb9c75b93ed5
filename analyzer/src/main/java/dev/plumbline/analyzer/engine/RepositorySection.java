package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.backend.Repositories;
import dev.plumbline.analyzer.backend.Repository;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.inventory.Entry;
import dev.plumbline.analyzer.inventory.Section;
import dev.plumbline.analyzer.library.Access;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Through what databases are read and written, by name. */
final class RepositorySection {

  private final List<Entry> entries = new ArrayList<>();
  private final List<Section.Gap> gaps = new ArrayList<>();

  private RepositorySection() {}

  static Section of(Backend backend) {
    RepositorySection section = new RepositorySection();
    Repositories repositories = backend.repositories();
    repositories.all().stream()
        .filter(repository -> InventoryStage.isShown(repository.type()))
        .sorted(
            Comparator.comparing((Repository repository) -> repository.kind())
                .thenComparing(repository -> repository.type().displayName())
                .thenComparing(repository -> repository.type().name())
                .thenComparing(repository -> repository.location().path()))
        .forEach(section::add);
    repositories.orphans().forEach(section::add);
    return new Section(Section.Kind.REPOSITORIES, section.entries, section.gaps);
  }

  private void add(Repository repository) {
    String name = repository.type().displayName();
    if (repository.kind() == Repository.Kind.SPRING_DATA && repository.entity().isEmpty()) {
      gaps.add(new Section.Gap("the entity is unknown", name, repository.location()));
    }
    List<Entry> operations = new ArrayList<>();
    for (Repository.Operation each : repository.operations()) {
      Location location = each.method().location(each.method().declaration().nameSpan());
      operations.add(
          Entry.at(location)
              .text("name", each.method().name())
              .text("access", each.access().name().toLowerCase(Locale.ROOT))
              .build());
      if (!each.statement()) {
        gaps.add(
            new Section.Gap(
                "no statement was found for the method",
                name + "." + each.method().name(),
                location));
      } else if (each.access() == Access.ANY) {
        gaps.add(
            new Section.Gap(
                "neither name nor annotation tells whether it reads or writes",
                name + "." + each.method().name(),
                location));
      }
    }
    entries.add(
        Entry.at(repository.location())
            .text("name", name)
            .text("class", repository.type().name())
            .text("kind", repository.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .text("entity", repository.entity().map(Object::toString))
            .count("reads", repository.count(Access.READ))
            .count("writes", repository.count(Access.WRITE))
            .entries("operations", operations)
            .build());
  }

  private void add(Repositories.Orphan orphan) {
    String path = orphan.mapper().path();
    orphan
        .statement()
        .ifPresentOrElse(
            statement ->
                gaps.add(
                    new Section.Gap(
                        "a statement in XML that no method runs",
                        statement.id(),
                        new Location(path, statement.span()))),
            () ->
                gaps.add(
                    new Section.Gap(
                        "a mapper file without its interface",
                        orphan.mapper().namespace(),
                        new Location(path, new Span(1, 1, 1, 1)))));
  }
}
