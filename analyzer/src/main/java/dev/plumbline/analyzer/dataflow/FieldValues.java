package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Modifiers;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.NameMeaning;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values of fields that are set once, where they are declared: static finals of any file (JLS
 * 15.29), final fields, and private fields that nothing assigns. One instance a thread.
 */
final class FieldValues {

  private final Program program;
  private final ValueAnalysis analysis;
  private final Map<FieldDecl, Value> known = new IdentityHashMap<>();
  private final Set<FieldDecl> inProgress = new HashSet<>();
  private final Map<TypeInfo, Map<String, Boolean>> assigned = new HashMap<>();

  FieldValues(Program program, ValueAnalysis analysis) {
    this.program = program;
    this.analysis = analysis;
  }

  /** The field's one value, or {@code null} when it has several or nobody knows. */
  Value value(Members.Field field, int depth) {
    if (program.constants().of(field) instanceof ConstantValue.Scalar constant) {
      return new Value.Constant(Literal.of(constant.value()));
    }
    TypeInfo owner = field.info().orElse(null);
    FieldDecl declaration = field.declaration().orElse(null);
    if (owner == null || declaration == null) {
      return null;
    }
    if (known.containsKey(declaration)) {
      return known.get(declaration);
    }
    if (!isSetOnce(owner, declaration) || !inProgress.add(declaration)) {
      return null;
    }
    try {
      Value value =
          declaration.initializer() == Body.NONE
              ? fromConstructors(owner, declaration, depth)
              : fromInitializer(owner, declaration, depth);
      if (value != null) {
        // At the depth limit an answer is poorer than elsewhere: only good ones are kept.
        known.put(declaration, value);
      }
      return value;
    } finally {
      inProgress.remove(declaration);
    }
  }

  private Value fromInitializer(TypeInfo owner, FieldDecl field, int depth) {
    String initializer =
        isStatic(owner, field) ? MethodDecl.STATIC_INITIALIZER : MethodDecl.FIELD_INITIALIZER;
    return owner
        .method(initializer)
        .flatMap(MethodInfo::body)
        .map(body -> analysis.afterInitializer(body, field.initializer(), depth + 1))
        .orElse(null);
  }

  /**
   * What every constructor gives the field, or a static block a static one. A value that depends on
   * what the constructor is given is not the field's one value.
   */
  private Value fromConstructors(TypeInfo owner, FieldDecl field, int depth) {
    MethodDecl.Kind setter =
        isStatic(owner, field) ? MethodDecl.Kind.STATIC_INITIALIZER : MethodDecl.Kind.CONSTRUCTOR;
    Value joined = null;
    for (MethodInfo method : owner.methods()) {
      CodeBody body = method.body().orElse(null);
      if (method.declaration().kind() != setter || body == null || delegates(body)) {
        continue;
      }
      Value value = analysis.fieldAfter(body, field.name(), depth + 1);
      if (value == null || dependsOnCaller(value)) {
        return null;
      }
      joined = Values.join(joined, value, null);
    }
    return joined;
  }

  private static boolean dependsOnCaller(Value value) {
    boolean[] found = new boolean[1];
    Values.forEachAtom(
        value,
        atom ->
            found[0] |=
                atom instanceof Value.Unknown unknown
                    && unknown.origin() != Value.Origin.EXTERNAL_CONSTANT
                    && unknown.origin() != Value.Origin.HARMLESS);
    return found[0];
  }

  /** A constructor that calls {@code this(…)} leaves the fields to the other one. */
  private static boolean delegates(CodeBody body) {
    for (Block block : body.body().blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Call call
            && call.dispatch() == Instruction.Call.Dispatch.THIS_CONSTRUCTOR) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isStatic(TypeInfo owner, FieldDecl field) {
    return field.modifiers().isStatic()
        || owner.declaration().kind() == TypeDecl.Kind.INTERFACE
        || owner.declaration().kind() == TypeDecl.Kind.ANNOTATION;
  }

  private boolean isSetOnce(TypeInfo owner, FieldDecl field) {
    Modifiers modifiers = field.modifiers();
    if (modifiers.isFinal() || owner.declaration().isInterface()) {
      return true;
    }
    return field.initializer() != Body.NONE
        && modifiers.isPrivate()
        && !analysis.isConfiguration(field.annotations(), owner)
        && !isAssigned(owner, field.name());
  }

  /** Whether code of the outermost type assigns the field; private fields have no other code. */
  private boolean isAssigned(TypeInfo owner, String name) {
    TypeInfo outermost = owner;
    while (outermost.outer().isPresent()) {
      outermost = outermost.outer().get();
    }
    return assigned
        .computeIfAbsent(outermost, this::assignedNames)
        .getOrDefault(name, Boolean.FALSE);
  }

  private Map<String, Boolean> assignedNames(TypeInfo outermost) {
    Map<String, Boolean> names = new HashMap<>();
    collectAssigned(outermost, names);
    return names;
  }

  private void collectAssigned(TypeInfo type, Map<String, Boolean> names) {
    for (MethodInfo method : type.methods()) {
      boolean initializer =
          method.declaration().kind() == MethodDecl.Kind.FIELD_INITIALIZER
              || method.declaration().kind() == MethodDecl.Kind.STATIC_INITIALIZER;
      method.body().ifPresent(body -> collectAssigned(body, names, initializer ? type : null));
    }
    type.memberTypes().forEach(member -> collectAssigned(member, names));
  }

  private void collectAssigned(CodeBody body, Map<String, Boolean> names, TypeInfo initializerOf) {
    for (Block block : body.body().blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.StoreField store) {
          names.put(store.name(), true);
        } else if (instruction instanceof Instruction.StoreName store) {
          String name = store.path().get(store.path().size() - 1);
          boolean declares =
              initializerOf != null
                  && initializerOf
                      .field(name)
                      .filter(field -> field.initializer() == store.source())
                      .isPresent();
          if (!declares) {
            names.put(name, true);
          }
        }
      }
    }
    body.lambdas().forEach(lambda -> collectAssigned(lambda, names, null));
    for (TypeInfo local : body.localTypes()) {
      collectAssigned(local, names);
    }
  }

  /** What reading a name gives, when it ends in a field. */
  Value value(NameMeaning meaning, int depth) {
    List<Members.Field> fields = meaning.fields();
    return fields.isEmpty() ? null : value(fields.get(fields.size() - 1), depth);
  }
}
