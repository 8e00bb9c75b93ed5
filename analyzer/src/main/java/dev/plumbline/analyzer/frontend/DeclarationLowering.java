package dev.plumbline.analyzer.frontend;

import com.github.javaparser.JavaToken;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Modifiers;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Type declarations: JLS 8 and 9. Their members are lowered by {@link MemberLowering}. */
final class DeclarationLowering {

  private final FileLowering file;

  DeclarationLowering(FileLowering file) {
    this.file = file;
  }

  TypeDecl topLevel(TypeDeclaration<?> declaration, String packageName) {
    String name = declaration.getNameAsString();
    return declared(
        declaration, null, null, packageName.isEmpty() ? name : packageName + '.' + name);
  }

  TypeDecl member(TypeDeclaration<?> declaration, TypeContext around) {
    return declared(
        declaration, around, null, around.binaryName() + '$' + declaration.getNameAsString());
  }

  TypeDecl local(TypeDeclaration<?> declaration, BodyLowering body) {
    String binaryName = body.type().localName(declaration.getNameAsString());
    return declared(declaration, body.type(), body, binaryName);
  }

  TypeDecl anonymous(ObjectCreationExpr creation, BodyLowering body) {
    Span span = file.spans().of(creation.getType());
    Node last = creation;
    // From the created type to the closing brace: what stands before belongs to the expression.
    return unnamed(
        creation.getAnonymousClassBody().get(),
        Optional.of(file.types().of(creation.getType())),
        body,
        span.cover(file.spans().lastCharacter(file.spans().of(last))),
        span);
  }

  /** The class body of an enum constant, in the body of the enum's static initialiser. */
  TypeDecl constantBody(EnumConstantDeclaration constant, String enumName, BodyLowering body) {
    return unnamed(
        constant.getClassBody(),
        Optional.of(file.types().named(enumName)),
        body,
        file.spans().of(constant),
        file.spans().firstToken(constant.getName()));
  }

  private TypeDecl unnamed(
      NodeList<BodyDeclaration<?>> members,
      Optional<TypeRef> superclass,
      BodyLowering body,
      Span span,
      Span nameSpan) {
    String binaryName = body.type().localName("");
    MemberLowering content =
        new MemberLowering(file, body.type(), body, TypeDecl.Kind.ANONYMOUS, "", binaryName);
    content.lower(members, List.of(), List.of(), false);
    return new TypeDecl(
        TypeDecl.Kind.ANONYMOUS,
        "",
        binaryName,
        Modifiers.NONE,
        List.of(),
        superclass,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        content.constants(),
        content.fields(),
        content.methods(),
        content.memberTypes(),
        span,
        nameSpan,
        Optional.empty());
  }

  private TypeDecl declared(
      TypeDeclaration<?> declaration, TypeContext around, BodyLowering body, String binaryName) {
    if (declaration instanceof ClassOrInterfaceDeclaration type) {
      boolean isInterface = type.isInterface();
      List<TypeRef> extended = file.types().all(type.getExtendedTypes());
      return declared(
          type,
          around,
          body,
          binaryName,
          isInterface ? TypeDecl.Kind.INTERFACE : TypeDecl.Kind.CLASS,
          file.types().parameters(type.getTypeParameters()),
          isInterface || extended.isEmpty() ? Optional.empty() : Optional.of(extended.get(0)),
          isInterface ? extended : file.types().all(type.getImplementedTypes()),
          file.types().all(type.getPermittedTypes()),
          new NodeList<>(),
          List.of());
    }
    if (declaration instanceof EnumDeclaration type) {
      return declared(
          type,
          around,
          body,
          binaryName,
          TypeDecl.Kind.ENUM,
          List.of(),
          Optional.empty(),
          file.types().all(type.getImplementedTypes()),
          List.of(),
          new NodeList<>(),
          type.getEntries());
    }
    if (declaration instanceof RecordDeclaration type) {
      return declared(
          type,
          around,
          body,
          binaryName,
          TypeDecl.Kind.RECORD,
          file.types().parameters(type.getTypeParameters()),
          Optional.empty(),
          file.types().all(type.getImplementedTypes()),
          List.of(),
          type.getParameters(),
          List.of());
    }
    if (declaration instanceof AnnotationDeclaration type) {
      return declared(
          type,
          around,
          body,
          binaryName,
          TypeDecl.Kind.ANNOTATION,
          List.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          new NodeList<>(),
          List.of());
    }
    throw UnsupportedNode.of(declaration);
  }

