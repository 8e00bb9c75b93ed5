package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.callgraph.Unknown.Reason;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Modifiers.Keyword;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Overrides;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Class hierarchy analysis (J. Dean, D. Grove, C. Chambers, 1995): what runs when a method is
 * called on a receiver of a static type is what the concrete classes below that type have for it.
 *
 * <p>Answers are kept by receiver type and method, because a few interfaces take most calls.
 */
final class Dispatch {

  /**
   * The targets that one call may have. The largest families of handlers in backends have more than
   * 400 members, one for each command; what has more is {@code equals} or {@code getId}, and says
   * nothing. Calls of one method share the list.
   */
  static final int MAX_TARGETS = 600;

  private final Program program;
  private final Proxies proxies;
  private final CreatedTypes created;
  private final Map<Key, Targets> known = new ConcurrentHashMap<>();

  Dispatch(Program program, Proxies proxies, CreatedTypes created) {
    this.program = program;
    this.proxies = proxies;
    this.created = created;
  }

  /**
   * @param receiver its name, or the type where its arguments count
   */
  private record Key(Object receiver, TypeInfo declared, Object method, boolean tests) {}

  /**
   * What runs.
   *
   * @param edges of kind {@link EdgeKind#EXACT} when the language leaves no choice
   */
  record Targets(List<CallEdge> edges, Optional<Outside> outside, Optional<Unknown> unknown) {

    static Targets outside(Outside outside) {
      return new Targets(List.of(), Optional.of(outside), Optional.empty());
    }

    static Targets unknown(Reason reason, String detail) {
      return new Targets(List.of(), Optional.empty(), Optional.of(new Unknown(reason, detail)));
    }

    static Targets exact(CodeBody body) {
      return new Targets(
          List.of(new CallEdge(body, EdgeKind.EXACT)), Optional.empty(), Optional.empty());
    }
  }

  /** Without a choice: static, private, {@code super}. */
  Targets direct(Members.Method method) {
    MethodInfo info = method.declared().orElse(null);
    if (info == null) {
      return Targets.outside(isGenerated(method) ? Outside.GENERATED : Outside.LIBRARY);
    }
    return info.body()
        .map(Targets::exact)
        .orElseGet(() -> Targets.unknown(Reason.NO_IMPLEMENTATION, info.displayName()));
  }

  private boolean isGenerated(Members.Method method) {
    return program.hasType(method.owner().name()) || program.generated().method(method).isPresent();
  }

  /**
   * On any object of {@code receiver} or a type below it.
   *
   * @param tests whether classes of test code may be receivers
   */
  Targets virtual(JavaType receiver, Members.Method method, boolean tests) {
    MethodInfo info = method.declared().orElse(null);
    if (info != null && info.declaration().kind() == MethodDecl.Kind.ANNOTATION_ELEMENT) {
      return Targets.outside(Outside.GENERATED);
    }
    if (info != null && Overrides.isFinal(info) && info.body().isPresent()) {
      return direct(method);
    }
    if (info == null && (receiver.is("java.lang.Object") || receiver.isArray())) {
      return new Targets(
          List.of(),
          Optional.of(Outside.LIBRARY),
          receiver.isArray()
              ? Optional.empty()
              : Optional.of(new Unknown(Reason.OPEN_RECEIVER, "Object." + method.name())));
    }
    boolean leaf = program.hierarchy().directSubtypes(receiver.name()).isEmpty();
    Targets alone = leaf ? alone(receiver, method) : null;
    if (alone != null) {
      return alone;
    }
    Object identity = info != null ? info : method.external().orElseThrow();
    TypeInfo at = program.type(receiver.name(), info == null ? null : info.owner()).orElse(null);
    Targets targets =
        known(
            new Key(receiver.name(), at, identity, tests),
            () -> below(JavaType.of(receiver.name()), at, method, tests));
    boolean choice =
        targets.edges().size() > 1
            || targets.unknown().filter(each -> each.reason() == Reason.TOO_MANY).isPresent();
    return choice && !receiver.arguments().isEmpty()
        ? known(new Key(receiver, at, identity, tests), () -> below(receiver, at, method, tests))
        : targets;
  }

