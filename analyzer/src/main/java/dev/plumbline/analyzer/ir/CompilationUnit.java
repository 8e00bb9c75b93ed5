package dev.plumbline.analyzer.ir;

import java.util.List;
import java.util.Objects;

/**
 * One Java file after lowering: declarations and bodies, names as written.
 *
 * @param path relative to the repository root
 * @param packageName empty for the unnamed package
 * @param packageAnnotations of a package-info file
 * @param types top-level types in source order
 * @param moduleName of a module-info file, else empty
 * @param lineCount number of lines of the file
 */
public record CompilationUnit(
    String path,
    String packageName,
    List<AnnotationUse> packageAnnotations,
    List<ImportDecl> imports,
    List<TypeDecl> types,
    String moduleName,
    List<Directive> directives,
    int lineCount) {

  public CompilationUnit {
    Objects.requireNonNull(path);
    packageAnnotations = List.copyOf(packageAnnotations);
    imports = List.copyOf(imports);
    types = List.copyOf(types);
    directives = List.copyOf(directives);
  }
}
