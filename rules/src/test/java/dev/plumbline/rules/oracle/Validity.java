package dev.plumbline.rules.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a program is one of the supported language, so that {@code javac} takes it: names stand
 * in scope, no statement follows one that never completes, methods end with a return. Cutting a
 * program down gives many that are not.
 */
final class Validity {

  private final Model model;
  private boolean valid = true;

  private Validity(Model model) {
    this.model = model;
  }

  static boolean of(Model model) {
    Validity validity = new Validity(model);
    for (Model.Klass klass : model.classes()) {
      for (Model.Method method : klass.methods()) {
        validity.method(klass, method);
      }
    }
    return validity.valid;
  }

  /** Whether control can come behind a statement, in the sense of JLS 14.22. */
  static boolean completes(Node node) {
    return switch (node.kind()) {
      case RETURN, THROW -> false;
      case BLOCK -> node.parts().stream().allMatch(Validity::completes);
      case IF -> completes(node.part(1)) || completes(node.part(2));
      case SWITCH ->
          node.all().anyMatch(each -> each.kind() == Kind.BREAK)
              || node.parts().stream().anyMatch(Validity::completes);
      case TRY -> (completes(node.part(0)) || completes(node.part(1))) && completes(node.part(2));
      default -> true;
    };
  }

  private void method(Model.Klass klass, Model.Method method) {
    Map<String, Type> names = new HashMap<>();
    method.parameters().forEach(each -> names.put(each.name(), each.type()));
    if (!method.isStatic()) {
      names.put("this", klass.isServlet() ? Type.VOID : Type.DATA);
    }
    Set<String> assigned = new HashSet<>();
    method.body().all().filter(n -> n.kind() == Kind.ASSIGN).forEach(n -> assigned.add(n.text()));
    new Walk(names, assigned, false, false).block(method.body());
    valid &= method.result() == Type.VOID || !completes(method.body());
  }

  /** One block's names; those of enclosing blocks are copied in. */
  private final class Walk {
    private final Map<String, Type> names;
    private final Set<String> assigned;
    private final boolean breaks;
    private final boolean continues;

    /**
     * @param breaks whether a break may stand here
     * @param continues whether a continue may
     */
    Walk(Map<String, Type> names, Set<String> assigned, boolean breaks, boolean continues) {
      this.names = new HashMap<>(names);
      this.assigned = assigned;
      this.breaks = breaks;
      this.continues = continues;
    }

    private void inner(Node block) {
      new Walk(names, assigned, breaks, continues).block(block);
    }

    private void inner(Node block, boolean loop, String name, Type type) {
      Walk walk = new Walk(names, assigned, loop || breaks, loop || continues);
      if (!name.isEmpty()) {
        valid &= walk.names.put(name, type) == null;
      }
      walk.block(block);
    }

    void block(Node block) {
      List<Node> statements = block.parts();
      for (int i = 0; i < statements.size(); i++) {
        statement(statements.get(i));
        valid &= i == statements.size() - 1 || completes(statements.get(i));
      }
    }

    private void statement(Node node) {
      switch (node.kind()) {
        case BLOCK -> block(node);
        case IF -> {
          expression(node.part(0));
          inner(node.part(1));
          inner(node.part(2));
        }
        case COUNT -> inner(node.part(0), true, node.text().split(",")[0], Type.INT);
        case EACH, ITERATE -> {
          expression(node.part(0));
          inner(node.part(1), true, node.text(), Type.STRING);
        }
        case SWITCH ->
            node.parts().forEach(part -> new Walk(names, assigned, true, continues).block(part));
        case TRY -> {
          Type caught = Printer.takesAll(node) ? Type.VOID : Type.EXCEPTION;
          inner(node.part(0));
          inner(node.part(1), false, node.text(), caught);
          inner(node.part(2));
        }
        case DECLARE -> {
          expression(node.part(0));
          valid &= names.put(node.text(), node.type()) == null;
        }
        case ASSIGN -> {
          valid &= names.containsKey(node.text());
          expression(node.part(0));
        }
        case BREAK, CONTINUE -> {
          valid &= node.kind() == Kind.BREAK ? breaks : continues;
          expression(node.part(0));
        }
        case ATTRIBUTE_SET -> {
          valid &= names.containsKey("request");
          expression(node.part(0));
        }
        case FOR_EACH -> {
          expression(node.part(0));
          lambda(node, node.part(1));
          lambda(node, node.part(2));
        }
        case FIELD_SET -> {
          ownField(node);
          node.parts().forEach(this::expression);
        }
        case STATIC_SET -> {
          field(node);
          expression(node.part(0));
        }
        default -> node.parts().forEach(this::expression);
      }
    }

