package dev.plumbline.analyzer.ir;

import java.util.List;

/** stub */
public final class IrVerifier {
  private IrVerifier() {}

  public static List<String> verify(CompilationUnit u) {
    return List.of();
  }

  public static List<String> verify(CompilationUnit u, String text) {
    return List.of();
  }
}
