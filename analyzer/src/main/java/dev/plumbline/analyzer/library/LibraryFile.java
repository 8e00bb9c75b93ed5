package dev.plumbline.analyzer.library;

import java.util.List;

/**
 * One data file, read.
 *
 * @param library name, for readers; empty when the file has none
 * @param packages prefixes of the packages that the library consists of
 */
record LibraryFile(
    String library,
    List<String> packages,
    List<AnnotationModel> annotations,
    List<TypeRole> typeRoles,
    List<MethodModel> methods) {

  LibraryFile {
    packages = List.copyOf(packages);
    annotations = List.copyOf(annotations);
    typeRoles = List.copyOf(typeRoles);
    methods = List.copyOf(methods);
  }
}
