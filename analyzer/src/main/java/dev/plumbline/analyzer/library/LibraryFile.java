package dev.plumbline.analyzer.library;

import java.util.List;

/**
 * One data file, read.
 *
 * @param packages prefixes of the packages that the library consists of
 */
record LibraryFile(
    String library,
    List<String> packages,
    List<TypeModel> types,
    List<AnnotationModel> annotations,
    List<TypeRole> typeRoles,
    List<MethodModel> methods) {}