  private Targets known(Key key, Supplier<Targets> question) {
    Targets targets = known.get(key);
    if (targets == null) {
      targets = question.get();
      known.put(key, targets);
    }
    return targets;
  }

  /**
   * On a type that nothing is below, which most are: without a look at the hierarchy above where
   * the type itself has the method. Null when it does not.
   */
  private Targets alone(JavaType receiver, Members.Method method) {
    MethodInfo info = method.declared().orElse(null);
    if (info == null) {
      return program.hasType(receiver.name())
          ? isGenerated(method) ? Targets.outside(Outside.GENERATED) : null
          : Targets.outside(isGenerated(method) ? Outside.GENERATED : Outside.LIBRARY);
    }
    CodeBody code = info.body().orElse(null);
    if (code == null || !info.owner().name().equals(receiver.name()) || !isConcrete(info.owner())) {
      return null;
    }
    boolean never = !created.isCreated(info.owner());
    return new Targets(
        List.of(
            new CallEdge(
                code, EdgeKind.HIERARCHY, never ? Set.of(EdgeMark.NEVER_CREATED) : Set.of())),
        Optional.empty(),
        Optional.empty());
  }

  private Targets below(JavaType receiver, TypeInfo at, Members.Method method, boolean tests) {
    List<TypeInfo> classes = concrete(receiver.name(), at, tests);
    if (!receiver.arguments().isEmpty()) {
      List<TypeInfo> fitting = classes.stream().filter(each -> mayBe(each, receiver)).toList();
      classes = fitting.isEmpty() ? classes : fitting;
    }
    MethodInfo info = method.declared().orElse(null);
    Found found = lookup(classes, method);
    boolean proxied = at != null && proxies.isProxied(at);
    if (proxied && info != null) {
      // Spring Data implements a fragment's methods with the class that implements the fragment.
      if (info.body().isPresent()) {
        found.add(info.body().get(), false);
      } else if (!info.owner().name().equals(receiver.name())) {
        found.addAll(lookup(concrete(info.owner().name(), info.owner(), tests), method));
      }
    }
    if (proxied && found.bodies.isEmpty()) {
      found.outside = Outside.FRAMEWORK;
    } else if (info == null && isGenerated(method)) {
      found.outside = Outside.GENERATED;
    } else if (info == null && (at == null || found.bodies.isEmpty())) {
      found.outside = Outside.LIBRARY;
    }
    return found.targets(method);
  }

  /**
   * Whether an object of {@code type} may stand where {@code receiver} with its arguments is asked
   * for: a {@code Converter<Order, View>} is no {@code Converter<User, View>}. Arguments above or
   * below one another agree, because wildcards and unchecked casts are seen as their bounds.
   */
  private boolean mayBe(TypeInfo type, JavaType receiver) {
    JavaType seen = program.hierarchy().asSuper(type.type(), receiver.name());
    if (seen == null || seen.arguments().size() != receiver.arguments().size()) {
      return true;
    }
    for (int i = 0; i < receiver.arguments().size(); i++) {
      JavaType wanted = receiver.argument(i);
      JavaType has = seen.argument(i);
      if (wanted.isClass()
          && has.isClass()
          && !program.hierarchy().isSubtype(has, wanted.name())
          && !program.hierarchy().isSubtype(wanted, has.name())) {
        return false;
      }
    }
    return true;
  }

