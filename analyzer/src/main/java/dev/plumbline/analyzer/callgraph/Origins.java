package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.Modifiers.Keyword;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.NameMeaning;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a value <i>may</i> come from: backwards from a register through copies, casts, captured
 * variables and fields, and where callers are known through parameters and results. Flow- and
 * context-insensitive. A place is visited once and the number of places is bounded, so it ends.
 */
final class Origins {

  /** Receivers are a copy or two away from what they are; what is further is rarely worth it. */
  private static final int MAX_PLACES = 24;

  /** A functional value goes through a few methods and their callers. */
  private static final int MAX_PLACES_THROUGH_CALLS = 300;

  private final Program program;
  private final FieldStores stores;
  private final Injections injections;

  Origins(Program program, FieldStores stores, Injections injections) {
    this.program = program;
    this.stores = stores;
    this.injections = injections;
  }

  /** Within a body, and the fields that it reads. */
  Set<Origin> local(CodeBody body, int register) {
    return new Trace(null, MAX_PLACES).run(body, register);
  }

  /**
   * Through parameters and results too.
   *
   * @param calls who calls a method and what it calls
   */
  Set<Origin> throughCalls(CodeBody body, int register, KnownCalls calls) {
    return new Trace(calls, MAX_PLACES_THROUGH_CALLS).run(body, register);
  }

  /** Kinds of edges on which the arguments of the call are those of the callee. */
  private static final Set<EdgeKind> PASSES_ARGUMENTS =
      Set.of(EdgeKind.EXACT, EdgeKind.HIERARCHY, EdgeKind.INJECTED);

  /** The calls that are known when functional values are followed. */
  interface KnownCalls {

    /** Those of a method that nothing but these calls; empty when others may. */
    Optional<List<CallSite>> callers(CodeBody method);

    Optional<CallSite> site(CodeBody body, Instruction call);
  }

  /** One question. */
  private final class Trace {
    private final KnownCalls calls;
    private final int limit;
    private final Set<Origin> found = new LinkedHashSet<>();
    private final Set<Place> seen = new HashSet<>();
    private final Set<FieldDecl> fields =
        java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    private final ArrayDeque<Place> work = new ArrayDeque<>();

    Trace(KnownCalls calls, int limit) {
      this.calls = calls;
      this.limit = limit;
    }

    private record Place(CodeBody body, int register) {}

    Set<Origin> run(CodeBody body, int register) {
      add(body, register);
      while (!work.isEmpty()) {
        if (seen.size() > limit) {
          open("too far away");
          break;
        }
        Place place = work.poll();
        visit(place.body, place.register);
      }
      return found;
    }

    private void add(CodeBody body, int register) {
      Place place = new Place(body, register);
      if (register == Body.NONE) {
        open("nothing");
      } else if (seen.add(place)) {
        work.add(place);
      }
    }

    private void open(String where) {
      found.add(new Origin.Open(where));
    }

    private void visit(CodeBody body, int register) {
      Variable variable = body.variable(register).orElse(null);
      if (variable != null && variable.kind() == Variable.Kind.CAPTURED) {
        CodeBody outer = body.capturingFrom().orElse(null);
        Integer from = body.capturedFrom(register).orElse(null);
        if (outer == null || from == null) {
          open("captured " + variable.name());
        } else {
          add(outer, from);
        }
        return;
      }
      List<Instruction> definitions = body.definitions(register);
      if (variable != null && variable.kind() == Variable.Kind.PARAMETER) {
        parameter(body, register, variable);
      } else if (definitions.isEmpty()) {
        open("unassigned");
      }
      for (Instruction definition : definitions) {
        definition(body, definition);
      }
    }

    private void parameter(CodeBody body, int register, Variable variable) {
      if (body.enclosing().isPresent()) {
        open("parameter " + variable.name() + " of a lambda");
        return;
      }
      InjectionPoint point = injections.parameter(body.method(), register).orElse(null);
      if (point != null) {
        found.add(new Origin.Injected(point, false));
        return;
      }
      List<CallSite> callers = calls == null ? null : calls.callers(body).orElse(null);
      if (callers == null) {
        open("parameter " + variable.name());
        return;
      }
      for (CallSite site : callers) {
        argument(site, register, body);
      }
    }

