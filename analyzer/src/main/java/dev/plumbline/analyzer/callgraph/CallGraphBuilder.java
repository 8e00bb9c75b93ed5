package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.callgraph.Dispatch.Targets;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MapperXml;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Builds the graph in two rounds: first every call by its declared types and by where its receiver
 * comes from within its body, then those that run functional values, which are followed through the
 * calls of the first round.
 */
final class CallGraphBuilder {

  private final Program program;
  private final Predicate<TypeInfo> included;
  private final Dispatch dispatch;
  private final Creations creations;
  private final Receivers receivers;
  private final Callbacks callbacks;
  private final Events events;
  private final Reflection reflection;
  private final Marks marks;

  /**
   * @param included whether the code of a type counts: as caller, and in what it stores and creates
   */
  CallGraphBuilder(
      Program program,
      Library library,
      Collection<MapperXml> mappers,
      Predicate<TypeInfo> included) {
    this.program = program;
    this.included = included;
    List<CodeBody> bodies =
        program.bodies().stream().filter(body -> included.test(body.owner())).toList();
    List<TypeInfo> types = program.types().stream().filter(included).toList();
    FieldStores stores = new FieldStores(program, bodies);
    Proxies proxies = new Proxies(program, library, mappers);
    Beans beans = new Beans(program, library, proxies);
    Injections injections = new Injections(program, library, beans, stores);
    Origins origins = new Origins(program, stores, injections, new Lookups(program, library));
    FunctionalInterfaces functional =
        new FunctionalInterfaces(program, new LambdaTargets(program, bodies));
    this.dispatch = new Dispatch(program, proxies, new CreatedTypes(program, bodies, types));
    this.creations = new Creations(program);
    this.events = new Events(program, library);
    this.reflection = new Reflection(program);
    this.marks = new Marks(program, library);
    Injected injected = new Injected(program, beans, dispatch, origins);
    this.receivers = new Receivers(program, dispatch, creations, origins, functional, injected);
    this.callbacks = new Callbacks(program, receivers, origins, functional);
  }

  CallGraph build() {
    List<List<CallSite>> sites = new ArrayList<>(program.bodies().size());
    for (CodeBody body : program.bodies()) {
      sites.add(included.test(body.owner()) ? List.copyOf(sites(body)) : List.of());
    }
    CallGraph first = new CallGraph(program.bodies(), sites);
    Functions functions = new Functions(program, first, receivers, callbacks);
    boolean changed = false;
    for (int i = 0; i < sites.size(); i++) {
      List<CallSite> followed = functions.follow(sites.get(i));
      changed |= followed != sites.get(i);
      sites.set(i, followed);
    }
    return changed ? new CallGraph(program.bodies(), sites) : first;
  }

  private List<CallSite> sites(CodeBody body) {
    List<CallSite> sites = new ArrayList<>();
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call) {
          sites.add(site(body, call));
        } else if (each instanceof Instruction.New creation) {
          sites.add(site(body, creation));
        } else if (each instanceof Instruction.Next next) {
          implicit(body, next, next.iterable(), "iterator").ifPresent(sites::add);
        } else if (each instanceof Instruction.Copy copy && isResource(body, copy.target())) {
          implicit(body, copy, copy.target(), "close").ifPresent(sites::add);
        }
      }
    }
    return sites;
  }

  private static boolean isResource(CodeBody body, int register) {
    return body.variable(register)
        .filter(variable -> variable.kind() == Variable.Kind.RESOURCE)
        .isPresent();
  }

  private CallSite site(CodeBody body, Instruction.Call call) {
    CallTarget target = program.inference().target(body, call);
    Targets targets =
        switch (call.dispatch()) {
          case SUPER_CONSTRUCTOR, THIS_CONSTRUCTOR -> creations.of(body, call, target);
          default -> receivers.targets(body, call, target);
        };
    Targets all = callbacks.add(body, call.arguments(), target, targets);
    if (all.outside().isPresent()) {
      all = reflection.add(body, call, target, events.add(body, call, target, all));
    }
    all = marks.add(body, call, all);
    return new CallSite(body, call, Optional.of(target), all.edges(), all.outside(), all.unknown());
  }

  private CallSite site(CodeBody body, Instruction.New creation) {
    CallTarget target = program.inference().target(body, creation);
    Targets targets =
        target.receiver().isKnown()
            ? creations.of(body, creation, target)
            : Targets.unknown(Unknown.Reason.RECEIVER, "new " + creation.type());
    Targets all = callbacks.add(body, creation.arguments(), target, targets);
    return new CallSite(
        body, creation, Optional.of(target), all.edges(), all.outside(), all.unknown());
  }

  /** A call that the language makes; left out where the receiver's type is a library's. */
  private Optional<CallSite> implicit(CodeBody body, Instruction at, int receiver, String method) {
    JavaType type = program.inference().typeOf(body, receiver);
    if (!type.isClass() || !program.hasType(type.name())) {
      return Optional.empty();
    }
    List<Members.Method> found = program.members().methods(type, method, 0, body.owner());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Targets targets = dispatch.virtual(type, found.get(0), isTest(body));
    return Optional.of(
        new CallSite(
            body, at, Optional.empty(), targets.edges(), targets.outside(), targets.unknown()));
  }

  static boolean isTest(CodeBody body) {
    return isTest(body.owner());
  }

  static boolean isTest(TypeInfo type) {
    return type.file().file().role() == SourceRole.TEST;
  }
}