  /** The classes at and below {@code receiver} of which there can be objects. */
  List<TypeInfo> concrete(String receiver, TypeInfo at, boolean tests) {
    List<TypeInfo> classes = new ArrayList<>();
    Set<TypeInfo> seen = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    ArrayDeque<TypeInfo> work = new ArrayDeque<>();
    if (at != null) {
      work.add(at);
    } else {
      work.addAll(program.hierarchy().directSubtypes(receiver));
    }
    while (!work.isEmpty()) {
      TypeInfo type = work.poll();
      if (!seen.add(type) || !tests && type.file().file().role() == SourceRole.TEST) {
        continue;
      }
      if (isConcrete(type)) {
        classes.add(type);
      }
      work.addAll(program.hierarchy().directSubtypes(type.name()));
    }
    return classes;
  }

  private static boolean isConcrete(TypeInfo type) {
    TypeDecl declaration = type.declaration();
    return switch (declaration.kind()) {
      case INTERFACE, ANNOTATION -> false;
      default -> !declaration.modifiers().has(Keyword.ABSTRACT);
    };
  }

  private Found lookup(Collection<TypeInfo> classes, Members.Method method) {
    Found found = new Found();
    for (TypeInfo type : classes) {
      Overrides.Implementation code = program.overrides().implementation(type, method);
      if (code.method().isPresent()) {
        found.add(code.method().get().body().orElseThrow(), created.isCreated(type));
      } else if (code.library() || code.generated()) {
        found.outside = code.library() ? Outside.LIBRARY : Outside.GENERATED;
      }
    }
    return found;
  }

  /** On objects of exactly these classes. */
  Targets on(Collection<TypeInfo> classes, Members.Method method, EdgeKind kind) {
    Found found = lookup(classes, method);
    if (method.declared().isEmpty() && found.bodies.isEmpty()) {
      return direct(method);
    }
    List<CallEdge> edges = found.edges(kind, false);
    return new Targets(
        edges,
        Optional.ofNullable(found.outside),
        edges.isEmpty() && found.outside == null
            ? Optional.of(new Unknown(Reason.NO_IMPLEMENTATION, method.name()))
            : Optional.empty());
  }

  /** Bodies with whether an object is seen to be created that has them. */
  private final class Found {
    private final Map<CodeBody, Boolean> bodies = new java.util.IdentityHashMap<>();
    private Outside outside;

    void add(CodeBody body, boolean isCreated) {
      bodies.merge(body, isCreated, Boolean::logicalOr);
    }

    void addAll(Found other) {
      other.bodies.forEach(this::add);
      outside = outside == null ? other.outside : outside;
    }

    List<CallEdge> edges(EdgeKind kind, boolean mark) {
      TreeSet<CodeBody> sorted = new TreeSet<>(Comparator.comparingInt(CodeBody::index));
      sorted.addAll(bodies.keySet());
      List<CallEdge> edges = new ArrayList<>(sorted.size());
      for (CodeBody body : sorted) {
        boolean never = mark && !bodies.get(body);
        edges.add(new CallEdge(body, kind, never ? Set.of(EdgeMark.NEVER_CREATED) : Set.of()));
      }
      return edges;
    }

    Targets targets(Members.Method method) {
      MethodInfo info = method.declared().orElse(null);
      if (bodies.size() > MAX_TARGETS) {
        return new Targets(
            List.of(),
            Optional.ofNullable(outside),
            Optional.of(
                new Unknown(
                    Reason.TOO_MANY, bodies.size() + " implementations of " + name(method))));
      }
      if (bodies.isEmpty() && outside == null) {
        // An abstract class whose method has code, and no class below it: the code may still run.
        if (info != null && info.body().isPresent()) {
          add(info.body().get(), false);
        } else {
          return Targets.unknown(Reason.NO_IMPLEMENTATION, name(method));
        }
      }
      return new Targets(
          edges(EdgeKind.HIERARCHY, true), Optional.ofNullable(outside), Optional.empty());
    }

    private String name(Members.Method method) {
      return method.owner().simpleName() + "." + method.name();
    }
  }

  /** Whether a library's type has workspace types below it that could be receivers. */
  boolean hasWorkspaceSubtypes(JavaType type) {
    return !program.hierarchy().directSubtypes(type.name()).isEmpty();
  }
}
