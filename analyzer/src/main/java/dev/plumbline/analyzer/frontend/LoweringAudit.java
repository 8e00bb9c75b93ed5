package dev.plumbline.analyzer.frontend;

import java.util.List;

final class LoweringAudit {
  static List<String> compare(
      com.github.javaparser.ast.CompilationUnit a, dev.plumbline.analyzer.ir.CompilationUnit u) {
    return List.of();
  }
}
