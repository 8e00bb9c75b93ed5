package dev.plumbline.rules.input;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Modifiers;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.program.CallIndex;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What texts and objects that stand for paths <i>may</i> be like: whether {@code ..} is resolved in
 * them, and whether they end in a separator. Follows assignments, final fields, helper methods and
 * the callers of helpers, without regard to order: a value that is one thing on one way and another
 * on the next counts as the harmless of both.
 */
final class PathText {

  /** Whether {@code ..} can still be in a path. */
  enum Form {
    RESOLVED,
    /** Joined from a folder and something that the code does not fix, as it was given. */
    JOINED,
    UNKNOWN
  }

  /** How a text ends. */
  enum End {
    SEPARATOR,
    NO_SEPARATOR,
    UNKNOWN
  }

  private static final Set<String> RESOLVING =
      Set.of("getCanonicalPath", "getCanonicalFile", "toRealPath", "normalize");

  /** Methods of files, paths and strings that give the same path in another dress. */
  private static final Set<String> KEEPING =
      Set.of(
          "toString",
          "toPath",
          "toFile",
          "getPath",
          "getAbsolutePath",
          "getAbsoluteFile",
          "toAbsolutePath",
          "toLowerCase",
          "toUpperCase",
          "trim",
          "strip",
          "intern",
          "replace");

  /** Methods whose text is a path as files and paths print it: with no separator behind it. */
  private static final Set<String> PRINTING =
      Set.of("getCanonicalPath", "getAbsolutePath", "getPath", "toString");

  private static final Set<String> NORMALIZERS =
      Set.of(
          "org.apache.commons.io.FilenameUtils",
          "com.google.common.io.Files",
          "cn.hutool.core.io.FileUtil",
          "org.springframework.util.StringUtils");

  private static final Set<String> NORMALIZER_NAMES =
      Set.of(
          "normalize",
          "normalizeNoEndSeparator",
          "simplifyPath",
          "getCanonicalPath",
          "cleanPath",
          "canonicalPath");

  /** Results that are one name, or not text at all. */
  private static final Set<String> HARMLESS_NAMES =
      Set.of("getFileName", "getName", "getFilename", "randomUUID", "name", "getBaseName");

  private static final Set<String> PATHS = Set.of("java.io.File", "java.nio.file.Path");

  private static final int MAX_STEPS = 100;

  /** A helper is called from a handful of places; what has more callers is no helper. */
  private static final int MAX_CALLERS = 8;

  private final Program program;

  PathText(Program program) {
    this.program = program;
  }

  /** What may be in {@code register}, a path, a file or the text of one. */
  Form form(CodeBody body, int register) {
    return new Question().form(body, register);
  }

  End end(CodeBody body, int register) {
    return new Question().end(body, register);
  }

  /** Where a value comes from when it was only handed on: the same for equal values. */
  Object origin(CodeBody body, int register) {
    return new Question().origin(body, register, false);
  }

  /** As {@link #origin}, of the folder that a path was made from by changing its dress alone. */
  Object folder(CodeBody body, int register) {
    return new Question().origin(body, register, true);
  }

  private record Place(CodeBody body, int register) {}

  /** One question with its budget. */
  private final class Question {
    private final Set<Place> inProgress = new HashSet<>();
    private int steps;

    private boolean enters(CodeBody body, int register) {
      return register != Body.NONE
          && steps++ < MAX_STEPS
          && inProgress.add(new Place(body, register));
    }

    Form form(CodeBody body, int register) {
      if (!enters(body, register)) {
        return Form.UNKNOWN;
      }
      Form joined = null;
      for (Value each : values(body, register)) {
        Form form = form(each.body(), each.definition());
        if (form == Form.RESOLVED) {
          return form;
        }
        joined = joined == null || joined == form ? form : Form.UNKNOWN;
      }
      return joined == null ? Form.UNKNOWN : joined;
    }

