package dev.plumbline.analyzer.rule;

import com.github.javaparser.ast.Node;
import dev.plumbline.analyzer.finding.Finding;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A rule on the syntax of one Java file. It sees the AST before lowering drops it, one traversal
 * for all rules, and never changes it.
 */
public non-sealed interface SyntaxRule extends Rule {

  /** The node classes that {@link #inspect} is called for, subclasses not included. */
  Set<Class<? extends Node>> nodes();

  /**
   * @param node one of {@link #nodes()}
   * @param file where it stands
   * @param findings takes what is found
   */
  void inspect(Node node, SyntaxFile file, Consumer<Finding> findings);
}
