package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Modifiers;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.NameMeaning;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The constants that a register <i>may</i> hold, with the place where each is written. Values alone
 * come from {@code taint}; a secret is mended where it stands, so here the way back to the literal
 * is walked: through variables, casts, {@code toCharArray} and its like, fields of any file, and
 * methods that can only be one.
 *
 * <p>Flow-insensitive: of a variable that is assigned twice both values are told. Ends because no
 * register is entered twice on one way and one question enters {@link #MAX_STEPS} at most.
 */
final class TextConstants {

  /** A constant is a few steps away; texts that double themselves would take exponential time. */
  private static final int MAX_STEPS = 200;

  /** Methods that give the text that they are called on, in another form. */
  private static final Set<String> KEEPING =
      Set.of("toCharArray", "getBytes", "trim", "strip", "intern", "toString", "clone");

  /** Methods that give their one argument in another form: who has the code can do the same. */
  private static final Set<String> WRAPPING =
      Set.of(
          "valueOf",
          "requireNonNull",
          "copyValueOf",
          "of",
          "ofNullable",
          "encode",
          "encodeToString",
          "encodeBase64String",
          "encodeBase64",
          "decode",
          "decodeBase64",
          "parseBase64Binary");

  /**
   * @param text what is written there, after folding
   * @param role of the file
   */
  record TextConstant(String text, Location location, SourceRole role) {}

  private record Way(CodeBody body, int register) {}

  /** What one question has entered: on this way, and in all. */
  private static final class Trail {
    private final Set<Way> seen = new HashSet<>();
    private final int[] steps;

    Trail(int[] steps) {
      this.steps = steps;
    }

    boolean enter(CodeBody body, int register) {
      return register != Body.NONE && steps[0]++ < MAX_STEPS && seen.add(new Way(body, register));
    }

    /** The same way, going on in two directions. */
    Trail fork() {
      Trail fork = new Trail(steps);
      fork.seen.addAll(seen);
      return fork;
    }
  }

  private final Program program;

  TextConstants(Program program) {
    this.program = program;
  }

  List<TextConstant> of(CodeBody body, int register) {
    List<TextConstant> found = new ArrayList<>(1);
    collect(body, register, new Trail(new int[1]), found);
    return found;
  }

  private void collect(CodeBody body, int register, Trail seen, List<TextConstant> found) {
    if (!seen.enter(body, register)) {
      return;
    }
    for (Instruction definition : body.definitions(register)) {
      collect(body, definition, seen, found);
    }
    Integer outer = body.capturedFrom(register).orElse(null);
    if (outer != null) {
      body.capturingFrom().ifPresent(around -> collect(around, outer, seen, found));
    }
  }

  private void collect(
      CodeBody body, Instruction definition, Trail seen, List<TextConstant> found) {
    if (definition instanceof Instruction.Constant constant) {
      if (constant.literal().kind() == Literal.Kind.STRING) {
        found.add(constant((String) constant.literal().value(), body, constant));
      }
    } else if (definition instanceof Instruction.Copy copy) {
      collect(body, copy.source(), seen, found);
    } else if (definition instanceof Instruction.Cast cast) {
      collect(body, cast.source(), seen, found);
    } else if (definition instanceof Instruction.LoadName load) {
      NameMeaning meaning = program.inference().meaning(body, load);
      meaning.field().ifPresent(field -> collect(field, seen, found));
    } else if (definition instanceof Instruction.LoadField load) {
      program
          .members()
          .field(program.inference().typeOf(body, load.object()), load.name(), body.owner())
          .ifPresent(field -> collect(field, seen, found));
    } else if (definition instanceof Instruction.Operation operation) {
      joined(body, operation, seen).ifPresent(found::add);
    } else if (definition instanceof Instruction.NewArray array) {
      characters(body, array).ifPresent(found::add);
    } else if (definition instanceof Instruction.Call call) {
      collect(body, call, seen, found);
    } else if (definition instanceof Instruction.New creation
        && creation.type().simpleName().equals("String")
        && creation.arguments().size() >= 1
        && program.inference().typeOf(body, creation.target()).is("java.lang.String")) {
      collect(body, creation.arguments().get(0), seen, found);
    }
  }

  private void collect(CodeBody body, Instruction.Call call, Trail seen, List<TextConstant> found) {
    if (KEEPING.contains(call.name()) && call.receiver() != Body.NONE) {
      collect(body, call.receiver(), seen, found);
    } else if (WRAPPING.contains(call.name()) && call.arguments().size() == 1) {
      collect(body, call.arguments().get(0), seen, found);
    } else {
      program
          .inference()
          .target(body, call)
          .declared()
          .filter(TextConstants::isOnlyOne)
          .flatMap(MethodInfo::body)
          .ifPresent(callee -> returned(callee, seen, found));
    }
  }

  private static boolean isOnlyOne(MethodInfo method) {
    Modifiers modifiers = method.declaration().modifiers();
    return modifiers.isStatic()
        || modifiers.isPrivate()
        || modifiers.isFinal()
        || method.owner().declaration().modifiers().isFinal();
  }

  private void returned(CodeBody callee, Trail seen, List<TextConstant> found) {
    for (Block block : callee.body().blocks()) {
      if (block.terminator() instanceof Instruction.Return end && end.value() != Body.NONE) {
        collect(callee, end.value(), seen, found);
      }
    }
  }

  /** What a field holds from its declaration on. */
  private void collect(Members.Field field, Trail seen, List<TextConstant> found) {
    TypeInfo owner = field.info().orElse(null);
    FieldDecl declaration = field.declaration().orElse(null);
    if (owner == null || declaration == null || declaration.initializer() == Body.NONE) {
      return;
    }
    boolean isStatic = declaration.modifiers().isStatic() || owner.declaration().isInterface();
    owner
        .method(isStatic ? MethodDecl.STATIC_INITIALIZER : MethodDecl.FIELD_INITIALIZER)
        .flatMap(MethodInfo::body)
        .ifPresent(code -> collect(code, declaration.initializer(), seen, found));
  }

  /** A concatenation of which every part can only be one constant. */
  private Optional<TextConstant> joined(
      CodeBody body, Instruction.Operation operation, Trail seen) {
    if (operation.operator() != Operator.CONCAT && operation.operator() != Operator.ADD) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    Operands operands = operation.operands();
    for (int i = 0; i < operands.size(); i++) {
      List<TextConstant> parts = new ArrayList<>(1);
      collect(body, operands.get(i), seen.fork(), parts);
      if (parts.size() != 1) {
        return Optional.empty();
      }
      text.append(parts.get(0).text());
    }
    return Optional.of(constant(text.toString(), body, operation));
  }

  /** {@code {'a', 'b'}} */
  private static Optional<TextConstant> characters(CodeBody body, Instruction.NewArray array) {
    if (!array.initialized() || array.elements().isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < array.elements().size(); i++) {
      List<Instruction> definitions = body.definitions(array.elements().get(i));
      if (definitions.size() == 1
          && definitions.get(0) instanceof Instruction.Constant constant
          && constant.literal().kind() == Literal.Kind.CHAR) {
        text.append(constant.literal().value());
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(constant(text.toString(), body, array));
  }

  private static TextConstant constant(String text, CodeBody body, Instruction at) {
    return new TextConstant(text, body.location(at.span()), body.owner().file().file().role());
  }
}
