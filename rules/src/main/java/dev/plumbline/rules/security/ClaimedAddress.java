package dev.plumbline.rules.security;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values that <i>may</i> be an address which the client claims in a header: the header itself,
 * parts of it, and what methods give back that read it. Without regard to order.
 */
final class ClaimedAddress {

  /** Headers that proxies set and every client can send too. */
  private static final Set<String> HEADERS =
      Set.of(
          "x-forwarded-for",
          "x-real-ip",
          "x-client-ip",
          "client-ip",
          "true-client-ip",
          "proxy-client-ip",
          "wl-proxy-client-ip",
          "http_client_ip",
          "http_x_forwarded_for",
          "x-originating-ip",
          "x-remote-ip",
          "x-remote-addr",
          "x-cluster-client-ip",
          "cf-connecting-ip",
          "forwarded");

  private static final Set<String> READING =
      Set.of("getHeader", "getFirst", "getHeaderString", "header", "getHeaders");

  /** Methods that give the text that they are called on, or a part of it. */
  private static final Set<String> PARTS =
      Set.of(
          "trim",
          "strip",
          "split",
          "substring",
          "toLowerCase",
          "toString",
          "get",
          "orElse",
          "orElseGet",
          "map",
          "filter",
          "nextElement");

  private static final Set<String> WRAPPING =
      Set.of("trim", "split", "ofNullable", "of", "valueOf", "substringBefore", "defaultString");

  /** How many steps a value is followed; addresses are a handful of steps away. */
  private static final int MAX_STEPS = 60;

  /** Helpers of helpers of helpers. */
  private static final int MAX_ROUNDS = 4;

  /**
   * Where a value comes from.
   *
   * @param header as it is written
   */
  record Origin(String header, Location location) {}

  private record Place(CodeBody body, int register) {}

  private final Program program;
  private final Map<MethodInfo, Origin> returned = new HashMap<>();
  private final Set<String> readers = new HashSet<>();

  ClaimedAddress(Program program) {
    this.program = program;
    for (int round = 0; round < MAX_ROUNDS && findReaders(); round++) {
      // Until no method is found any more.
    }
  }

  /** The methods that give such a value back; whether there are more of them than before. */
  private boolean findReaders() {
    Map<MethodInfo, Origin> found = new HashMap<>();
    for (CodeBody body : program.bodies()) {
      if (body.enclosing().isEmpty()
          && !returned.containsKey(body.method())
          && mentions(body)
          && !checksProxy(body)) {
        for (Block block : body.body().blocks()) {
          if (block.terminator() instanceof Instruction.Return exit) {
            of(body, exit.value()).ifPresent(each -> found.putIfAbsent(body.method(), each));
          }
        }
      }
    }
    returned.putAll(found);
    found.keySet().forEach(method -> readers.add(method.name()));
    return !found.isEmpty();
  }

