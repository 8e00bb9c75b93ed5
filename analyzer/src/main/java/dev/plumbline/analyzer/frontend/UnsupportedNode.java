package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.Node;

/** A kind of node that the lowering does not know: a defect of ours, never skipped in silence. */
final class UnsupportedNode extends IllegalStateException {

  private static final long serialVersionUID = 1;

  private UnsupportedNode(String message) {
    super(message);
  }

  static UnsupportedNode of(Node node) {
    return new UnsupportedNode("no lowering for " + node.getClass().getSimpleName());
  }
}