    private void expression(Node node) {
      switch (node.kind()) {
        case LOCAL -> valid &= names.get(node.text()) == node.type();
        case THIS -> valid &= names.containsKey("this");
        case SOURCE, ATTRIBUTE -> valid &= names.containsKey("request");
        case STATIC -> field(node);
        case FIELD -> {
          ownField(node);
          node.parts().forEach(this::expression);
        }
        case CALL -> {
          call(node);
          node.parts().forEach(this::expression);
        }
        case NEW_OBJECT -> {
          valid &= model.klass(node.text()).isPresent();
          node.parts().forEach(this::expression);
        }
        case ARRAY_GET, LIST_GET, LIST_REMOVE -> {
          index(node.text());
          node.parts().forEach(this::expression);
        }
        case METHOD_REF -> {
          String[] name = node.text().split("\\.");
          valid &= model.method(name[0], name[1]).isPresent();
        }
        case ANONYMOUS -> {
          valid &= node.all().noneMatch(each -> each.kind() == Kind.THIS);
          lambda(node, node.part(0));
        }
        case LAMBDA -> lambda(node, node.part(0));
        case MAPPED, STREAM, FIND, COMPUTED -> {
          expression(node.part(0));
          lambda(node, node.part(1));
          node.parts().stream().skip(2).forEach(this::expression);
        }
        default -> node.parts().forEach(this::expression);
      }
    }

    private void index(String text) {
      valid &= Character.isDigit(text.charAt(0)) || names.get(text) == Type.INT;
    }

    /**
     * What a lambda takes from outside must never be assigned again; and only {@code Step} lets
     * through the exception that methods declare.
     */
    private void lambda(Node node, Node body) {
      boolean pure = node.kind() != Kind.LAMBDA && node.kind() != Kind.ANONYMOUS;
      body.all()
          .forEach(
              each -> {
                switch (each.kind()) {
                  case LOCAL -> valid &= !assigned.contains(each.text()) && each.type() != Type.INT;
                  case ARRAY_GET, LIST_GET, LIST_REMOVE ->
                      valid &= Character.isDigit(each.text().charAt(0));
                  case CALL, APPLY -> valid &= !pure;
                  default -> {}
                }
              });
      Walk walk = new Walk(names, assigned, false, false);
      String name = node.text().substring(node.text().indexOf(',') + 1);
      valid &= walk.names.put(name, Type.STRING) == null;
      walk.expression(body);
    }

    private void field(Node node) {
      String[] name = node.text().split("\\.");
      valid &=
          model.klass(name[0]).stream()
              .flatMap(klass -> klass.fields().stream())
              .anyMatch(each -> each.name().equals(name[1]));
    }

    private void ownField(Node node) {
      valid &=
          model.classes().stream()
              .flatMap(klass -> klass.fields().stream())
              .anyMatch(each -> !each.isStatic() && each.name().equals(node.text()));
    }

    private void call(Node node) {
      if (node.text().contains(".")) {
        String[] name = node.text().split("\\.");
        valid &= model.method(name[0], name[1]).isPresent();
      } else {
        valid &=
            model.classes().stream()
                .flatMap(klass -> klass.methods().stream())
                .anyMatch(each -> each.name().equals(node.text()));
      }
    }
  }
}
