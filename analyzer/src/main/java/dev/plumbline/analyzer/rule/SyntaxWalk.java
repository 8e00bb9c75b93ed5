package dev.plumbline.analyzer.rule;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** One traversal of a syntax tree for all syntax rules, each called for its kinds of node alone. */
public final class SyntaxWalk {

  private final Map<Class<?>, List<SyntaxRule>> rules = new HashMap<>();

  public SyntaxWalk(List<SyntaxRule> rules) {
    for (SyntaxRule rule : rules) {
      for (Class<? extends Node> node : rule.nodes()) {
        this.rules.computeIfAbsent(node, key -> new ArrayList<>()).add(rule);
      }
    }
  }

  /** Whether a walk would call nobody. */
  public boolean isIdle() {
    return rules.isEmpty();
  }

  /**
   * What to do with the tree of one file.
   *
   * @param calls makes each call of a rule, and answers for what it throws
   * @param findings takes what is found
   */
  public Consumer<CompilationUnit> over(
      SourceFile file, BiConsumer<SyntaxRule, Runnable> calls, Consumer<Finding> findings) {
    SyntaxFile syntaxFile = new SyntaxFile(file);
    return ast -> walk(ast, syntaxFile, calls, findings);
  }

  /** With a stack of its own: trees can be deep. */
  private void walk(
      CompilationUnit ast,
      SyntaxFile file,
      BiConsumer<SyntaxRule, Runnable> calls,
      Consumer<Finding> findings) {
    ArrayDeque<Node> work = new ArrayDeque<>();
    work.push(ast);
    while (!work.isEmpty()) {
      Node node = work.pop();
      for (SyntaxRule rule : rules.getOrDefault(node.getClass(), List.of())) {
        if (rule.roles().contains(file.file().role())) {
          calls.accept(rule, () -> rule.inspect(node, file, findings));
        }
      }
      List<Node> children = node.getChildNodes();
      for (int i = children.size() - 1; i >= 0; i--) {
        work.push(children.get(i));
      }
    }
  }
}
