package dev.plumbline.analyzer.regex;

import dev.plumbline.analyzer.regex.RegexNode.Mode;
import dev.plumbline.analyzer.regex.RegexNode.Repeat;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** What the JDK makes of the loops of a pattern when it compiles it. */
final class Loops implements RegexNode.Visitor<Boolean> {

  private final Set<Repeat> remembering = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean refersBack;
  private int groups;
  private int repeatedAround;

  private Loops() {}

  /**
   * The loops that remember where they failed, since Java 9.
   *
   * @return a set that tells nodes apart by identity
   */
  static Set<Repeat> remembering(RegexNode pattern) {
    Loops loops = new Loops();
    pattern.accept(loops);
    return loops.refersBack ? Set.of() : loops.remembering;
  }

  /** The highest index of a capturing group. */
  static int groups(RegexNode pattern) {
    Loops loops = new Loops();
    pattern.accept(loops);
    return loops.groups;
  }

  // Each answer tells whether the part leaves the matcher a decision.

  @Override
  public Boolean chars(RegexNode.Chars node) {
    return false;
  }

  @Override
  public Boolean sequence(RegexNode.Sequence node) {
    boolean decides = false;
    for (RegexNode part : node.parts()) {
      decides |= part.accept(this);
    }
    return decides;
  }

  @Override
  public Boolean alternatives(RegexNode.Alternatives node) {
    node.branches().forEach(branch -> branch.accept(this));
    return true;
  }

  @Override
  public Boolean repeat(Repeat node) {
    repeatedAround++;
    boolean decides = node.body().accept(this);
    repeatedAround--;
    boolean isGroup =
        !(node.body() instanceof RegexNode.Atomic) && !(node.body() instanceof RegexNode.Look);
    if (decides
        && isGroup
        && repeatedAround == 0
        && node.mode() == Mode.GREEDY
        && node.max() == Repeat.UNBOUNDED) {
      remembering.add(node);
    }
    return decides || node.min() != node.max();
  }

  @Override
  public Boolean group(RegexNode.Group node) {
    groups = Math.max(groups, node.index());
    return node.body().accept(this);
  }

  @Override
  public Boolean atomic(RegexNode.Atomic node) {
    node.body().accept(this);
    return true;
  }

  @Override
  public Boolean look(RegexNode.Look node) {
    repeatedAround++;
    node.body().accept(this);
    repeatedAround--;
    return true;
  }

  @Override
  public Boolean boundary(RegexNode.Boundary node) {
    return false;
  }

  @Override
  public Boolean backReference(RegexNode.BackReference node) {
    refersBack = true;
    return true;
  }

  @Override
  public Boolean unknown(RegexNode.Unknown node) {
    return true;
  }
}
