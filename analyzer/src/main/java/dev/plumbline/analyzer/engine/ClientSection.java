package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.backend.RemoteClient;
import dev.plumbline.analyzer.inventory.Entry;
import dev.plumbline.analyzer.inventory.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which other processes are called, by protocol and name. */
final class ClientSection {

  private ClientSection() {}

  static Section of(Backend backend) {
    List<Entry> entries = new ArrayList<>();
    List<Section.Gap> gaps = new ArrayList<>();
    backend.remoteClients().all().stream()
        .filter(client -> InventoryStage.isShown(client.type()))
        .sorted(
            Comparator.comparing(RemoteClient::protocol)
                .thenComparing(client -> client.type().displayName())
                .thenComparing(RemoteClient::by)
                .thenComparing(client -> client.location().path()))
        .forEach(
            client -> {
              String name = client.type().displayName();
              if (client.protocol().equals("http") && client.targets().isEmpty()) {
                gaps.add(new Section.Gap("the address is not a constant", name, client.location()));
              }
              entries.add(
                  Entry.at(client.location())
                      .text("name", name)
                      .text("class", client.type().name())
                      .text("form", client.kind().name().toLowerCase(Locale.ROOT))
                      .text("protocol", client.protocol())
                      .text("by", client.by())
                      .texts("targets", client.targets())
                      .count("calls", client.calls())
                      .build());
            });
    return new Section(Section.Kind.CLIENTS, entries, gaps);
  }
}