    private void argument(CallSite site, int index, CodeBody callee) {
      boolean variableArity = callee.method().declaration().parameters().get(index).variableArity();
      Operands arguments =
          site.instruction() instanceof Instruction.Call call
              ? call.arguments()
              : site.instruction() instanceof Instruction.New creation
                  ? creation.arguments()
                  : Operands.NONE;
      boolean passes =
          site.edges().stream()
              .anyMatch(edge -> edge.callee() == callee && PASSES_ARGUMENTS.contains(edge.kind()));
      if (!passes || variableArity || index >= arguments.size()) {
        open("argument " + index + " of " + callee.method().displayName());
      } else {
        add(site.caller(), arguments.get(index));
      }
    }

    private void definition(CodeBody body, Instruction definition) {
      if (definition instanceof Instruction.Copy copy) {
        add(body, copy.source());
      } else if (definition instanceof Instruction.Cast cast) {
        add(body, cast.source());
      } else if (definition instanceof Instruction.New creation) {
        found.add(new Origin.Created(program.inference().typeOf(body, creation.target())));
      } else if (definition instanceof Instruction.MakeLambda maker) {
        found.add(new Origin.Lambda(body.lambdas().get(maker.lambda())));
      } else if (definition instanceof Instruction.MethodReference reference) {
        found.add(new Origin.Reference(body, reference));
      } else if (definition instanceof Instruction.Constant constant) {
        if (constant.literal().kind() != Literal.Kind.NULL) {
          open("constant");
        }
      } else if (definition instanceof Instruction.LoadName load) {
        name(body, load);
      } else if (definition instanceof Instruction.LoadField load) {
        Members.Field field =
            program
                .members()
                .field(program.inference().typeOf(body, load.object()), load.name(), body.owner())
                .orElse(null);
        field(field, load.name());
      } else if (definition instanceof Instruction.Call call) {
        result(body, call);
      } else {
        open(definition.getClass().getSimpleName());
      }
    }

    private void name(CodeBody body, Instruction.LoadName load) {
      NameMeaning meaning = program.inference().meaning(body, load);
      if (meaning.isThis() && meaning.fields().isEmpty()) {
        TypeInfo type = program.type(meaning.type().name(), body.owner()).orElse(null);
        if (type == null) {
          open("this");
        } else {
          found.add(new Origin.Self(type));
        }
        return;
      }
      field(meaning.field().orElse(null), String.join(".", load.path()));
    }

    private void field(Members.Field field, String name) {
      FieldDecl declaration = field == null ? null : field.declaration().orElse(null);
      if (declaration == null) {
        open("field " + name);
        return;
      }
      TypeInfo owner = field.info().orElseThrow();
      InjectionPoint point = injections.field(owner, declaration).orElse(null);
      if (point != null) {
        found.add(new Origin.Injected(point, false));
        return;
      }
      if (!fields.add(declaration)) {
        return;
      }
      List<FieldStores.Store> assigned = stores.of(declaration);
      // What nobody assigns is assigned by generated code or by a framework.
      if (assigned.isEmpty() || !isClosed(owner, declaration)) {
        open("field " + owner.displayName() + "." + declaration.name());
      }
      for (FieldStores.Store store : assigned) {
        add(store.body(), store.source());
      }
    }

    private void result(CodeBody body, Instruction.Call call) {
      CallSite site = calls == null ? null : calls.site(body, call).orElse(null);
      CodeBody callee = site == null ? null : site.exact().orElse(null);
      if (callee == null) {
        open("result of " + call.name());
        return;
      }
      for (Block block : callee.body().blocks()) {
        if (block.terminator() instanceof Instruction.Return exit && exit.value() != Body.NONE) {
          add(callee, exit.value());
        }
      }
    }
  }

  /** Whether all assignments of a field are in the sources. */
  private static boolean isClosed(TypeInfo owner, FieldDecl field) {
    if (field.modifiers().isFinal() && field.initializer() != Body.NONE) {
      return true;
    }
    // Lombok's setters, builders and constructors assign without a trace, and so do mappers of
    // JSON, which need an annotation or a public field.
    return field.annotations().isEmpty()
        && owner.annotations().isEmpty()
        && !field.modifiers().has(Keyword.PUBLIC);
  }
}
