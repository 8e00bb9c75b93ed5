package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The field that {@code @Slf4j} and its relatives declare. */
final class LombokLoggers {

  private static final Map<String, String> TYPES = new LinkedHashMap<>();

  static {
    TYPES.put("CommonsLog", "org.apache.commons.logging.Log");
    TYPES.put("Flogger", "com.google.common.flogger.FluentLogger");
    TYPES.put("JBossLog", "org.jboss.logging.Logger");
    TYPES.put("Log", "java.util.logging.Logger");
    TYPES.put("Log4j", "org.apache.log4j.Logger");
    TYPES.put("Log4j2", "org.apache.logging.log4j.Logger");
    TYPES.put("Slf4j", "org.slf4j.Logger");
    TYPES.put("XSlf4j", "org.slf4j.ext.XLogger");
  }

  private LombokLoggers() {}

  static Optional<GeneratedMembers.Field> of(LombokClass lombok) {
    for (Map.Entry<String, String> each : TYPES.entrySet()) {
      AnnotationUse use = lombok.on(each.getKey()).orElse(null);
      if (use != null) {
        return field(lombok, use, each.getValue());
      }
    }
    return lombok.on("CustomLog").flatMap(use -> custom(lombok, use));
  }

  private static Optional<GeneratedMembers.Field> field(
      LombokClass lombok, AnnotationUse use, String type) {
    String name = lombok.settings().text("lombok.log.fieldName", "log");
    boolean isStatic = lombok.settings().flag("lombok.log.fieldIsStatic", true);
    boolean none = LombokAnnotations.access(use, "access").isEmpty();
    return none || lombok.type().field(name).isPresent()
        ? Optional.empty()
        : Optional.of(new GeneratedMembers.Field(name, JavaType.of(type), isStatic));
  }

  /**
   * {@code lombok.log.custom.declaration = my.Log my.Logs.of(NAME)(NAME, TOPIC)}: the type of the
   * logger, which is left out where it is the type of the factory, then the factory's calls.
   */
  private static Optional<GeneratedMembers.Field> custom(LombokClass lombok, AnnotationUse use) {
    String declaration = lombok.settings().text("lombok.log.custom.declaration", "").trim();
    int parenthesis = declaration.indexOf('(');
    if (parenthesis < 0) {
      return Optional.empty();
    }
    List<String> words = List.of(declaration.substring(0, parenthesis).trim().split("\\s+"));
    String first = words.get(0);
    boolean factoryOnly = words.size() == 1 && first.contains(".");
    return field(lombok, use, factoryOnly ? first.substring(0, first.lastIndexOf('.')) : first);
  }
}
