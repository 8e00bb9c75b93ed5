package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.config.ConfigRead;
import dev.plumbline.analyzer.config.ConfigSource;
import dev.plumbline.analyzer.config.Configuration;
import dev.plumbline.analyzer.config.RelaxedName;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.inventory.Entry;
import dev.plumbline.analyzer.inventory.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The keys that configuration files define and that code reads: first those that code reads, which
 * are the program's own, then those of libraries; by name within both.
 */
final class ConfigurationSection {

  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

  private final Configuration configuration;
  private final TreeMap<String, Key> byShape = new TreeMap<>();
  private final List<Section.Gap> gaps = new ArrayList<>();

  private ConfigurationSection(Configuration configuration) {
    this.configuration = configuration;
  }

  /** All that is known of one key, in whatever spelling. */
  private static final class Key {
    private final String name;
    private final String kind;
    private final List<Entry> definitions = new ArrayList<>();
    private final List<Entry> reads = new ArrayList<>();
    private final Set<String> values = new TreeSet<>();
    private final Set<String> profiles = new TreeSet<>();
    private final Set<String> readers = new TreeSet<>();

    Key(String name, String kind) {
      this.name = name;
      this.kind = kind;
    }

    void define(Configuration.Definition definition, List<String> under) {
      String value = ShownValue.of(name, definition.entry().value());
      if (under.isEmpty()) {
        values.add(value);
      }
      profiles.addAll(under);
      definitions.add(
          Entry.at(definition.location())
              .text("use", "definition")
              .text("value", value)
              .texts("profiles", under)
              .build());
    }

    void read(ConfigRead read) {
      readers.add(read.owner().displayName());
      reads.add(
          Entry.at(read.location())
              .text("use", use(read))
              .text("by", read.owner().displayName())
              .text("default", read.defaultText().map(text -> ShownValue.of(name, text)))
              .build());
    }

    boolean isRead() {
      return !reads.isEmpty();
    }

    Entry entry() {
      List<Entry> places = new ArrayList<>(definitions);
      places.addAll(reads);
      Location first = places.get(0).location().orElseThrow();
      return Entry.at(first)
          .text("key", name)
          .text("kind", kind)
          .texts("values", List.copyOf(values))
          .texts("profiles", List.copyOf(profiles))
          .texts("readBy", List.copyOf(readers))
          .count("definitions", definitions.size())
          .count("reads", reads.size())
          .entries("places", places)
          .build();
    }
  }

  static Section of(Backend backend) {
    ConfigurationSection section = new ConfigurationSection(backend.configuration());
    section.define();
    section.read();
    section.undefined();
    Collection<Key> keys = section.byShape.values();
    // Sorting is stable: by name within both.
    List<Entry> entries =
        keys.stream().sorted(Comparator.comparing(key -> !key.isRead())).map(Key::entry).toList();
    return new Section(Section.Kind.CONFIGURATION, entries, section.gaps);
  }

  private void define() {
    for (Configuration.Definition definition : configuration.definitions()) {
      ConfigSource source = definition.source();
      Set<String> profiles =
          new TreeSet<>(source.content().activation(definition.entry().document()));
      source.profile().ifPresent(profiles::add);
      String name = definition.entry().key();
      // Quarkus and MicroProfile write profiles before the key.
      int dot = name.indexOf('.');
      if (name.startsWith("%") && dot > 1) {
        profiles.addAll(List.of(name.substring(1, dot).split(",")));
        name = name.substring(dot + 1);
      }
      key(RelaxedName.shape(name), name, "key").define(definition, List.copyOf(profiles));
    }
  }

  private void read() {
    for (ConfigRead read : configuration.reads()) {
      if (!InventoryStage.isShown(read.owner()) || read.kind() == ConfigRead.Kind.BUNDLE) {
        continue;
      }
      if (read.key().isEmpty()) {
        String reader = read.owner().displayName();
        gaps.add(new Section.Gap("the key is not a constant", reader, read.location()));
        continue;
      }
      read(read, read.key().get());
    }
  }

  private void read(ConfigRead read, String name) {
    if (!read.isConfiguration()) {
      // A variable of the environment is another thing than a key of the same name.
      String kind = use(read);
      key(kind + " " + name, name, kind).read(read);
      return;
    }
    String shape = RelaxedName.shape(name);
    List<Key> below = below(shape, read.whole());
    if (below.isEmpty()) {
      key(shape, name, "key").read(read);
    } else {
      below.forEach(key -> key.read(read));
    }
  }

  /** The defined keys that a read means: itself, the elements of a list, all that is below. */
  private List<Key> below(String shape, boolean whole) {
    List<Key> found = new ArrayList<>();
    for (Key key : byShape.tailMap(shape).headMap(shape + Character.MAX_VALUE).values()) {
      String rest = RelaxedName.shape(key.name).substring(shape.length());
      boolean part = whole && (rest.startsWith(".") || rest.startsWith("["));
      if (!key.definitions.isEmpty() && (rest.isEmpty() || rest.equals("[*]") || part)) {
        found.add(key);
      }
    }
    return found;
  }

  private void undefined() {
    for (ConfigRead read : configuration.undefinedReads()) {
      if (InventoryStage.isShown(read.owner())) {
        gaps.add(
            new Section.Gap(
                "read, without a default, and defined nowhere",
                read.key().orElseThrow(),
                read.location()));
      }
    }
  }

  private Key key(String shape, String name, String kind) {
    return byShape.computeIfAbsent(
        shape, any -> new Key(INDEX.matcher(name).replaceAll("[*]"), kind));
  }

  private static String use(ConfigRead read) {
    return read.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