    private Form form(CodeBody body, Instruction definition) {
      if (definition instanceof Instruction.Copy copy) {
        return form(body, copy.source());
      }
      if (definition instanceof Instruction.Cast cast) {
        return form(body, cast.source());
      }
      if (definition instanceof Instruction.New creation && isPath(body, creation.target())) {
        Operands parts = creation.arguments();
        return parts.size() == 1 ? form(body, parts.get(0)) : joined(body, parts);
      }
      return definition instanceof Instruction.Call call ? form(body, call) : Form.UNKNOWN;
    }

    private Form form(CodeBody body, Instruction.Call call) {
      CallTarget target = program.inference().target(body, call);
      String owner = target.owner().name();
      if (NORMALIZERS.contains(owner) && NORMALIZER_NAMES.contains(call.name())) {
        return Form.RESOLVED;
      }
      boolean path = isPath(target.owner()) || isPath(target.receiver());
      if (RESOLVING.contains(call.name())) {
        return path || !target.receiver().isKnown() ? Form.RESOLVED : Form.UNKNOWN;
      }
      if (path && Set.of("resolve", "resolveSibling").contains(call.name())) {
        return joined(body, call.arguments());
      }
      if (owner.equals("java.nio.file.Paths") || path && call.name().equals("of")) {
        Operands parts = call.arguments();
        return parts.size() == 1 ? form(body, parts.get(0)) : joined(body, parts);
      }
      if (KEEPING.contains(call.name()) && call.receiver() != Body.NONE && !target.isStatic()) {
        return path || target.receiver().isString() ? form(body, call.receiver()) : Form.UNKNOWN;
      }
      return call.name().equals("valueOf") && call.arguments().size() == 1
          ? form(body, call.arguments().get(0))
          : returned(target).map(each -> form(each.body(), each.register())).orElse(Form.UNKNOWN);
    }

    /** With a constant, a number or a bare name behind the folder nobody leads out of it. */
    private Form joined(CodeBody body, Operands parts) {
      for (int i = 0; i < parts.size(); i++) {
        if (i > 0 || parts.size() == 1) {
          if (!isHarmlessName(body, parts.get(i))) {
            return Form.JOINED;
          }
        }
      }
      return Form.UNKNOWN;
    }

    private boolean isHarmlessName(CodeBody body, int register) {
      if (program.fixedValues().of(body, register).isKnown()) {
        return true;
      }
      JavaType type = program.inference().typeOf(body, register);
      if (type.isKnown() && !type.isString() && !isPath(type) && !type.isArray()) {
        return true;
      }
      if (!enters(body, register)) {
        return false;
      }
      for (Instruction each : body.definitions(register)) {
        boolean harmless =
            each instanceof Instruction.Copy copy && isHarmlessName(body, copy.source())
                || each instanceof Instruction.Call call && HARMLESS_NAMES.contains(call.name())
                || each instanceof Instruction.Call made
                    && made.name().equals("toString")
                    && isHarmlessName(body, made.receiver());
        if (!harmless) {
          return false;
        }
      }
      return !body.definitions(register).isEmpty();
    }

    End end(CodeBody body, int register) {
      if (!enters(body, register)) {
        return End.UNKNOWN;
      }
      if (program.fixedValues().of(body, register) instanceof ConstantValue.Scalar constant) {
        return end(String.valueOf(constant.value()));
      }
      End joined = null;
      for (Value each : values(body, register)) {
        End end = end(each.body(), each.definition());
        if (end == End.SEPARATOR) {
          return end;
        }
        joined = joined == null || joined == end ? end : End.UNKNOWN;
      }
      return joined == null ? End.UNKNOWN : joined;
    }

    private static End end(String text) {
      return text.isEmpty() || text.endsWith("/") || text.endsWith("\\")
          ? End.SEPARATOR
          : End.NO_SEPARATOR;
    }

