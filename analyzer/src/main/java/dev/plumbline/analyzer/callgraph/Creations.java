package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.callgraph.Dispatch.Targets;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What runs when an object is created (JLS 12.5): constructors upwards as far as no explicit call
 * hands over, and the initialisers of the fields of each class. A constructor with an explicit
 * {@code this(…)} or {@code super(…)} calls on at that site, so what it leads to is not repeated
 * here.
 */
final class Creations {

  private final Program program;
  private final Map<CodeBody, HandOver> handOvers = new ConcurrentHashMap<>();

  Creations(Program program) {
    this.program = program;
  }

  /** How a constructor begins. */
  private enum HandOver {
    TO_THIS,
    TO_SUPER,
    IMPLICIT
  }

  Targets of(CodeBody body, Instruction.New creation, CallTarget target) {
    Run run = new Run();
    JavaType type = target.receiver();
    if (creation.localType() >= 0) {
      TypeInfo local = body.localTypes().get(creation.localType());
      if (local.declaration().kind() == TypeDecl.Kind.ANONYMOUS) {
        run.fields(local);
      }
    }
    run.construct(type, target.declared().orElse(null), creation.arguments().size(), body.owner());
    return run.targets();
  }

  /** What a reference {@code Type::new} runs when it is called. */
  Targets of(CodeBody body, CallTarget target) {
    Run run = new Run();
    MethodInfo constructor = target.declared().orElse(null);
    int arguments = constructor == null ? 0 : constructor.declaration().parameters().size();
    run.construct(target.receiver(), constructor, arguments, body.owner());
    return run.targets();
  }

  /** What an explicit {@code this(…)} or {@code super(…)} runs. */
  Targets of(CodeBody body, Instruction.Call call, CallTarget target) {
    MethodInfo constructor = target.declared().orElse(null);
    Run run = new Run();
    if (call.dispatch() == Instruction.Call.Dispatch.THIS_CONSTRUCTOR && constructor != null) {
      // The fields belong to the constructor that calls super in the end.
      run.constructor(constructor);
      return run.targets();
    }
    run.construct(target.receiver(), constructor, call.arguments().size(), body.owner());
    return run.targets();
  }

  private HandOver handOver(MethodInfo constructor) {
    CodeBody body = constructor.body().orElse(null);
    return body == null
        ? HandOver.IMPLICIT
        : handOvers.computeIfAbsent(body, Creations::findHandOver);
  }

  private static HandOver findHandOver(CodeBody body) {
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call) {
          if (call.dispatch() == Instruction.Call.Dispatch.THIS_CONSTRUCTOR) {
            return HandOver.TO_THIS;
          } else if (call.dispatch() == Instruction.Call.Dispatch.SUPER_CONSTRUCTOR) {
            return HandOver.TO_SUPER;
          }
        }
      }
    }
    return HandOver.IMPLICIT;
  }

  /** Gathers what one creation runs. */
  private final class Run {
    private final List<CallEdge> edges = new ArrayList<>(2);
    private final Set<TypeInfo> seen = new HashSet<>();
    private Outside outside;
    private Unknown unknown;

    void construct(JavaType type, MethodInfo constructor, int arguments, TypeInfo near) {
      JavaType each = type;
      MethodInfo next = constructor;
      int given = arguments;
      while (true) {
        TypeInfo info = program.type(each.name(), near).orElse(null);
        if (info == null) {
          outside = DOES_NOTHING.contains(each.name()) ? outside : Outside.LIBRARY;
          return;
        }
        if (!seen.add(info) || info.declaration().isInterface()) {
          return;
        }
        if (next == null && given == 0) {
          next = withoutParameters(info);
        } else if (next == null && declaresAll(info)) {
          unknown = new Unknown(Unknown.Reason.METHOD, "constructor of " + info.displayName());
        }
        HandOver handOver = next == null ? HandOver.IMPLICIT : handOver(next);
        if (next != null) {
          constructor(next);
        } else {
          outside = Outside.GENERATED;
        }
        if (handOver != HandOver.TO_THIS) {
          fields(info);
        }
        if (handOver != HandOver.IMPLICIT) {
          return;
        }
        each = program.hierarchy().superclass(info);
        next = null;
        given = 0;
      }
    }

    void constructor(MethodInfo constructor) {
      constructor.body().ifPresent(code -> edges.add(new CallEdge(code, EdgeKind.EXACT)));
    }

    void fields(TypeInfo type) {
      type.method(MethodDecl.FIELD_INITIALIZER)
          .flatMap(MethodInfo::body)
          .ifPresent(code -> edges.add(new CallEdge(code, EdgeKind.EXACT)));
    }

    Targets targets() {
      Outside other = outside == null && edges.isEmpty() ? Outside.GENERATED : outside;
      return new Targets(edges, Optional.ofNullable(other), Optional.ofNullable(unknown));
    }
  }

  /** Superclasses whose constructors do nothing that anyone would ask for. */
  private static final Set<String> DOES_NOTHING =
      Set.of("java.lang.Object", "java.lang.Enum", "java.lang.Record");

  /** Whether the source shows all constructors: none is implied, and nothing writes more. */
  private static boolean declaresAll(TypeInfo type) {
    return type.declaration().kind() == TypeDecl.Kind.CLASS
        && type.annotations().isEmpty()
        && type.method(MethodDecl.CONSTRUCTOR).isPresent();
  }

  private static MethodInfo withoutParameters(TypeInfo type) {
    for (MethodInfo method : type.methods()) {
      boolean fits = method.declaration().parameters().isEmpty();
      if (method.name().equals(MethodDecl.CONSTRUCTOR) && fits) {
        return method;
      }
    }
    return null;
  }
}
