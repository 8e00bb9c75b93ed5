package dev.plumbline.analyzer.config;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.ConfigEntry;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keys of configuration in both directions: what a key may be in production, and who reads it.
 *
 * <p>Files of tests and generated files are apart. A key that the files of the reading module do
 * not have is looked up in all modules, because a library module is configured by the application
 * that uses it. Built once a scan; safe to read from many threads.
 */
public final class Configuration {

  /**
   * A bundled properties file that code loads by name.
   *
   * @param resource its name on the class path
   * @param files that have the name; empty when the workspace has none
   */
  public record Bundle(
      String resource, List<ConfigSource> files, TypeInfo owner, Location location) {
    public Bundle {
      files = List.copyOf(files);
    }
  }

  /** A key where a file defines it. */
  public record Definition(ConfigEntry entry, ConfigSource source) {
    public Location location() {
      return new Location(source.file().path(), entry.keySpan());
    }
  }

  /** Roots of keys that libraries read for themselves: nobody in the workspace needs to. */
  private static final Set<String> FRAMEWORK_ROOTS =
      Set.of(
          "spring",
          "server",
          "management",
          "logging",
          "eureka",
          "ribbon",
          "feign",
          "hystrix",
          "zuul",
          "security",
          "quarkus",
          "mp",
          "smallrye",
          "micronaut",
          "endpoints",
          "info",
          "debug",
          "trace",
          "resilience4j",
          "springdoc",
          "mybatis",
          "mybatisplus",
          "pagehelper");

  private static final Set<String> PROVIDED =
      Set.of("random", "java", "user", "os", "file", "line", "path", "local");

  private final List<ConfigSource> sources;
  private final Map<String, ModuleConfiguration> modules = new TreeMap<>();
  private final Map<String, List<Definition>> unclaimed = new HashMap<>();
  private final List<ConfigRead> reads;
  private final List<Bundle> bundles;
  private final Map<String, List<ConfigRead>> byShape = new HashMap<>();
  private final Map<TypeInfo, List<ConfigRead>> byOwner = new HashMap<>();
  private final List<String> wholePrefixes = new ArrayList<>();

  /**
   * @param files all configuration files of the workspace, in any order
   */
  public Configuration(Program program, List<ConfigSource> files) {
    this.sources = named(files, ApplicationNames.of(program));
    ReadCollector collector = new ReadCollector();
    KnownAnnotations known = new KnownAnnotations(program);
    BundleUses uses = new BundleUses(program, sources);
    Set<ConfigSource> named = new LinkedHashSet<>();
    AnnotationReads annotations = new AnnotationReads(program, known, collector);
    BindingReads bindings = new BindingReads(program, known, collector);
    for (TypeInfo type : program.types()) {
      annotations.collect(type);
      bindings.collect(type);
      named.addAll(propertySources(program, known, uses, type));
    }
    program.bodies().forEach(uses::collect);
    CallReads calls = new CallReads(program, uses, collector);
    for (CodeBody body : program.bodies()) {
      calls.collect(body);
    }
    this.reads =
        collector.reads().stream().sorted(Comparator.comparing(ConfigRead::location)).toList();
    this.bundles = List.copyOf(uses.bundles());
    modules(named);
    index();
  }

  /** In path order, with the names that programs of their modules give them. */
  private static List<ConfigSource> named(
      List<ConfigSource> files, Map<String, Set<String>> names) {
    List<ConfigSource> named = new ArrayList<>();
    for (ConfigSource file : files) {
      ConfigSource source = file;
      for (String name : names.getOrDefault(file.file().module(), Set.of())) {
        ConfigSource called = file.called(name);
        source = called.role() == ConfigSource.Role.APPLICATION ? called : source;
      }
      named.add(source);
    }
    named.sort(Comparator.comparing(source -> source.file().path()));
    return List.copyOf(named);
  }

  private List<ConfigSource> propertySources(
      Program program, KnownAnnotations known, BundleUses uses, TypeInfo type) {
    List<ConfigSource> found = new ArrayList<>();
    for (AnnotationUse use : type.annotations()) {
      if (known.form(use, type) != KnownAnnotations.Form.FILES) {
        continue;
      }
      use.element("value")
          .flatMap(value -> program.constants().of(value, type).texts())
          .orElse(List.of())
          .forEach(name -> uses.add(BundleUses.absolute(name), type, type.location(use.span())));
      if (type.file().file().role() == SourceRole.MAIN) {
        found.addAll(uses.filesOf(CallReads.outermost(type)));
      }
    }
    return found;
  }