    private End end(CodeBody body, Instruction definition) {
      if (definition instanceof Instruction.Constant constant) {
        return constant.literal().value() == null
            ? End.UNKNOWN
            : end(String.valueOf(constant.literal().value()));
      }
      if (definition instanceof Instruction.Copy copy) {
        return end(body, copy.source());
      }
      if (definition instanceof Instruction.Cast cast) {
        return end(body, cast.source());
      }
      if (definition instanceof Instruction.Operation operation) {
        boolean joins =
            operation.operator() == Operator.CONCAT || operation.operator() == Operator.ADD;
        Operands parts = operation.operands();
        return joins ? end(body, parts.get(parts.size() - 1)) : End.UNKNOWN;
      }
      if (definition instanceof Instruction.LoadName load) {
        return load.path().get(load.path().size() - 1).startsWith("separator")
            ? End.SEPARATOR
            : End.UNKNOWN;
      }
      return definition instanceof Instruction.Call call ? end(body, call) : End.UNKNOWN;
    }

    private End end(CodeBody body, Instruction.Call call) {
      CallTarget target = program.inference().target(body, call);
      boolean path = isPath(target.owner()) || isPath(target.receiver());
      if (PRINTING.contains(call.name()) && path) {
        return End.NO_SEPARATOR;
      }
      switch (call.name()) {
        case "normalizeNoEndSeparator":
          return End.NO_SEPARATOR;
        case "getSeparator":
          return End.SEPARATOR;
        case "concat":
          return end(body, call.arguments().get(0));
        case "valueOf":
          return call.arguments().size() == 1 && isPath(body, call.arguments().get(0))
              ? End.NO_SEPARATOR
              : End.UNKNOWN;
        default:
          break;
      }
      if (Set.of("toLowerCase", "toUpperCase", "trim", "strip", "intern").contains(call.name())
          && target.receiver().isString()) {
        return end(body, call.receiver());
      }
      return returned(target).map(each -> end(each.body(), each.register())).orElse(End.UNKNOWN);
    }

    Object origin(CodeBody body, int register, boolean anyDress) {
      List<Instruction> definitions = body.definitions(register);
      Optional<Variable> variable = body.variable(register);
      boolean parameter = variable.filter(v -> v.kind() == Variable.Kind.PARAMETER).isPresent();
      if (parameter || definitions.size() != 1 || !enters(body, register)) {
        return new Place(body, register);
      }
      Instruction definition = definitions.get(0);
      if (definition instanceof Instruction.Copy copy) {
        return origin(body, copy.source(), anyDress);
      }
      if (definition instanceof Instruction.LoadName load) {
        return program
            .inference()
            .meaning(body, load)
            .field()
            .<Object>map(field -> field.owner() + "." + field.name())
            .orElse(load.path());
      }
      if (anyDress && definition instanceof Instruction.Call call) {
        boolean same = KEEPING.contains(call.name()) || RESOLVING.contains(call.name());
        if (same && call.receiver() != Body.NONE) {
          return origin(body, call.receiver(), true);
        }
        if (Set.of("get", "of").contains(call.name()) && call.arguments().size() == 1) {
          return origin(body, call.arguments().get(0), true);
        }
      }
      if (anyDress && definition instanceof Instruction.Operation operation) {
        return origin(body, operation.operands().get(0), true);
      }
      if (anyDress
          && definition instanceof Instruction.New creation
          && creation.arguments().size() == 1) {
        return origin(body, creation.arguments().get(0), true);
      }
      return new Place(body, register);
    }
  }

  /** A step that gives a value. */
  private record Value(CodeBody body, Instruction definition) {}

  private record Result(CodeBody body, int register) {}

  /** What may be assigned to a register, in this body, the one around it, a field, by callers. */
  private List<Value> values(CodeBody body, int register) {
    List<Value> values = new ArrayList<>();
    for (Instruction each : body.definitions(register)) {
      Members.Field field = field(body, each).orElse(null);
      if (field == null) {
        values.add(new Value(body, each));
      } else {
        addStored(field, body, each, values);
      }
    }
    Integer outer = body.capturedFrom(register).orElse(null);
    if (outer != null) {
      body.capturingFrom().ifPresent(around -> values.addAll(values(around, outer)));
    }
    if (body.variable(register).filter(v -> v.kind() == Variable.Kind.PARAMETER).isPresent()
        && body.enclosing().isEmpty()) {
      program
          .callIndex()
          .callers(body.method(), MAX_CALLERS)
          .ifPresent(sites -> sites.forEach(site -> addArgument(site, register, values)));
    }
    return values;
  }

