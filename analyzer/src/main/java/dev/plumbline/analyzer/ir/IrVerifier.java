package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The self-check of the IR: what the records of this package promise, checked for one file.
 *
 * <p>It finds defects of the lowering, not of the program. Source that Java would reject (a
 * variable read before it is assigned, a case that cannot match) may look like such a defect; ask
 * only about files that compile.
 */
public final class IrVerifier {

  private final List<String> faults = new ArrayList<>();
  private final LineLengths lines;

  private IrVerifier(LineLengths lines) {
    this.lines = lines;
  }

  /** What is wrong, each with its place; empty when all is well. */
  public static List<String> verify(CompilationUnit unit) {
    return new IrVerifier(null).unit(unit);
  }

  /** Checks as well that every position lies inside {@code text}. */
  public static List<String> verify(CompilationUnit unit, String text) {
    return new IrVerifier(new LineLengths(text)).unit(unit);
  }

  private List<String> unit(CompilationUnit unit) {
    for (AnnotationUse annotation : unit.packageAnnotations()) {
      inFile(annotation.span(), "@" + annotation.name());
    }
    for (ImportDecl one : unit.imports()) {
      inFile(one.span(), "import " + one.name());
    }
    for (Directive directive : unit.directives()) {
      inFile(directive.span(), "directive");
    }
    for (TypeDecl type : unit.types()) {
      inFile(type.span(), type.binaryName());
      type(type, null);
    }
    return faults;
  }

  /**
   * @param maker the body that declares the type or one around it, or {@code null}
   */
  void type(TypeDecl type, Body maker) {
    String place = type.binaryName();
    inside(type.span(), type.nameSpan(), place);
    type.javadoc().ifPresent(span -> inFile(span, place));
    annotations(type.annotations(), type.span(), place);
    for (Parameter component : type.recordComponents()) {
      inside(type.span(), component.span(), place + " " + component.name());
      inside(component.span(), component.nameSpan(), place + " " + component.name());
    }
    fields(type);
    for (EnumConstant constant : type.enumConstants()) {
      constant(type, constant);
    }
    for (MethodDecl method : type.methods()) {
      method(type, method, maker);
    }
    for (TypeDecl member : type.memberTypes()) {
      inside(type.span(), member.span(), member.binaryName());
      type(member, maker);
    }
  }

  private void fields(TypeDecl type) {
    for (FieldDecl field : type.fields()) {
      String place = type.binaryName() + "." + field.name();
      inside(type.span(), field.span(), place);
      inside(field.span(), field.nameSpan(), place);
      annotations(field.annotations(), field.span(), place);
      if (field.initializer() != Body.NONE) {
        boolean isStatic = field.modifiers().isStatic() || type.isInterface();
        stored(type, field.name(), field.initializer(), isStatic, place);
      }
    }
  }

  private void constant(TypeDecl type, EnumConstant constant) {
    String place = type.binaryName() + "." + constant.name();
    inside(type.span(), constant.span(), place);
    inside(constant.span(), constant.nameSpan(), place);
    stored(type, constant.name(), constant.initializer(), true, place);
    Body initializer = initializer(type, true).orElse(null);
    constant.body().ifPresent(body -> type(body, initializer));
  }

  private void stored(TypeDecl type, String name, int register, boolean isStatic, String place) {
    Body body = initializer(type, isStatic).orElse(null);
    if (body == null) {
      faults.add(place + ": has an initial value but its type no initialiser");
      return;
    }
    Instruction.StoreName found = null;
    for (Block block : body.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.StoreName store
            && store.source() == register
            && store.path().equals(List.of(name))) {
          found = store;
        }
      }
    }
    if (found == null) {
      faults.add(place + ": its initial value is not stored in the initialiser");
    }
  }

  private static Optional<Body> initializer(TypeDecl type, boolean isStatic) {
    MethodDecl.Kind kind =
        isStatic ? MethodDecl.Kind.STATIC_INITIALIZER : MethodDecl.Kind.FIELD_INITIALIZER;
    for (MethodDecl method : type.methods()) {
      if (method.kind() == kind) {
        return method.body();
      }
    }
    return Optional.empty();
  }

  private void method(TypeDecl type, MethodDecl method, Body maker) {
    String place = type.binaryName() + "." + method.name();
    inside(type.span(), method.span(), place);
    inside(method.span(), method.nameSpan(), place);
    method.javadoc().ifPresent(span -> inFile(span, place));
    annotations(method.annotations(), method.span(), place);
    if (method.kind() != MethodDecl.Kind.COMPACT_CONSTRUCTOR) {
      for (Parameter parameter : method.parameters()) {
        inside(method.span(), parameter.span(), place + " " + parameter.name());
        inside(parameter.span(), parameter.nameSpan(), place + " " + parameter.name());
      }
    }
    Body body = method.body().orElse(null);
    if (body != null) {
      inside(method.span(), body.span(), place);
      if (body.parameterCount() != method.parameters().size()) {
        faults.add(place + ": the body has another number of parameters");
      }
      new BodyVerifier(this, body, maker, place).verify();
    }
  }

  private void annotations(List<AnnotationUse> annotations, Span around, String place) {
    for (AnnotationUse annotation : annotations) {
      inside(around, annotation.span(), place + " @" + annotation.name());
    }
  }

  void fault(String place, String what) {
    faults.add(place + ": " + what);
  }

  void inside(Span outer, Span inner, String place) {
    if (!outer.contains(inner)) {
      faults.add(place + ": " + inner + " lies outside of " + outer);
    }
  }

  void inFile(Span span, String place) {
    if (lines != null && !lines.contain(span)) {
      faults.add(place + ": " + span + " lies outside of the file");
    }
  }
}
