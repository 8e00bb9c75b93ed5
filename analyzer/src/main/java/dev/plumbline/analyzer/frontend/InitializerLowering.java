package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.EnumConstant;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Modifiers;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * The static or the instance initialisers of one type, gathered into one body (JLS 8.3.2, 8.6, 8.7,
 * 12.4, 12.5). Each initial value is stored by its name, as an assignment in a block would be.
 */
final class InitializerLowering {

  private final FileLowering file;
  private final TypeContext type;
  private final boolean isStatic;
  private BodyLowering body;
  private Span span;
  private Span first;
  private int position = Body.NONE;
  private boolean failed;

  InitializerLowering(FileLowering file, TypeContext type, boolean isStatic) {
    this.file = file;
    this.type = type;
    this.isStatic = isStatic;
  }

  /** Whether this is the first request. */
  boolean reserve() {
    return position == Body.NONE;
  }

  int position() {
    return position;
  }

  void position(int index) {
    position = index;
  }

  /** After a defect the graph may lack ends: it is given up. */
  void fail() {
    failed = true;
    body = null;
  }

  int field(VariableDeclarator variable, Expression initializer, Span declaration) {
    BodyLowering lowering = open(declaration, file.spans().firstToken(variable.getName()));
    int value = lowering.expressions().initial(initializer, variable.getType());
    store(lowering, lowering.name(variable.getName()), value, file.spans().of(variable));
    return value;
  }

  EnumConstant constant(EnumConstantDeclaration constant, String enumName) {
    Span constantSpan = file.spans().of(constant);
    Span nameSpan = file.spans().firstToken(constant.getName());
    BodyLowering lowering = open(constantSpan, nameSpan);
    PendingOperands arguments = lowering.calls().arguments(constant.getArguments());
    Optional<TypeDecl> classBody =
        constant.getClassBody().isEmpty()
            ? Optional.empty()
            : Optional.of(file.declarations().constantBody(constant, enumName, lowering));
    int value = lowering.code().newRegister();
    lowering
        .code()
        .emit(
            new Instruction.New(
                value,
                file.types().named(enumName),
                Body.NONE,
                arguments.settledFrom(0),
                Body.NONE,
                nameSpan,
                constantSpan));
    String name = constant.getName().getIdentifier();
    store(lowering, name, value, constantSpan);
    return new EnumConstant(
        name,
        file.annotations().all(constant.getAnnotations()),
        value,
        classBody,
        constantSpan,
        nameSpan);
  }

  void block(InitializerDeclaration block) {
    Span declaration = file.spans().of(block);
    open(declaration, file.spans().firstToken(block)).statements().block(block.getBody());
  }

  /** The gathered body; {@code null} when it had to be given up. */
  MethodDecl finish() {
    if (failed) {
      return null;
    }
    Body lowered = body.finish(span);
    return new MethodDecl(
        isStatic ? MethodDecl.Kind.STATIC_INITIALIZER : MethodDecl.Kind.FIELD_INITIALIZER,
        isStatic ? MethodDecl.STATIC_INITIALIZER : MethodDecl.FIELD_INITIALIZER,
        isStatic ? Modifiers.of(EnumSet.of(Modifiers.Keyword.STATIC)) : Modifiers.NONE,
        List.of(),
        TypeRef.VOID,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.of(lowered),
        span,
        first,
        Optional.empty());
  }

  private BodyLowering open(Span declaration, Span name) {
    span = span == null ? declaration : span.cover(declaration);
    if (first == null) {
      first = name;
    }
    if (body == null) {
      // After a failure this body is thrown away, but what it finds wrong is still reported.
      body = new BodyLowering(file, type, null);
    }
    return body;
  }

  private void store(BodyLowering lowering, String name, int value, Span at) {
    lowering.code().emit(new Instruction.StoreName(List.of(name), value, at));
  }
}
