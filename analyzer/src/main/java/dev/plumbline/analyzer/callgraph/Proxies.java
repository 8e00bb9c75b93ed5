package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.library.AnnotationModel;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which interfaces of the workspace a framework implements: repositories, mappers, clients. */
final class Proxies {

  private final Program program;
  private final Library library;
  private final Map<TypeInfo, Boolean> known = new ConcurrentHashMap<>();

  Proxies(Program program, Library library) {
    this.program = program;
    this.library = library;
  }

  boolean isProxied(TypeInfo type) {
    return type.declaration().isInterface() && known.computeIfAbsent(type, this::find);
  }

  private boolean find(TypeInfo type) {
    for (AnnotationUse use : type.annotations()) {
      String name = program.annotationName(use, type);
      if (library.repositoryAnnotations().contains(name)
          || library.annotation(name, AnnotationModel.Role.CLIENT).isPresent()) {
        return true;
      }
    }
    for (String ancestor : program.hierarchy().ancestors(type.name())) {
      if (library.repositoryTypes().contains(ancestor)) {
        return true;
      }
    }
    return false;
  }
}
