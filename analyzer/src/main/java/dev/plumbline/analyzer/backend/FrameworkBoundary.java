package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.backend.Annotations.Meaning;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.MethodModel;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.Place;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.source.SourceRole;
import dev.plumbline.analyzer.taint.Boundary;
import dev.plumbline.analyzer.taint.Substitution;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What frameworks hand to the methods of the workspace's main code and take from them, by
 * annotations, composed and inherited ones too, by supertypes, and by the library data.
 *
 * <p>A parameter whose type has methods that are sources by themselves (a servlet request, an
 * upload) is none here: what they give is told apart there. Types do not matter otherwise: whether
 * a number can carry text is for whoever asks.
 *
 * <p>Not seen: parameters of lambdas, classes that only XML or code registers, a principal's
 * claims.
 *
 * <p>Worked out once, in one pass over the declarations; safe to read from many threads.
 */
public final class FrameworkBoundary implements Boundary {

  /** What may be text. Of a writer that is given away, the sinks are the places that write. */
  private static final Set<String> TEXTS = Set.of("Object", "String", "CharSequence");

  private final Program program;
  private final Library library;
  private final Annotations annotations;
  private final Substitutions substitutions;
  private final BoundaryEntries entries = new BoundaryEntries();
  private final Map<MethodInfo, Set<SinkKind>> results = new HashMap<>();

  FrameworkBoundary(
      Program program, Library library, Endpoints endpoints, Substitutions substitutions) {
    this.substitutions = substitutions;
    this.program = program;
    this.library = library;
    this.annotations = new Annotations(program, library);
    HandedTypes types = new HandedTypes(program, library);
    HandlerEntries handlers = new HandlerEntries(program, annotations, types, entries);
    BoundMembers members = new BoundMembers(program, library, annotations, handlers, entries);
    List<TypeInfo> main = program.types().stream().filter(FrameworkBoundary::isMain).toList();
    main.forEach(members::fields);
    ResponseUses uses = new ResponseUses(program, annotations);
    Set<MethodInfo> answered = new HashSet<>();
    for (Endpoint endpoint : endpoints.all()) {
      if (isMain(endpoint.controller())) {
        handlers.collect(endpoint);
        result(endpoint.handler(), uses.of(endpoint));
        answered.add(endpoint.handler());
      }
    }
    CalledEntries called = new CalledEntries(program, library, types, entries);
    for (TypeInfo type : main) {
      // First: the header of a message is bound by the annotation that binds one of a request.
      called.collect(type);
      members.parameters(type);
      for (MethodInfo method : type.methods()) {
        if (method.body().isPresent() && method.declaration().kind() == MethodDecl.Kind.METHOD) {
          if (!answered.contains(method)) {
            ofNoController(method, endpoints, handlers, uses);
          }
          overriding(method);
        }
      }
    }
  }

  private static boolean isMain(TypeInfo type) {
    return type.file().file().role() != SourceRole.TEST
        && type.declaration().kind() != TypeDecl.Kind.ANNOTATION;
  }

  @Override
  public Optional<Entry> parameter(MethodInfo method, int index) {
    return entries.parameter(method, index);
  }

  @Override
  public Optional<Entry> field(String ownerType, String field) {
    return entries.field(ownerType, field);
  }

  @Override
  public List<Substitution> substitutions(String type, String method) {
    return substitutions.of(type, method);
  }

  @Override
  public Set<SinkKind> returned(MethodInfo method) {
    return results.getOrDefault(method, Set.of());
  }

  private void result(MethodInfo method, Set<SinkKind> kinds) {
    if (!kinds.isEmpty()) {
      results.merge(
          method,
          kinds,
          (known, more) -> {
            Set<SinkKind> both = EnumSet.copyOf(known);
            both.addAll(more);
            return Set.copyOf(both);
          });
    }
  }

  /**
   * A handler that no endpoint has: of an abstract controller without subclass, of a class whose
   * annotation stands in another module, of exceptions.
   */
  private void ofNoController(
      MethodInfo method, Endpoints endpoints, HandlerEntries handlers, ResponseUses uses) {
    if (method.declaration().annotations().isEmpty()) {
      return;
    }
    List<ScopedAnnotation> own =
        Annotations.scoped(method.declaration().annotations(), method.owner());
    Meaning mapping = annotations.meaning(own, Role.MAPPING).orElse(null);
    if (mapping != null && annotations.onType(method.owner(), Role.CLIENT).isEmpty()) {
      MethodHierarchy.Member member = member(method);
      String framework = mapping.model().framework();
      EndpointBindings.Surroundings around =
          new EndpointBindings.Surroundings(
              method.owner(), framework, Endpoint.Kind.HTTP, Set.of());
      for (EndpointParameter each : endpoints.bindings().parameters(member, around)) {
        Entry entry = handlers.entry(Endpoint.Kind.HTTP, framework, each);
        if (entry != null) {
          entries.parameter(method, each.index(), entry);
        }
      }
      result(method, uses.of(framework, method.owner(), method, member.returnType()));
    } else if (annotations.meaning(own, Role.EXCEPTION_HANDLER).isPresent()) {
      result(method, uses.of("spring", method.owner(), method, member(method).returnType()));
    }
  }

  private MethodHierarchy.Member member(MethodInfo method) {
    Members.Method seen = program.members().seenFrom(method.owner().type(), method);
    return new MethodHierarchy.Member(
        method,
        program.members().parameterTypes(seen),
        program.members().returnType(seen),
        List.of(method));
  }

  /** The library data call the result of what is overridden a sink. */
  private void overriding(MethodInfo method) {
    if (method.declaration().modifiers().isStatic()
        || !library.mayModel(method.name(), MethodRole.Sink.class)
        || !TEXTS.contains(method.declaration().returnType().toString())
        || program.hierarchy().ancestors(method.owner().name()).size() < 2) {
      return;
    }
    int arity = method.declaration().parameters().size();
    List<SinkKind> kinds = new ArrayList<>(0);
    for (MethodModel model :
        library.models(method.owner().type(), method.name(), arity, program.hierarchy())) {
      for (MethodRole.Sink sink : model.sinks()) {
        if (sink.at().base() == Place.Base.RESULT && sink.at().function().isEmpty()) {
          kinds.add(sink.kind());
        }
      }
    }
    result(method, Set.copyOf(kinds));
  }
}