  private void modules(Set<ConfigSource> named) {
    Map<String, List<ConfigSource>> byModule = new LinkedHashMap<>();
    for (ConfigSource source : sources) {
      boolean read = source.role() != ConfigSource.Role.OTHER || named.contains(source);
      if (read && source.file().role() == SourceRole.MAIN) {
        byModule.computeIfAbsent(source.file().module(), key -> new ArrayList<>()).add(source);
      } else if (source.file().role() == SourceRole.MAIN && source.classPathName().isPresent()) {
        for (ConfigEntry entry : source.content().entries()) {
          unclaimed
              .computeIfAbsent(RelaxedName.shape(entry.key()), key -> new ArrayList<>(1))
              .add(new Definition(entry, source));
        }
      }
    }
    byModule.forEach((module, own) -> modules.put(module, new ModuleConfiguration(module, own)));
  }

  private void index() {
    for (ConfigRead read : reads) {
      byOwner.computeIfAbsent(read.owner(), key -> new ArrayList<>(2)).add(read);
      if (read.key().isPresent() && read.isConfiguration()) {
        String shape = RelaxedName.shape(read.key().get());
        byShape.computeIfAbsent(shape, key -> new ArrayList<>(1)).add(read);
        if (read.whole()) {
          wholePrefixes.add(shape);
        }
      }
    }
    wholePrefixes.sort(null);
  }

  /** Every configuration file, those of tests too, in path order. */
  public List<ConfigSource> sources() {
    return sources;
  }

  /** The modules that are configured, in path order. */
  public List<ModuleConfiguration> modules() {
    return List.copyOf(modules.values());
  }

  /** Every place where code reads a key, in the order of places; code of tests too. */
  public List<ConfigRead> reads() {
    return reads;
  }

  /** The bundled files that code loads by constant names. */
  public List<Bundle> bundles() {
    return bundles;
  }

  // Values

  /**
   * What a key may be in production; several when profiles or modules differ, none when no file has
   * it.
   *
   * @param module the path of the folder of the module that reads it
   */
  public List<PossibleValue> values(String key, String module) {
    ModuleConfiguration own = modules.get(module);
    List<PossibleValue> values = own == null ? List.of() : own.values(key);
    if (!values.isEmpty()) {
      return values;
    }
    List<PossibleValue> all = new ArrayList<>();
    modules.values().forEach(each -> all.addAll(each.values(key)));
    return all.isEmpty() ? unclaimed(key) : all;
  }

  /** What files say that no framework reads by itself: XML or a command line may name them. */
  private List<PossibleValue> unclaimed(String key) {
    List<PossibleValue> values = new ArrayList<>();
    for (Definition each : unclaimed.getOrDefault(RelaxedName.shape(key), List.of())) {
      Placeholders.Resolved resolved =
          Placeholders.resolve(each.entry().value(), name -> Optional.empty());
      values.add(
          new PossibleValue(
              resolved.text(),
              resolved.unset(),
              resolved.defaulted(),
              each.entry(),
              each.source(),
              List.of()));
    }
    return values;
  }

  /** What is read there may be in production; by definition what files say, not the default. */
  public List<PossibleValue> values(ConfigRead read) {
    if (read.key().isEmpty()) {
      return List.of();
    }
    return read.isConfiguration() ? values(read.key().get(), read.module()) : bundled(read);
  }

  private static List<PossibleValue> bundled(ConfigRead read) {
    List<PossibleValue> values = new ArrayList<>();
    for (ConfigSource file : read.files()) {
      ConfigEntry last = null;
      for (ConfigEntry entry : file.content().entries()) {
        last = entry.key().equals(read.key().orElseThrow()) ? entry : last;
      }
      if (last != null) {
        values.add(new PossibleValue(last.value(), Set.of(), Set.of(), last, file, List.of()));
      }
    }
    return values;
  }

  // Readers

  /** The reads that fill a field or property of a type, or a parameter in its code. */
  public List<ConfigRead> readsInto(TypeInfo owner, String target) {
    return byOwner.getOrDefault(owner, List.of()).stream()
        .filter(read -> read.target().equals(target))
        .toList();
  }

  /** Who reads a key, in any of its spellings, alone or with all below a prefix. */
  public List<ConfigRead> readers(String key) {
    String shape = RelaxedName.shape(key);
    Set<ConfigRead> found = new LinkedHashSet<>(byShape.getOrDefault(shape, List.of()));
    for (String prefix : wholePrefixesOf(shape)) {
      found.addAll(byShape.get(prefix));
    }
    return List.copyOf(found);
  }

