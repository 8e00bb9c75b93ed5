package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.GeneratorInput;
import dev.plumbline.analyzer.ir.LombokConfig;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings that hold in each folder: its own, then those of the folders around it. */
final class LombokConfigs {

  private final Map<String, LombokConfig> byFolder = new HashMap<>();
  private final Map<String, LombokSettings> settings = new HashMap<>();

  LombokConfigs(List<GeneratorInput> inputs) {
    for (GeneratorInput input : inputs) {
      if (input instanceof LombokConfig config) {
        byFolder.put(folder(config.path()), config);
      }
    }
  }

  /** Not safe for several threads: linking asks, once for each type. */
  LombokSettings of(String path) {
    return byFolder.isEmpty()
        ? LombokSettings.DEFAULT
        : settings.computeIfAbsent(folder(path), this::gather);
  }

  private LombokSettings gather(String folder) {
    Deque<LombokConfig> outermostFirst = new ArrayDeque<>();
    String each = folder;
    while (each != null) {
      LombokConfig config = byFolder.get(each);
      if (config != null) {
        outermostFirst.push(config);
        if (stopsBubbling(config)) {
          break;
        }
      }
      each = each.isEmpty() ? null : folder(each);
    }
    Map<String, String> values = new HashMap<>();
    Map<String, List<String>> lists = new HashMap<>();
    for (LombokConfig config : outermostFirst) {
      for (LombokConfig.Directive directive : config.directives()) {
        apply(directive, values, lists);
      }
    }
    return new LombokSettings(values, lists);
  }

  private static boolean stopsBubbling(LombokConfig config) {
    return config.directives().stream()
        .anyMatch(
            each ->
                each.key().equals("config.stopbubbling") && each.value().equalsIgnoreCase("true"));
  }

  private static void apply(
      LombokConfig.Directive directive,
      Map<String, String> values,
      Map<String, List<String>> lists) {
    String key = directive.key();
    switch (directive.action()) {
      case SET -> values.put(key, directive.value());
      case CLEAR -> {
        values.remove(key);
        lists.remove(key);
      }
      case ADD -> lists.computeIfAbsent(key, k -> new ArrayList<>()).add(directive.value());
      case REMOVE -> lists.getOrDefault(key, new ArrayList<>()).remove(directive.value());
    }
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
