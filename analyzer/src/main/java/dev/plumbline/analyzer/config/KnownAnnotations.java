package dev.plumbline.analyzer.config;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.ImportDecl;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The annotations of libraries that read configuration. */
final class KnownAnnotations {

  /** How an annotation names what it reads. */
  enum Form {
    /** A text with placeholders. */
    TEXT,
    /** {@code name} and {@code defaultValue}. */
    NAMED,
    /** A prefix for the properties of a class. */
    PREFIX,
    /** A prefix for the methods of an interface. */
    MAPPING,
    /** {@code prefix} and {@code name}. */
    CONDITION,
    /** Names files of properties on the class path. */
    FILES
  }

  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          Map.entry("org.springframework.beans.factory.annotation.Value", Form.TEXT),
          Map.entry("io.micronaut.context.annotation.Value", Form.TEXT),
          Map.entry("com.alibaba.nacos.api.config.annotation.NacosValue", Form.TEXT),
          Map.entry("org.eclipse.microprofile.config.inject.ConfigProperty", Form.NAMED),
          Map.entry("io.micronaut.context.annotation.Property", Form.NAMED),
          Map.entry(
              "org.springframework.boot.context.properties.ConfigurationProperties", Form.PREFIX),
          Map.entry("io.micronaut.context.annotation.ConfigurationProperties", Form.PREFIX),
          Map.entry("io.quarkus.arc.config.ConfigProperties", Form.PREFIX),
          Map.entry("org.eclipse.microprofile.config.inject.ConfigProperties", Form.PREFIX),
          Map.entry("io.smallrye.config.ConfigMapping", Form.MAPPING),
          Map.entry(
              "org.springframework.boot.autoconfigure.condition.ConditionalOnProperty",
              Form.CONDITION),
          Map.entry("org.springframework.context.annotation.PropertySource", Form.FILES));

  private static final Set<String> SIMPLE_NAMES =
      FORMS.keySet().stream().map(KnownAnnotations::simpleName).collect(Collectors.toSet());

  private final Program program;

  KnownAnnotations(Program program) {
    this.program = program;
  }

  /** What the annotation is where {@code scope} uses it, or {@code null}. */
  Form form(AnnotationUse use, TypeInfo scope) {
    return SIMPLE_NAMES.contains(use.simpleName()) ? FORMS.get(name(use, scope)) : null;
  }

  /**
   * The canonical name. Where a library is not known and its package is imported on demand, the
   * name of one of the annotations above is taken for it.
   */
  String name(AnnotationUse use, TypeInfo scope) {
    String name = program.annotationName(use, scope);
    if (name.indexOf('.') >= 0) {
      return name;
    }
    for (ImportDecl each : scope.file().unit().imports()) {
      if (each.onDemand() && !each.isStatic() && FORMS.containsKey(each.name() + "." + name)) {
        return each.name() + "." + name;
      }
    }
    return name;
  }

  private static String simpleName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