  private TypeDecl declared(
      TypeDeclaration<?> declaration,
      TypeContext around,
      BodyLowering body,
      String binaryName,
      TypeDecl.Kind kind,
      List<dev.plumbline.analyzer.ir.TypeParameter> typeParameters,
      Optional<TypeRef> superclass,
      List<TypeRef> interfaces,
      List<TypeRef> permits,
      NodeList<com.github.javaparser.ast.body.Parameter> components,
      List<EnumConstantDeclaration> constants) {
    String name = declaration.getNameAsString();
    Modifiers modifiers = modifiers(declaration.getModifiers());
    List<Parameter> recordComponents = parameters(components);
    MemberLowering content =
        new MemberLowering(file, around, body, kind, name, binaryName)
            .withComponents(recordComponents, components);
    content.lower(declaration.getMembers(), constants, recordComponents, modifiers.isStatic());
    return new TypeDecl(
        kind,
        name,
        binaryName,
        modifiers,
        typeParameters,
        superclass,
        interfaces,
        permits,
        file.annotations().all(declaration.getAnnotations()),
        recordComponents,
        content.constants(),
        content.fields(),
        content.methods(),
        content.memberTypes(),
        file.spans().of(declaration),
        file.spans().firstToken(declaration.getName()),
        javadoc(declaration));
  }

  // Parts that members share

  List<Parameter> parameters(NodeList<com.github.javaparser.ast.body.Parameter> parameters) {
    if (parameters.isEmpty()) {
      return List.of();
    }
    List<Parameter> lowered = new ArrayList<>(parameters.size());
    for (com.github.javaparser.ast.body.Parameter parameter : parameters) {
      TypeRef type = file.types().of(parameter.getType());
      if (parameter.isVarArgs()) {
        type = type.withDimensions(type.dimensions() + 1);
      }
      lowered.add(
          new Parameter(
              file.names().of(parameter.getName().getIdentifier()),
              type,
              parameter.isVarArgs(),
              file.annotations().all(parameter.getAnnotations()),
              file.spans().of(parameter),
              file.spans().firstToken(parameter.getName())));
    }
    return lowered;
  }

  static Modifiers modifiers(NodeList<Modifier> modifiers) {
    int bits = 0;
    for (int i = 0; i < modifiers.size(); i++) {
      Modifiers.Keyword keyword =
          switch (modifiers.get(i).getKeyword()) {
            case PUBLIC -> Modifiers.Keyword.PUBLIC;
            case PROTECTED -> Modifiers.Keyword.PROTECTED;
            case PRIVATE -> Modifiers.Keyword.PRIVATE;
            case ABSTRACT -> Modifiers.Keyword.ABSTRACT;
            case STATIC -> Modifiers.Keyword.STATIC;
            case FINAL -> Modifiers.Keyword.FINAL;
            case TRANSIENT -> Modifiers.Keyword.TRANSIENT;
            case VOLATILE -> Modifiers.Keyword.VOLATILE;
            case SYNCHRONIZED -> Modifiers.Keyword.SYNCHRONIZED;
            case NATIVE -> Modifiers.Keyword.NATIVE;
            case STRICTFP -> Modifiers.Keyword.STRICTFP;
            case DEFAULT -> Modifiers.Keyword.DEFAULT;
            case SEALED -> Modifiers.Keyword.SEALED;
            case NON_SEALED -> Modifiers.Keyword.NON_SEALED;
            // Only in module directives, which have no place in the IR.
            case TRANSITIVE -> null;
          };
      bits |= keyword == null ? 0 : 1 << keyword.ordinal();
    }
    return bits == 0 ? Modifiers.NONE : new Modifiers(bits);
  }

  /**
   * The Javadoc comment between the previous token and the declaration, the nearest of several;
   * lines that begin with three slashes are one comment (JEP 467).
   */
  Optional<Span> javadoc(Node declaration) {
    TokenRange tokens = declaration.getTokenRange().orElse(null);
    JavaToken token = tokens == null ? null : before(tokens.getBegin());
    while (token != null && token.getCategory().isWhitespaceOrComment()) {
      if (token.getKind() == JavaToken.Kind.JAVADOC_COMMENT.getKind()) {
        return Optional.of(file.spans().ofToken(token));
      }
      if (isMarkdown(token)) {
        return Optional.of(markdown(token));
      }
      token = before(token);
    }
    return Optional.empty();
  }

  private Span markdown(JavaToken last) {
    JavaToken first = last;
    JavaToken token = before(last);
    while (token != null && (token.getCategory().isWhitespace() || isMarkdown(token))) {
      if (isMarkdown(token)) {
        first = token;
      }
      token = before(token);
    }
    return file.spans().ofToken(first).cover(file.spans().ofToken(last));
  }

  private static boolean isMarkdown(JavaToken token) {
    return token.getKind() == JavaToken.Kind.SINGLE_LINE_COMMENT.getKind()
        && token.getText().startsWith("///");
  }

  private static JavaToken before(JavaToken token) {
    return token.getPreviousToken().orElse(null);
  }
}
