package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.finding.Resolution.Outcome;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.ImportDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Says of every call, creation and method reference whether its declaration was found, and if not,
 * why. A call on the result of an unresolved call is blamed on that one: its outcome and name are
 * those of the first step that went wrong.
 *
 * <p>Measures, and decides nothing: only {@code --stats} asks. Safe for one thread; threads take
 * one each.
 */
public final class CallResolution {

  private final Program program;
  private final MissingTypes missing;
  private final Map<Instruction, Result> known = new IdentityHashMap<>();

  /**
   * @param missing says why a type is not there; may be shared between threads
   */
  public CallResolution(Program program, MissingTypes missing) {
    this.program = program;
    this.missing = missing;
  }

  /**
   * What became of one place.
   *
   * @param name of the declaration, or of what could not be resolved
   * @param follows whether the place has its receiver from a call that is to blame
   */
  public record Result(Outcome outcome, String name, boolean follows) {
    public Result {
      Objects.requireNonNull(outcome);
      Objects.requireNonNull(name);
    }

    static Result of(Outcome outcome, String name) {
      return new Result(outcome, name, false);
    }

    Result following() {
      return follows ? this : new Result(outcome, name, true);
    }
  }

  /** A place of the source that calls something, and what became of it. */
  public record Site(CodeBody body, Span span, Result result) {}

  /** Counts the places in a method and its lambdas. */
  public ResolutionTally measure(CodeBody method) {
    ResolutionTally tally = new ResolutionTally();
    boolean inTest = method.owner().file().file().role() == SourceRole.TEST;
    for (Site site : sites(method)) {
      tally.add(site.result, inTest);
    }
    return tally;
  }

  /** The places in a method and its lambdas, in block order, lambdas behind the code around. */
  public List<Site> sites(CodeBody method) {
    known.clear();
    List<Site> sites = new java.util.ArrayList<>();
    collect(method, sites);
    known.clear();
    return sites;
  }