  /** Prefixes that end where an element of the key ends. */
  private List<String> wholePrefixesOf(String shape) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < shape.length(); i++) {
      if (shape.charAt(i) == '.' || shape.charAt(i) == '[') {
        addWhole(shape.substring(0, i), found);
      }
      if (shape.charAt(i) == ']') {
        addWhole(shape.substring(0, i + 1), found);
      }
    }
    addWhole(shape, found);
    return found;
  }

  private void addWhole(String prefix, List<String> found) {
    if (java.util.Collections.binarySearch(wholePrefixes, prefix) >= 0 && !found.contains(prefix)) {
      found.add(prefix);
    }
  }

  /** Reads of keys of the configuration that no file defines and that have no default. */
  public List<ConfigRead> undefinedReads() {
    List<ConfigRead> undefined = new ArrayList<>();
    Set<String> defined = new HashSet<>(unclaimed.keySet());
    modules.values().forEach(module -> defined.addAll(module.definedShapes()));
    for (ConfigRead read : reads) {
      boolean strict =
          read.isConfiguration()
              && read.kind() != ConfigRead.Kind.BINDING
              && read.kind() != ConfigRead.Kind.CONDITION
              && read.owner().file().file().role() == SourceRole.MAIN;
      if (strict
          && read.key().isPresent()
          && read.defaultText().isEmpty()
          && !isFromElsewhere(read.key().get())
          && !defined.contains(RelaxedName.shape(read.key().get()))
          && !defined.contains(RelaxedName.shape(read.key().get()) + "[*]")) {
        undefined.add(read);
      }
    }
    return undefined;
  }

  /** Variables of the environment by their form, and keys that Java and Spring Boot provide. */
  private static boolean isFromElsewhere(String key) {
    return key.equals(key.toUpperCase(Locale.ROOT))
        || PROVIDED.stream().anyMatch(root -> key.startsWith(root + "."));
  }

  /** What the files that configure the modules define, under whatever profile, by place. */
  public List<Definition> definitions() {
    return modules.values().stream()
        .flatMap(module -> module.entries().stream())
        .map(slot -> new Definition(slot.entry(), slot.source()))
        .sorted(Comparator.comparing(Definition::location))
        .toList();
  }

  /**
   * Keys that files of the configuration define and nobody reads: neither code nor another value.
   * Only keys are listed whose first part is one that the workspace's own code reads: other roots
   * belong to libraries.
   */
  public List<Definition> unreadDefinitions() {
    Set<String> ownRoots = new HashSet<>();
    for (ConfigRead read : reads) {
      if (read.isConfiguration()) {
        read.key().ifPresent(key -> ownRoots.add(root(RelaxedName.shape(key))));
      }
    }
    ownRoots.removeAll(FRAMEWORK_ROOTS);
    Set<String> referred = new HashSet<>();
    List<Definition> all = definitions();
    for (Definition each : all) {
      Placeholders.in(each.entry().value())
          .forEach(placeholder -> referred.add(RelaxedName.shape(placeholder.key())));
    }
    return all.stream()
        .filter(each -> isUnread(RelaxedName.shape(each.entry().key()), ownRoots, referred))
        .toList();
  }

  private boolean isUnread(String shape, Set<String> ownRoots, Set<String> referred) {
    return ownRoots.contains(root(shape))
        && !referred.contains(shape)
        && !shape.contains("/")
        && readers(shape).isEmpty()
        && !(shape.endsWith("[*]") && !readers(shape.substring(0, shape.length() - 3)).isEmpty());
  }

  private static String root(String shape) {
    int end = 0;
    while (end < shape.length() && shape.charAt(end) != '.' && shape.charAt(end) != '[') {
      end++;
    }
    return shape.substring(0, end);
  }

  /**
   * What the text of an annotation or call may be in production, with its placeholders replaced:
   * each result once, with the keys that only the environment knows still in it.
   */
  public List<String> texts(String text, String module) {
    ModuleConfiguration own = modules.get(module);
    if (own == null && modules.size() == 1) {
      own = modules.values().iterator().next();
    }
    Optional<ModuleConfiguration> configured = Optional.ofNullable(own);
    return configured
        .map(
            each ->
                each.resolve(text).stream().map(Placeholders.Resolved::text).distinct().toList())
        .orElseGet(() -> List.of(Placeholders.resolve(text, key -> Optional.empty()).text()));
  }
}
