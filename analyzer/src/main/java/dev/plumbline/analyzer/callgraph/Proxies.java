package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.MapperXml;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.AnnotationRoles;
import dev.plumbline.analyzer.library.AnnotationRoles.Played;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.MetaAnnotations;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Which interfaces of the workspace a framework implements: repositories, mappers, clients. */
final class Proxies {

  private final Program program;
  private final Library library;
  private final AnnotationRoles roles;
  private final Set<String> named = new HashSet<>();
  private final Set<String> scanned = new LinkedHashSet<>();
  private final Map<TypeInfo, Boolean> known = new ConcurrentHashMap<>();

  Proxies(Program program, Library library, Collection<MapperXml> mappers) {
    this.program = program;
    this.library = library;
    this.roles = new AnnotationRoles(program, library);
    mappers.forEach(mapper -> named.add(mapper.namespace()));
    for (TypeInfo type : program.types()) {
      for (AnnotationUse use : type.annotations()) {
        roles
            .find(use, type, Role.SCAN)
            .filter(scan -> scan.model().framework().equals("mybatis"))
            .ifPresent(this::scan);
      }
    }
  }

  boolean isProxied(TypeInfo type) {
    return type.declaration().isInterface() && known.computeIfAbsent(type, this::find);
  }

  private boolean find(TypeInfo type) {
    if (named.contains(type.name()) || isScanned(type)) {
      return true;
    }
    if (roles.on(type, Role.REPOSITORY).isPresent() || roles.on(type, Role.CLIENT).isPresent()) {
      return true;
    }
    for (String ancestor : program.hierarchy().ancestors(type.name())) {
      if (library.repositoryTypes().contains(ancestor)) {
        return true;
      }
    }
    return false;
  }

  private boolean isScanned(TypeInfo type) {
    String packageName = type.file().unit().packageName();
    return type.outer().isEmpty() && scanned.stream().anyMatch(each -> isWithin(packageName, each));
  }

  /** Packages below count; a star stands for one part of the name, two for any number of parts. */
  private static boolean isWithin(String packageName, String scanned) {
    if (!scanned.contains("*")) {
      return packageName.equals(scanned) || packageName.startsWith(scanned + ".");
    }
    String pattern = Pattern.quote(scanned).replace("**", "\\E.+\\Q").replace("*", "\\E[^.]+\\Q");
    return Pattern.matches(pattern + "(\\..*)?", packageName);
  }

  private void scan(Played scan) {
    MetaAnnotations.Present annotation = scan.annotation();
    // With a filter only marked interfaces are meant, and a mark is seen by itself.
    if (annotation.element("annotationClass", "markerInterface").isPresent()) {
      return;
    }
    for (String attribute : List.of("value", "basePackages", "basePackageClasses")) {
      Optional<ConstantValue> value =
          annotation
              .element(attribute)
              .map(element -> program.constants().of(element.value(), element.scope()));
      value.ifPresent(this::packages);
    }
  }

  private void packages(ConstantValue value) {
    if (value instanceof ConstantValue.Several several) {
      several.elements().forEach(this::packages);
    } else if (value instanceof ConstantValue.Scalar scalar
        && scalar.value() instanceof String text) {
      scanned.add(text);
    } else if (value instanceof ConstantValue.ClassName named) {
      program
          .type(named.type().name())
          .ifPresent(type -> scanned.add(type.file().unit().packageName()));
    }
  }
}