  private static void addArgument(CallIndex.Site site, int index, List<Value> values) {
    if (index < site.call().arguments().size()) {
      int argument = site.call().arguments().get(index);
      // One level: a copy of the argument's register, looked up in the caller.
      values.add(
          new Value(site.body(), new Instruction.Copy(Body.NONE, argument, site.call().span())));
    }
  }

  private Optional<Members.Field> field(CodeBody body, Instruction definition) {
    if (definition instanceof Instruction.LoadName load) {
      return program.inference().meaning(body, load).field();
    }
    if (definition instanceof Instruction.LoadField load) {
      return program
          .members()
          .field(program.inference().typeOf(body, load.object()), load.name(), body.owner());
    }
    return Optional.empty();
  }

  /** What the initialiser and the constructors of a field's type give it. */
  private void addStored(Members.Field field, CodeBody reader, Instruction read, List<Value> into) {
    TypeInfo owner = field.info().orElse(null);
    FieldDecl declaration = field.declaration().orElse(null);
    if (owner == null || declaration == null) {
      into.add(new Value(reader, read));
      return;
    }
    boolean isStatic = declaration.modifiers().isStatic() || owner.declaration().isInterface();
    String initializer = isStatic ? MethodDecl.STATIC_INITIALIZER : MethodDecl.FIELD_INITIALIZER;
    if (declaration.initializer() != Body.NONE) {
      owner
          .method(initializer)
          .flatMap(MethodInfo::body)
          .ifPresent(
              code ->
                  code.definitions(declaration.initializer())
                      .forEach(each -> into.add(new Value(code, each))));
    }
    for (MethodInfo method : owner.methods()) {
      method.body().ifPresent(code -> addStored(field.name(), code, into));
    }
  }

  private static void addStored(String field, CodeBody code, List<Value> into) {
    for (Block block : code.body().blocks()) {
      for (Instruction each : block.instructions()) {
        int source = Body.NONE;
        if (each instanceof Instruction.StoreName store
            && store.path().get(store.path().size() - 1).equals(field)) {
          source = store.source();
        } else if (each instanceof Instruction.StoreField store && store.name().equals(field)) {
          source = store.source();
        }
        if (source != Body.NONE) {
          into.add(new Value(code, new Instruction.Copy(Body.NONE, source, each.span())));
        }
      }
    }
  }

  /** What a helper gives back, if it returns in one place and cannot be overridden. */
  private static Optional<Result> returned(CallTarget target) {
    MethodInfo method = target.declared().orElse(null);
    if (method == null || !isOnlyOne(method)) {
      return Optional.empty();
    }
    CodeBody code = method.body().orElse(null);
    if (code == null) {
      return Optional.empty();
    }
    Result only = null;
    for (Block block : code.body().blocks()) {
      if (block.terminator() instanceof Instruction.Return end && end.value() != Body.NONE) {
        if (only != null) {
          return Optional.empty();
        }
        only = new Result(code, end.value());
      }
    }
    return Optional.ofNullable(only);
  }

  private static boolean isOnlyOne(MethodInfo method) {
    Modifiers modifiers = method.declaration().modifiers();
    return modifiers.isStatic()
        || modifiers.isPrivate()
        || modifiers.isFinal()
        || method.owner().declaration().modifiers().isFinal();
  }

  private boolean isPath(CodeBody body, int register) {
    return isPath(program.inference().typeOf(body, register));
  }

  static boolean isPath(JavaType type) {
    return PATHS.contains(type.name()) && !type.isArray();
  }
}
