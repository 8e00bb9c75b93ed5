package dev.plumbline.analyzer.config;

import dev.plumbline.analyzer.ir.ConfigEntry;
import dev.plumbline.analyzer.ir.ConfigFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The configuration of one module in production: its base files, and the profiles that are not by
 * their name for development or tests.
 *
 * <p>Precedence is Spring Boot's (<i>Externalized Configuration</i>), weakest first: files that
 * code names ({@code @PropertySource}), {@code microprofile-config}, {@code bootstrap}, {@code
 * application} on the class path, then beside the program; within each, files for a profile behind
 * those for none, {@code config/} behind its parent, properties behind YAML, later documents behind
 * earlier ones. What lists have in a stronger document replaces the whole list.
 *
 * <p>Given up: what {@code spring.config.location} on a command line names, and servers of
 * configuration; {@link #isRemote} tells of the latter.
 */
public final class ModuleConfiguration {

  /** An entry that is in force, with its file. */
  record Slot(ConfigEntry entry, ConfigSource source) {}

  private record Document(ConfigSource source, int number, List<ConfigEntry> entries) {}

  /** The profile of {@code %dev.key} in files of MicroProfile and Quarkus. */
  private record Prefixed(List<String> profiles, String key) {
    static Prefixed of(String key) {
      int dot = key.indexOf('.');
      return key.startsWith("%") && dot > 1
          ? new Prefixed(List.of(key.substring(1, dot).split(",")), key.substring(dot + 1))
          : new Prefixed(List.of(), key);
    }
  }

  private static final String ACTIVE = "spring.profiles.active";
  private static final Set<String> REMOTE_IMPORTS =
      Set.of("configserver:", "nacos:", "consul:", "vault:", "zookeeper:", "aws-", "azure");

  private final String module;
  private final List<Document> documents = new ArrayList<>();
  private final Map<Set<String>, Map<String, Slot>> inForce = new HashMap<>();
  private final Map<String, Set<String>> scenarios;

  ModuleConfiguration(String module, List<ConfigSource> sources) {
    this.module = module;
    List<ConfigSource> sorted = new ArrayList<>(sources);
    sorted.sort(WEAKEST_FIRST);
    for (ConfigSource source : sorted) {
      Map<Integer, List<ConfigEntry>> byNumber = new TreeMap<>();
      for (ConfigEntry entry : source.content().entries()) {
        byNumber.computeIfAbsent(entry.document(), key -> new ArrayList<>()).add(entry);
      }
      byNumber.forEach((number, entries) -> documents.add(new Document(source, number, entries)));
    }
    this.scenarios = productionScenarios();
  }

  private static final Comparator<ConfigSource> WEAKEST_FIRST =
      Comparator.comparing(ModuleConfiguration::strength)
          .thenComparing(source -> source.classPathName().isEmpty())
          .thenComparing(source -> source.profile().isPresent())
          .thenComparing(ConfigSource::isInConfigFolder)
          .thenComparing(source -> source.content().format() == ConfigFile.Format.PROPERTIES)
          .thenComparing(source -> source.file().path());

  private static int strength(ConfigSource source) {
    return switch (source.role()) {
      case OTHER -> 0;
      case MICROPROFILE -> 1;
      case BOOTSTRAP -> 2;
      case APPLICATION -> 3;
    };
  }

  /** The path of the module's folder. */
  public String module() {
    return module;
  }

  /** Whether a server of configuration may replace every value. */
  public boolean isRemote() {
    return documents.stream()
        .flatMap(document -> document.entries().stream())
        .anyMatch(ModuleConfiguration::namesServer);
  }

  private static boolean namesServer(ConfigEntry entry) {
    if (entry.key().startsWith("spring.config.import")) {
      String location = entry.value().replace("optional:", "");
      return REMOTE_IMPORTS.stream().anyMatch(location::startsWith);
    }
    return entry.key().startsWith("spring.cloud.nacos.config.")
        || entry.key().startsWith("spring.cloud.config.uri")
        || entry.key().startsWith("spring.cloud.consul.config.");
  }

  /** Every entry of the module's files, weakest first. */
  List<Slot> entries() {
    List<Slot> all = new ArrayList<>();
    for (Document document : documents) {
      document.entries().forEach(entry -> all.add(new Slot(entry, document.source())));
    }
    return all;
  }

  /** All profiles that files name, by name, expression or key, sorted. */
  public Set<String> profiles() {
    Set<String> profiles = new TreeSet<>();
    for (Document document : documents) {
      document.source().profile().ifPresent(profiles::add);
      activation(document).forEach(each -> profiles.addAll(ProfileExpression.names(each)));
      for (ConfigEntry entry : document.entries()) {
        profiles.addAll(Prefixed.of(entry.key()).profiles());
      }
    }
    profiles.remove("default");
    return profiles;
  }

  private static List<String> activation(Document document) {
    return document.source().content().activation(document.number());
  }

  // Scenarios

  /** By the profile that is switched on, "" for none: all profiles that are active then. */
  private Map<String, Set<String>> productionScenarios() {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    Set<String> base = new LinkedHashSet<>(listed("spring.profiles.include", Set.of("default")));
    Set<String> standing = listed(ACTIVE, Set.of("default"));
    boolean production = standing.stream().noneMatch(ProfileExpression::isDevelopment);
    found.put(
        "", production && !standing.isEmpty() ? grouped(base, standing) : grouped(base, Set.of()));
    for (String profile : profiles()) {
      if (!ProfileExpression.isDevelopment(profile)) {
        found.put(profile, grouped(base, Set.of(profile)));
      }
    }
    return found;
  }

  private Set<String> grouped(Set<String> base, Set<String> switchedOn) {
    Set<String> active = new LinkedHashSet<>(base);
    for (String profile : switchedOn) {
      active.add(profile);
      active.addAll(listed("spring.profiles.group." + RelaxedName.uniform(profile), Set.of()));
    }
    if (switchedOn.isEmpty()) {
      active.add("default");
    }
    return active;
  }

  /** A list of names: with commas, or with indexes; placeholders name nobody. */
  private Set<String> listed(String uniform, Set<String> active) {
    Set<String> names = new LinkedHashSet<>();
    for (Map.Entry<String, Slot> each : inForce(active).entrySet()) {
      if (each.getKey().equals(uniform) || each.getKey().startsWith(uniform + "[")) {
        for (String name : each.getValue().entry().value().split(",")) {
          if (!name.isBlank() && !name.contains("$") && !name.contains("@")) {
            names.add(name.strip());
          }
        }
      }
    }
    return names;
  }

  /** What is in force when exactly these profiles are active, by uniform key. */
  private Map<String, Slot> inForce(Set<String> active) {
    synchronized (inForce) {
      return inForce.computeIfAbsent(new HashSet<>(active), key -> gather(active));
    }
  }

  private Map<String, Slot> gather(Set<String> active) {
    TreeMap<String, Slot> slots = new TreeMap<>();
    for (Document document : documents) {
      boolean applies =
          document.source().profile().map(active::contains).orElse(true)
              && (activation(document).isEmpty()
                  || activation(document).stream()
                      .anyMatch(each -> ProfileExpression.holds(each, active)));
      if (applies) {
        gather(document, active, slots);
      }
    }
    return slots;
  }

  private static void gather(Document document, Set<String> active, TreeMap<String, Slot> slots) {
    Set<String> lists = new HashSet<>();
    List<ConfigEntry> prefixed = new ArrayList<>();
    for (ConfigEntry entry : document.entries()) {
      if (entry.key().startsWith("%")) {
        prefixed.add(entry);
      } else {
        put(entry.key(), new Slot(entry, document.source()), lists, slots);
      }
    }
    for (ConfigEntry entry : prefixed) {
      Prefixed key = Prefixed.of(entry.key());
      if (key.profiles().stream().anyMatch(active::contains)) {
        put(key.key(), new Slot(entry, document.source()), lists, slots);
      }
    }
  }

  private static void put(String key, Slot slot, Set<String> lists, TreeMap<String, Slot> slots) {
    String uniform = RelaxedName.uniform(key);
    int bracket = uniform.indexOf('[');
    boolean list = bracket > 0 && Character.isDigit(uniform.charAt(bracket + 1));
    if (list && lists.add(uniform.substring(0, bracket))) {
      String name = uniform.substring(0, bracket);
      slots.subMap(name + "[", name + "\\").clear();
      slots.remove(name);
    }
    slots.put(uniform, slot);
  }

  // Values

  /** What {@code key} may be in production: each text once, with the profiles that give it. */
  public List<PossibleValue> values(String key) {
    String uniform = RelaxedName.uniform(key);
    return possible(active -> Optional.ofNullable(inForce(active).get(uniform)));
  }

  private List<PossibleValue> possible(Function<Set<String>, Optional<Slot>> find) {
    Map<String, PossibleValue> byText = new LinkedHashMap<>();
    for (Map.Entry<String, Set<String>> scenario : scenarios.entrySet()) {
      Slot slot = find.apply(scenario.getValue()).orElse(null);
      if (slot == null) {
        continue;
      }
      Placeholders.Resolved resolved = resolve(slot.entry().value(), scenario.getValue());
      List<String> profiles = scenario.getKey().isEmpty() ? List.of() : List.of(scenario.getKey());
      PossibleValue value =
          new PossibleValue(
              resolved.text(),
              resolved.unset(),
              resolved.defaulted(),
              slot.entry(),
              slot.source(),
              profiles);
      byText.merge(value.text(), value, ModuleConfiguration::both);
    }
    return List.copyOf(byText.values());
  }

  private static PossibleValue both(PossibleValue first, PossibleValue second) {
    if (first.profiles().isEmpty()) {
      return first;
    }
    List<String> profiles = new ArrayList<>(first.profiles());
    profiles.addAll(second.profiles());
    return new PossibleValue(
        first.text(), first.unset(), first.defaulted(), first.entry(), first.source(), profiles);
  }

  /** What a text with placeholders may become in production, each result once. */
  Set<Placeholders.Resolved> resolve(String text) {
    Set<Placeholders.Resolved> results = new LinkedHashSet<>();
    scenarios.values().forEach(active -> results.add(resolve(text, active)));
    return results;
  }

  private Placeholders.Resolved resolve(String text, Set<String> active) {
    Map<String, Slot> slots = inForce(active);
    Placeholders.Resolved resolved =
        Placeholders.resolve(
            text,
            key ->
                Optional.ofNullable(slots.get(RelaxedName.uniform(key)))
                    .map(slot -> slot.entry().value()));
    return MavenFilter.isIn(resolved.text()) ? MavenFilter.open(resolved) : resolved;
  }

  /** Whether any file of the module defines the key, under whatever profile. */
  boolean defines(String shape) {
    return definedShapes().contains(shape);
  }

  private Set<String> shapes;

  /** The shapes of all keys, under whatever profile. */
  synchronized Set<String> definedShapes() {
    if (shapes == null) {
      shapes = new HashSet<>();
      for (Document document : documents) {
        for (ConfigEntry entry : document.entries()) {
          shapes.add(RelaxedName.shape(Prefixed.of(entry.key()).key()));
        }
      }
    }
    return shapes;
  }
}
