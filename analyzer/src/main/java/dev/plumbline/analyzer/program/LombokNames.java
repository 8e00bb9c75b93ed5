package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import java.util.List;
import java.util.Optional;

/**
 * The names that Lombok gives to the accessors of one field, after {@code @Accessors} on the field,
 * on its class and on the classes around, and after {@code lombok.config}; what stands nearer wins,
 * element by element.
 */
final class LombokNames {

  private final LombokSettings settings;
  private final Optional<String> baseName;
  private final boolean isBoolean;
  private final boolean fluent;
  private final boolean chained;

  private LombokNames(
      LombokSettings settings,
      Optional<String> baseName,
      boolean isBoolean,
      boolean fluent,
      boolean chained) {
    this.settings = settings;
    this.baseName = baseName;
    this.isBoolean = isBoolean;
    this.fluent = fluent;
    this.chained = chained;
  }

  static LombokNames of(LombokClass lombok, LombokClass.Field field) {
    LombokSettings settings = lombok.settings();
    Boolean fluent = null;
    Boolean chain = null;
    List<String> prefixes = null;
    TypeInfo type = lombok.type();
    AnnotationUse use = lombok.on(field.annotations(), "Accessors").orElse(null);
    while (true) {
      if (use != null) {
        fluent = fluent == null ? flag(use, "fluent") : fluent;
        chain = chain == null ? flag(use, "chain") : chain;
        prefixes =
            prefixes == null ? LombokAnnotations.texts(use, "prefix").orElse(null) : prefixes;
      }
      if (type == null) {
        break;
      }
      use = lombok.on(type.annotations(), "Accessors").orElse(null);
      type = type.outer().orElse(null);
    }
    if (fluent == null) {
      fluent = settings.flag("lombok.accessors.fluent", false);
    }
    if (chain == null) {
      chain = settings.flag("lombok.accessors.chain", fluent);
    }
    if (prefixes == null) {
      prefixes = settings.list("lombok.accessors.prefix");
    }
    boolean isBoolean = field.isBoolean() && !settings.flag("lombok.getter.noIsPrefix", false);
    return new LombokNames(
        settings, withoutPrefix(field.name(), prefixes), isBoolean, fluent, chain);
  }

  private static Boolean flag(AnnotationUse use, String element) {
    return use.element(element).isPresent() ? LombokAnnotations.flag(use, element, false) : null;
  }

  /**
   * The field's name without the prefix that the settings name; empty when there are prefixes and
   * the field has none of them, for then it gets no accessors.
   */
  Optional<String> baseName() {
    return baseName;
  }

  boolean isChained() {
    return chained;
  }

  Optional<String> getter() {
    return accessor("is", "get", true);
  }

  Optional<String> setter() {
    return accessor("set", "set", true);
  }

  Optional<String> wither() {
    return accessor("with", "with", false);
  }

  /** The names of methods in the source that stand for the getter. */
  List<String> gettersInTheWay() {
    return inTheWay("is", "get");
  }

  List<String> settersInTheWay() {
    return inTheWay("set", "set");
  }

  List<String> withersInTheWay() {
    return isBoolean && baseName.isPresent()
        ? inTheWayWithWords("with", "with")
        : wither().map(List::of).orElse(List.of());
  }

  private Optional<String> accessor(String booleanPrefix, String prefix, boolean mayBeFluent) {
    return baseName.map(
        name -> {
          if (mayBeFluent && fluent) {
            return name;
          }
          if (isBoolean && isIsName(name)) {
            return booleanPrefix + name.substring(2);
          }
          return prefixed(isBoolean ? booleanPrefix : prefix, name, settings);
        });
  }

  /** A boolean may have its getter under four names, and any of them will do. */
  private List<String> inTheWay(String booleanPrefix, String prefix) {
    if (baseName.isEmpty()) {
      return List.of();
    }
    String name = baseName.get();
    if (!isBoolean) {
      return accessor(booleanPrefix, prefix, true).map(List::of).orElse(List.of());
    }
    if (fluent) {
      String bare = isIsName(name) ? name.substring(2) : name;
      return List.of(name, Character.toLowerCase(bare.charAt(0)) + bare.substring(1));
    }
    return inTheWayWithWords(booleanPrefix, prefix);
  }

  private List<String> inTheWayWithWords(String booleanPrefix, String prefix) {
    String name = baseName.orElse("");
    String bare = isIsName(name) ? name.substring(2) : name;
    return List.of(
        prefixed(booleanPrefix, name, settings),
        prefixed(prefix, name, settings),
        prefixed(booleanPrefix, bare, settings),
        prefixed(prefix, bare, settings));
  }

  /** {@code isActive}, not {@code issue}. */
  private static boolean isIsName(String name) {
    return name.startsWith("is") && name.length() > 2 && !Character.isLowerCase(name.charAt(2));
  }

  /** {@code get} and {@code name} make {@code getName}. */
  static String prefixed(String prefix, String name, LombokSettings settings) {
    if (prefix.isEmpty() || name.isEmpty()) {
      return prefix + name;
    }
    char first = name.charAt(0);
    // The JavaBeans specification leaves aName alone, and so does this setting.
    boolean beanSpec =
        settings.text("lombok.accessors.capitalization", "basic").equalsIgnoreCase("beanspec");
    if (beanSpec && name.length() > 1 && Character.isUpperCase(name.charAt(1))) {
      return prefix + name;
    }
    return prefix
        + (Character.isLowerCase(first) ? Character.toUpperCase(first) : first)
        + name.substring(1);
  }

  private static Optional<String> withoutPrefix(String name, List<String> prefixes) {
    if (prefixes.isEmpty()) {
      return Optional.of(name);
    }
    for (String prefix : prefixes) {
      if (prefix.isEmpty()) {
        return Optional.of(name);
      }
      if (!name.startsWith(prefix) || name.length() == prefix.length()) {
        continue;
      }
      char next = name.charAt(prefix.length());
      // The prefix f is that of fName, not of front.
      boolean isWord = Character.isLetter(prefix.charAt(prefix.length() - 1));
      if (!isWord || !Character.isLowerCase(next)) {
        return Optional.of(Character.toLowerCase(next) + name.substring(prefix.length() + 1));
      }
    }
    return Optional.empty();
  }

  /**
   * The simple name of a builder class.
   *
   * @param use {@code @Builder} or {@code @SuperBuilder}, which may name it
   * @param built the simple name of what is built
   */
  static String builderClass(AnnotationUse use, String built, LombokSettings settings) {
    String given = LombokAnnotations.text(use, "builderClassName");
    String pattern =
        given.isEmpty() ? settings.text("lombok.builder.className", "*Builder") : given;
    return pattern.replace("*", built);
  }
}
