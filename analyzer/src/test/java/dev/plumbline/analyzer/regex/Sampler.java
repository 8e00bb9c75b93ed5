package dev.plumbline.analyzer.regex;

/** A text that a pattern may match, by chance; lookaround and boundaries are not minded. */
final class Sampler implements RegexNode.Visitor<String> {

  private static final int[] USUAL = "abcKk1_-&: #é.\n\r".codePoints().toArray();

  private final RandomPatterns random;

  Sampler(RandomPatterns random) {
    this.random = random;
  }

  @Override
  public String chars(RegexNode.Chars node) {
    if (node.set().isEmpty()) {
      return "";
    }
    for (int i = 0; i < 10; i++) {
      int c = USUAL[random.number(USUAL.length)];
      if (node.set().contains(c)) {
        return Character.toString(c);
      }
    }
    int[] starts = node.set().starts().toArray();
    return Character.toString(starts[random.number(starts.length)]);
  }

  @Override
  public String sequence(RegexNode.Sequence node) {
    StringBuilder text = new StringBuilder();
    node.parts().forEach(part -> text.append(part.accept(this)));
    return text.toString();
  }

  @Override
  public String alternatives(RegexNode.Alternatives node) {
    return node.branches().get(random.number(node.branches().size())).accept(this);
  }

  @Override
  public String repeat(RegexNode.Repeat node) {
    int most = Math.min(node.max(), node.min() + 3);
    int times = node.min() + random.number(most - node.min() + 1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < times; i++) {
      text.append(node.body().accept(this));
    }
    return text.toString();
  }

  @Override
  public String group(RegexNode.Group node) {
    return node.body().accept(this);
  }

  @Override
  public String atomic(RegexNode.Atomic node) {
    return node.body().accept(this);
  }

  @Override
  public String look(RegexNode.Look node) {
    return "";
  }

  @Override
  public String boundary(RegexNode.Boundary node) {
    return "";
  }

  @Override
  public String backReference(RegexNode.BackReference node) {
    return random.chance(2) ? "" : "a";
  }

  @Override
  public String unknown(RegexNode.Unknown node) {
    return "";
  }
}
