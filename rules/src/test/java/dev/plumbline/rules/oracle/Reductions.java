package dev.plumbline.rules.oracle;

import java.util.ArrayList;
import java.util.List;

/** Every program that is one step smaller than a given one and still of the supported language. */
final class Reductions {

  private Reductions() {}

  static List<Model> of(Model model) {
    List<Model> smaller = new ArrayList<>();
    List<Model.Klass> classes = model.classes();
    for (int k = 1; k < classes.size(); k++) {
      List<Model.Klass> fewer = new ArrayList<>(classes);
      fewer.remove(k);
      smaller.add(new Model(fewer));
    }
    for (int k = 0; k < classes.size(); k++) {
      ofFields(model, k, smaller);
      ofMethods(model, k, smaller);
    }
    smaller.removeIf(each -> !Validity.of(each));
    return smaller;
  }

  private static void ofFields(Model model, int index, List<Model> smaller) {
    Model.Klass klass = model.classes().get(index);
    for (int f = klass.constructed() ? 1 : 0; f < klass.fields().size(); f++) {
      List<Model.Field> fewer = new ArrayList<>(klass.fields());
      fewer.remove(f);
      List<Model.Klass> changed = new ArrayList<>(model.classes());
      changed.set(
          index,
          new Model.Klass(
              klass.name(), klass.parent(), klass.constructed(), fewer, klass.methods()));
      smaller.add(new Model(changed));
    }
  }

  private static void ofMethods(Model model, int index, List<Model> smaller) {
    List<Model.Method> methods = model.classes().get(index).methods();
    for (int m = 0; m < methods.size(); m++) {
      Model.Method method = methods.get(m);
      if (method != model.entry() && !method.name().equals(Model.STEP_METHOD)) {
        List<Model.Method> fewer = new ArrayList<>(methods);
        fewer.remove(m);
        smaller.add(model.withMethods(index, fewer));
      }
      for (Node body : of(method.body())) {
        List<Model.Method> changed = new ArrayList<>(methods);
        changed.set(m, method.withBody(body));
        smaller.add(model.withMethods(index, changed));
      }
    }
  }

  private static List<Node> of(Node node) {
    List<Node> smaller = new ArrayList<>();
    if (node.kind() == Kind.BLOCK) {
      ofBlock(node, smaller);
    } else if (node.type() != Type.VOID && node.kind() != Kind.DECLARE) {
      for (Node part : node.parts()) {
        if (part.type() == node.type()) {
          smaller.add(part);
        }
      }
      if (node.type() == Type.STRING && node.kind() != Kind.CONST) {
        smaller.add(Node.constant("c"));
      }
    }
    for (int i = 0; i < node.parts().size(); i++) {
      for (Node part : of(node.part(i))) {
        smaller.add(node.withPart(i, part));
      }
    }
    return smaller;
  }

  /** Without half of the statements, without one of them, with what one holds in its place. */
  private static void ofBlock(Node block, List<Node> smaller) {
    List<Node> statements = block.parts();
    int count = statements.size();
    if (count > 3) {
      smaller.add(Node.block(statements.subList(0, count / 2)));
      smaller.add(Node.block(statements.subList(count / 2, count)));
    }
    for (int i = 0; i < count; i++) {
      smaller.add(block.withoutPart(i));
      for (Node held : statements.get(i).parts()) {
        if (held.kind() == Kind.BLOCK) {
          List<Node> flat = new ArrayList<>(statements.subList(0, i));
          flat.addAll(held.parts());
          flat.addAll(statements.subList(i + 1, count));
          smaller.add(Node.block(flat));
        }
      }
    }
  }

  /** What a program is measured by. */
  static long size(Model model) {
    long methods = model.classes().stream().mapToLong(each -> each.methods().size()).sum();
    long fields = model.classes().stream().mapToLong(each -> each.fields().size()).sum();
    return model.nodes().count() + 3 * methods + fields + 3 * model.classes().size();
  }
}