  private void collect(CodeBody body, List<Site> sites) {
    // The code of a finally block stands in the IR once for each way into it.
    Set<Object> seen = new HashSet<>();
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call) {
          if (seen.add(call.nameSpan())) {
            sites.add(new Site(body, call.nameSpan(), call(body, call)));
          }
        } else if (each instanceof Instruction.New creation) {
          if (seen.add(List.of(creation.typeSpan(), creation.span()))) {
            sites.add(new Site(body, creation.typeSpan(), creation(body, creation)));
          }
        } else if (each instanceof Instruction.MethodReference reference) {
          if (seen.add(List.of("::", reference.span()))) {
            sites.add(new Site(body, reference.span(), reference(body, reference)));
          }
        }
      }
    }
    for (CodeBody lambda : body.lambdas()) {
      collect(lambda, sites);
    }
  }

  private Result call(CodeBody body, Instruction.Call call) {
    Result result = known.get(call);
    if (result == null) {
      // A step that depends on itself is met a second time with this answer, which ends it.
      known.put(call, Result.of(Outcome.OTHER, call.name()));
      result = classify(body, call);
      known.put(call, result);
    }
    return result;
  }

  private Result classify(CodeBody body, Instruction.Call call) {
    int arity = call.arguments().size();
    switch (call.dispatch()) {
      case THIS_CONSTRUCTOR:
        return constructor(body, body.owner().type(), arity);
      case SUPER_CONSTRUCTOR:
        return constructor(body, program.hierarchy().superclass(body.owner()), arity);
      default:
        break;
    }
    CallTarget target = program.inference().target(body, call);
    if (target.method().isPresent()) {
      return found(target.method().get());
    }
    if (call.dispatch() == Instruction.Call.Dispatch.UNQUALIFIED) {
      return unqualified(body, call);
    }
    return notFound(body, target, call.receiver(), arity);
  }

  private Result notFound(CodeBody body, CallTarget target, int receiver, int arity) {
    JavaType type = target.receiver();
    if (type.kind() == JavaType.Kind.UNKNOWN) {
      return cause(body, receiver);
    } else if (type.kind() == JavaType.Kind.UNRESOLVED) {
      return missing.name(type.name(), body.owner());
    } else if (type.kind() == JavaType.Kind.VARIABLE && !type.isArray()) {
      return Result.of(Outcome.TYPE_VARIABLE, type.name() + "." + target.name());
    }
    Result absent = missing.ancestor(type, body.owner());
    return absent != null ? absent : notFound(type, target.name(), arity);
  }

  private static Result notFound(JavaType type, String method, int arity) {
    return Result.of(
        Outcome.METHOD_NOT_FOUND,
        type.name()
            + "[]".repeat(type.dimensions())
            + "."
            + method
            + (arity == ANY ? "(any)" : "(" + arity + ")"));
  }

  private Result found(Members.Method method) {
    String owner = method.owner().name();
    String name = owner + "." + method.name();
    if (method.declared().isPresent()) {
      return Result.of(Outcome.WORKSPACE, name);
    }
    if (program.hasType(owner) || program.generated().isGenerated(owner)) {
      return Result.of(Outcome.GENERATED, name);
    }
    return Result.of(missing.isOfJdk(owner) ? Outcome.JDK : Outcome.LIBRARY, name);
  }

  /** It may be inherited from a type that nobody knows, here or further out, or imported. */
  private Result unqualified(CodeBody body, Instruction.Call call) {
    for (ImportDecl each : body.owner().file().unit().imports()) {
      if (each.isStatic() && !each.onDemand() && each.name().endsWith("." + call.name())) {
        String owner = each.name().substring(0, each.name().lastIndexOf('.'));
        Result absent = missing.ancestor(JavaType.of(owner), body.owner());
        return absent != null
            ? absent
            : notFound(JavaType.of(owner), call.name(), call.arguments().size());
      }
    }
    for (TypeInfo type = body.owner(); type != null; type = type.outer().orElse(null)) {
      Result absent = missing.ancestor(type.type(), type);
      if (absent != null) {
        return absent;
      }
    }
    for (ImportDecl each : body.owner().file().unit().imports()) {
      if (each.isStatic() && each.onDemand()) {
        Result absent = missing.ancestor(JavaType.of(each.name()), body.owner());
        if (absent != null) {
          return absent;
        }
      }
    }
    return notFound(body.owner().type(), call.name(), call.arguments().size());
  }

  private Result creation(CodeBody body, Instruction.New creation) {
    JavaType type;
    if (creation.localType() != Body.NONE) {
      List<JavaType> supertypes =
          program.hierarchy().supertypes(body.localTypes().get(creation.localType()));
      type = supertypes.isEmpty() ? JavaType.OBJECT : supertypes.get(0);
    } else if (creation.outer() != Body.NONE) {
      JavaType outer = program.inference().typeOf(body, creation.outer());
      if (!outer.isKnown()) {
        return cause(body, creation.outer());
      }
      type = JavaType.of(outer.name() + "." + creation.type().name());
    } else {
      type = program.names().resolve(creation.type(), body.owner(), body);
    }
    return constructor(body, type, creation.arguments().size());
  }

  private Result constructor(CodeBody body, JavaType type, int arity) {
    if (!type.isKnown()) {
      return missing.name(type.name(), body.owner());
    }
    String name = type.name() + "." + MethodDecl.CONSTRUCTOR;
    TypeInfo info = program.type(type.name(), body.owner()).orElse(null);
    if (info == null) {
      ExternalType external = program.external().find(type.name()).orElse(null);
      if (external == null) {
        return missing.type(type.name());
      }
      boolean found =
          external.isInterface()
              ? arity == 0
              : external.methods().getOrDefault(MethodDecl.CONSTRUCTOR, List.of()).stream()
                  .anyMatch(each -> arity == ANY || each.accepts(arity));
      if (!found) {
        return notFound(type, MethodDecl.CONSTRUCTOR, arity);
      }
      if (program.generated().isGenerated(type.name())) {
        return Result.of(Outcome.GENERATED, name);
      }
      return Result.of(missing.isOfJdk(type.name()) ? Outcome.JDK : Outcome.LIBRARY, name);
    }
    if (info.declaration().isInterface() && arity <= 0) {
      return Result.of(Outcome.WORKSPACE, name);
    }
    for (ConstructorInfo each : program.generated().constructors(info)) {
      if (arity == ANY || accepts(each, arity)) {
        boolean generated = each.origin() == ConstructorInfo.Origin.LOMBOK;
        return Result.of(generated ? Outcome.GENERATED : Outcome.WORKSPACE, name);
      }
    }
    return notFound(type, MethodDecl.CONSTRUCTOR, arity);
  }

  /** A constructor reference: how many arguments there are is the target's affair. */
  private static final int ANY = -1;

  private static boolean accepts(ConstructorInfo constructor, int arity) {
    int size = constructor.parameters().size();
    boolean variable = size > 0 && constructor.parameters().get(size - 1).variableArity();
    return variable ? arity >= size - 1 : arity == size;
  }

  private Result reference(CodeBody body, Instruction.MethodReference reference) {
    CallTarget target = program.inference().target(body, reference);
    if (reference.name().equals(MethodDecl.CONSTRUCTOR)) {
      return target.receiver().isArray()
          ? Result.of(Outcome.JDK, "array")
          : constructor(body, target.receiver(), ANY);
    }
    return target.method().isPresent()
        ? found(target.method().get())
        : notFound(body, target, reference.receiver(), ANY);
  }

  /** Why nothing is known of what {@code register} holds. */
  private Result cause(CodeBody body, int register) {
    if (register == Body.NONE) {
      return Result.of(Outcome.OTHER, "no receiver");
    }
    return new UnknownValues(program, missing, this::call).cause(body, register);
  }
}