  /** The cheap test: whether the body calls, or is given, something that may be one. */
  boolean mentions(CodeBody body) {
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call
            && (readers.contains(call.name()) || header(body, call).isPresent())) {
          return true;
        }
      }
    }
    return body.body().variables().stream().anyMatch(each -> bound(body, each).isPresent());
  }

  boolean givesBack(CodeBody body) {
    return body.enclosing().isEmpty() && returned.containsKey(body.method());
  }

  Optional<Origin> of(CodeBody body, int register) {
    return of(body, register, new HashSet<>());
  }

  private Optional<Origin> of(CodeBody body, int register, Set<Place> seen) {
    if (register == Body.NONE || seen.size() > MAX_STEPS || !seen.add(new Place(body, register))) {
      return Optional.empty();
    }
    Optional<Origin> bound = body.variable(register).flatMap(variable -> bound(body, variable));
    if (bound.isPresent()) {
      return bound;
    }
    for (Instruction each : body.definitions(register)) {
      Optional<Origin> origin = of(body, each, seen);
      if (origin.isPresent()) {
        return origin;
      }
    }
    Integer outer = body.capturedFrom(register).orElse(null);
    return outer == null
        ? Optional.empty()
        : body.capturingFrom().flatMap(around -> of(around, outer, seen));
  }

  private Optional<Origin> of(CodeBody body, Instruction definition, Set<Place> seen) {
    if (definition instanceof Instruction.Copy copy) {
      return of(body, copy.source(), seen);
    }
    if (definition instanceof Instruction.Cast cast) {
      return of(body, cast.source(), seen);
    }
    if (definition instanceof Instruction.LoadElement load) {
      return of(body, load.array(), seen);
    }
    if (definition instanceof Instruction.Next next) {
      return of(body, next.iterable(), seen);
    }
    return definition instanceof Instruction.Call call ? of(body, call, seen) : Optional.empty();
  }

  private Optional<Origin> of(CodeBody body, Instruction.Call call, Set<Place> seen) {
    Optional<Origin> header = header(body, call);
    if (header.isPresent()) {
      return header;
    }
    if (readers.contains(call.name())) {
      Optional<MethodInfo> declared = program.inference().target(body, call).declared();
      if (declared.isPresent()) {
        return declared.map(returned::get);
      }
    }
    if (PARTS.contains(call.name()) && call.receiver() != Body.NONE) {
      Optional<Origin> part = of(body, call.receiver(), seen);
      if (part.isPresent()) {
        return part;
      }
    }
    return WRAPPING.contains(call.name()) && !call.arguments().isEmpty()
        ? of(body, call.arguments().get(0), seen)
        : Optional.empty();
  }

  /** The header that a call reads. */
  private Optional<Origin> header(CodeBody body, Instruction.Call call) {
    if (!READING.contains(call.name()) || call.arguments().size() != 1) {
      return Optional.empty();
    }
    return names(body, call.arguments().get(0)).stream()
        .filter(name -> HEADERS.contains(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(name -> new Origin(name, body.location(call.span())));
  }

  /** The constants that a name may be: one, or those that a loop goes over. */
  private List<String> names(CodeBody body, int register) {
    List<String> names = new ArrayList<>();
    if (program.fixedValues().of(body, register) instanceof ConstantValue.Scalar scalar) {
      names.add(String.valueOf(scalar.value()));
      return names;
    }
    for (Instruction each : body.definitions(register)) {
      if (each instanceof Instruction.Next next) {
        addElements(body, next.iterable(), names);
      } else if (each instanceof Instruction.LoadElement load) {
        addElements(body, load.array(), names);
      }
    }
    return names;
  }

  private void addElements(CodeBody body, int register, List<String> into) {
    if (program.fixedValues().of(body, register) instanceof ConstantValue.Several several) {
      several.elements().stream()
          .filter(ConstantValue.Scalar.class::isInstance)
          .forEach(each -> into.add(String.valueOf(((ConstantValue.Scalar) each).value())));
      return;
    }
    for (Instruction each : body.definitions(register)) {
      if (each instanceof Instruction.NewArray array) {
        array.elements().stream().forEach(element -> into.addAll(names(body, element)));
      } else if (each instanceof Instruction.LoadName load) {
        program.inference().meaning(body, load).field().ifPresent(f -> addElements(f, into));
      }
    }
  }

  private void addElements(Members.Field field, List<String> into) {
    FieldDecl declaration = field.declaration().orElse(null);
    if (declaration == null || declaration.initializer() == Body.NONE || field.info().isEmpty()) {
      return;
    }
    boolean isStatic = declaration.modifiers().isStatic();
    field
        .info()
        .get()
        .method(isStatic ? MethodDecl.STATIC_INITIALIZER : MethodDecl.FIELD_INITIALIZER)
        .flatMap(MethodInfo::body)
        .ifPresent(code -> addElements(code, declaration.initializer(), into));
  }

  /** What a framework fills a parameter with. */
  private Optional<Origin> bound(CodeBody body, Variable variable) {
    if (variable.kind() != Variable.Kind.PARAMETER) {
      return Optional.empty();
    }
    for (AnnotationUse each : variable.annotations()) {
      if (!each.simpleName().equals("RequestHeader") && !each.simpleName().equals("HeaderParam")) {
        continue;
      }
      for (String element : List.of("value", "name")) {
        Optional<ConstantValue> value = program.constants().element(each, element, body.owner());
        if (value.orElse(null) instanceof ConstantValue.Scalar scalar
            && HEADERS.contains(String.valueOf(scalar.value()).toLowerCase(Locale.ROOT))) {
          return Optional.of(
              new Origin(String.valueOf(scalar.value()), body.location(variable.nameSpan())));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether it asks about the real address first, as code that knows its proxies does. */
  boolean checksProxy(CodeBody body) {
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call
            && call.arguments().stream().anyMatch(argument -> isRemote(body, argument))
            && program.inference().target(body, call).returnType().name().equals("boolean")) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isRemote(CodeBody body, int register) {
    List<Instruction> definitions = body.definitions(register);
    return definitions.size() == 1
        && (definitions.get(0) instanceof Instruction.Call call
                && Set.of("getRemoteAddr", "getRemoteAddress").contains(call.name())
            || definitions.get(0) instanceof Instruction.Copy copy
                && copy.source() != register
                && body.variable(copy.source()).isEmpty()
                && isRemote(body, copy.source()));
  }
}
