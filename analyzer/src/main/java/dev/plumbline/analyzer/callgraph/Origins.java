package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Modifiers.Keyword;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.GeneratedMethod;
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
  private final Lookups lookups;

  Origins(Program program, FieldStores stores, Injections injections, Lookups lookups) {
    this.program = program;
    this.lookups = lookups;
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

    /**
     * @param element whether an element of the value is meant, or what it provides
     */
    private record Place(CodeBody body, int register, boolean element) {}

    Set<Origin> run(CodeBody body, int register) {
      add(body, register, false);
      while (!work.isEmpty()) {
        if (seen.size() > limit) {
          open("too far away");
          break;
        }
        Place place = work.poll();
        visit(place);
      }
      return found;
    }

    private void add(CodeBody body, int register, boolean element) {
      Place place = new Place(body, register, element);
      if (register == Body.NONE) {
        open("nothing");
      } else if (seen.add(place)) {
        work.add(place);
      }
    }

    private void open(String where) {
      found.add(new Origin.Open(where));
    }

    private void visit(Place place) {
      CodeBody body = place.body;
      int register = place.register;
      Variable variable = body.variable(register).orElse(null);
      if (variable != null && variable.kind() == Variable.Kind.CAPTURED) {
        CodeBody outer = body.capturingFrom().orElse(null);
        Integer from = body.capturedFrom(register).orElse(null);
        if (outer == null || from == null) {
          open("captured " + variable.name());
        } else {
          add(outer, from, place.element);
        }
        return;
      }
      List<Instruction> definitions = body.definitions(register);
      if (variable != null && variable.kind() == Variable.Kind.PARAMETER) {
        parameter(place, variable);
      } else if (definitions.isEmpty()) {
        open("unassigned");
      }
      for (Instruction definition : definitions) {
        definition(place, definition);
      }
    }

    private void parameter(Place place, Variable variable) {
      CodeBody body = place.body;
      if (body.enclosing().isPresent()) {
        lambdaParameter(body, variable);
        return;
      }
      InjectionPoint point = injections.parameter(body.method(), place.register).orElse(null);
      if (point != null) {
        found.add(new Origin.Injected(point, place.element));
        return;
      }
      List<CallSite> callers = calls == null ? null : calls.callers(body).orElse(null);
      boolean built = !place.element && built(body, variable.name());
      if ((callers == null || place.element) && !built) {
        open("parameter " + variable.name());
      }
      if (callers == null || place.element) {
        return;
      }
      for (CallSite site : callers) {
        argument(site, place.register, body);
      }
    }

    /** What a builder is told, for the annotated constructor that it calls in the end. */
    private boolean built(CodeBody body, String parameter) {
      boolean builder =
          body.method().name().equals(MethodDecl.CONSTRUCTOR)
              && !body.method().declaration().annotations().isEmpty();
      List<FieldStores.Store> told = builder ? generated(body.owner(), parameter) : List.of();
      told.forEach(this::add);
      return !told.isEmpty();
    }

    /** What a list, a stream or an Optional hands to a lambda is one of what it holds. */
    private void lambdaParameter(CodeBody lambda, Variable variable) {
      CodeBody body = lambda.enclosing().orElseThrow();
      Instruction.MakeLambda creation = lambda.creation().orElse(null);
      Instruction.Call call = creation == null ? null : takes(body, creation.target());
      if (call == null || call.receiver() == Body.NONE) {
        open("parameter " + variable.name() + " of a lambda");
      } else {
        add(body, call.receiver(), true);
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
        add(site.caller(), arguments.get(index), false);
      }
    }

    private void definition(Place place, Instruction definition) {
      CodeBody body = place.body;
      if (definition instanceof Instruction.Copy copy) {
        add(body, copy.source(), place.element);
      } else if (definition instanceof Instruction.Cast cast) {
        add(body, cast.source(), place.element);
      } else if (definition instanceof Instruction.LoadName load) {
        name(place, load);
      } else if (definition instanceof Instruction.LoadField load) {
        Members.Field field =
            program
                .members()
                .field(program.inference().typeOf(body, load.object()), load.name(), body.owner())
                .orElse(null);
        field(field, load.name(), place.element);
      } else if (definition instanceof Instruction.Call call) {
        result(body, call);
      } else if (definition instanceof Instruction.Next next) {
        add(body, next.iterable(), true);
      } else if (definition instanceof Instruction.LoadElement load) {
        add(body, load.array(), true);
      } else if (place.element) {
        open("element");
      } else {
        made(body, definition);
      }
    }

    private void made(CodeBody body, Instruction definition) {
      if (definition instanceof Instruction.New creation) {
        found.add(new Origin.Created(program.inference().typeOf(body, creation.target())));
      } else if (definition instanceof Instruction.MakeLambda maker) {
        found.add(new Origin.Lambda(body.lambdas().get(maker.lambda())));
      } else if (definition instanceof Instruction.MethodReference reference) {
        found.add(new Origin.Reference(body, reference));
      } else if (!(definition instanceof Instruction.Constant constant)
          || constant.literal().kind() != Literal.Kind.NULL) {
        open(definition.getClass().getSimpleName());
      }
    }

    private void name(Place place, Instruction.LoadName load) {
      CodeBody body = place.body;
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
      field(meaning.field().orElse(null), String.join(".", load.path()), place.element);
    }

    private void field(Members.Field field, String name, boolean element) {
      FieldDecl declaration = field == null ? null : field.declaration().orElse(null);
      if (declaration == null) {
        component(field, name, element);
        return;
      }
      TypeInfo owner = field.info().orElseThrow();
      InjectionPoint point = injections.field(owner, declaration).orElse(null);
      if (point != null) {
        found.add(new Origin.Injected(point, element));
        return;
      }
      if (element) {
        open("element of " + name);
        return;
      }
      if (!fields.add(declaration)) {
        return;
      }
      List<FieldStores.Store> assigned = stores.of(declaration);
      List<FieldStores.Store> generated = generated(owner, declaration.name());
      // What nobody assigns is assigned by a framework; a final field by constructors alone.
      boolean closed =
          declaration.modifiers().isFinal() && !generated.isEmpty()
              || !assigned.isEmpty() && isClosed(owner, declaration);
      if (!closed) {
        open("field " + owner.displayName() + "." + declaration.name());
      }
      assigned.forEach(this::add);
      generated.forEach(this::add);
    }

    /** For functions alone, which are followed through calls: others rarely come that way. */
    private List<FieldStores.Store> generated(TypeInfo owner, String name) {
      return calls == null ? List.of() : stores.generated(owner, name);
    }

    private void add(FieldStores.Store store) {
      add(store.body(), store.source(), false);
    }

    /** A record's component is what its constructor is given. */
    private void component(Members.Field field, String name, boolean element) {
      TypeInfo owner = field == null ? null : field.info().orElse(null);
      List<FieldStores.Store> generated =
          owner == null || element ? List.of() : generated(owner, field.name());
      if (generated.isEmpty()) {
        open("field " + name);
      }
      generated.forEach(this::add);
    }

    private void result(CodeBody body, Instruction.Call call) {
      InjectionPoint looked = lookups.of(body, call).orElse(null);
      if (looked != null) {
        found.add(new Origin.Injected(looked, false));
        return;
      }
      CallSite site = calls == null ? null : calls.site(body, call).orElse(null);
      CodeBody callee = site == null ? null : site.exact().orElse(null);
      if (callee != null) {
        for (Block block : callee.body().blocks()) {
          if (block.terminator() instanceof Instruction.Return exit && exit.value() != Body.NONE) {
            add(callee, exit.value(), false);
          }
        }
      } else {
        libraryResult(body, call);
      }
    }

    /** The field that a generated getter, or the accessor of a record, reads. */
    private Optional<Members.Field> read(Members.Method method) {
      return program
          .generated()
          .method(method)
          .filter(each -> each.role() == GeneratedMethod.Role.GETTER)
          .flatMap(GeneratedMethod::property)
          .flatMap(name -> program.members().field(method.owner(), name, null));
    }

    private void libraryResult(CodeBody body, Instruction.Call call) {
      CallTarget target = program.inference().target(body, call);
      Members.Field read = calls == null ? null : target.method().flatMap(this::read).orElse(null);
      if (read != null) {
        field(read, read.name(), false);
        return;
      }
      List<Integer> returned = target.method().map(Handing::returned).orElse(List.of());
      if (!returned.isEmpty()) {
        for (int index : returned) {
          add(
              body,
              index < call.arguments().size() ? call.arguments().get(index) : Body.NONE,
              false);
        }
      } else if (call.dispatch() == Instruction.Call.Dispatch.EXPRESSION
          && target.declared().isEmpty()) {
        // What a library's container gives may be something that it holds.
        add(body, call.receiver(), true);
      } else {
        open("result of " + call.name());
      }
    }
  }

  /** The call that is given the lambda in {@code register}. */
  private static Instruction.Call takes(CodeBody body, int register) {
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call
            && call.arguments().stream().anyMatch(argument -> argument == register)) {
          return call;
        }
      }
    }
    return null;
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
