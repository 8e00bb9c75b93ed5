package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.EnumConstant;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Modifiers;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The members of one type, in source order, so that local and anonymous types get their numbers in
 * that order too.
 *
 * <p>A defect of ours in one member costs that member alone: it is reported and left out. A defect
 * in an initialiser costs all initialisers of its kind, which are one body.
 */
final class MemberLowering {

  private final FileLowering file;
  private final TypeDecl.Kind kind;
  private final String name;
  private final TypeContext around;
  private final BodyLowering body;
  private final String binaryName;
  private final List<EnumConstant> constants = new ArrayList<>();
  private final List<FieldDecl> fields = new ArrayList<>();
  private final List<MethodDecl> methods = new ArrayList<>();
  private final List<TypeDecl> memberTypes = new ArrayList<>();
  private List<Parameter> components = List.of();
  private NodeList<com.github.javaparser.ast.body.Parameter> componentNodes = new NodeList<>();
  private TypeContext type;
  private InitializerLowering staticInitializers;
  private InitializerLowering instanceInitializers;

  MemberLowering(
      FileLowering file,
      TypeContext around,
      BodyLowering body,
      TypeDecl.Kind kind,
      String name,
      String binaryName) {
    this.file = file;
    this.around = around;
    this.body = body;
    this.kind = kind;
    this.name = name;
    this.binaryName = binaryName;
  }

  MemberLowering withComponents(
      List<Parameter> lowered, NodeList<com.github.javaparser.ast.body.Parameter> nodes) {
    components = lowered;
    componentNodes = nodes;
    return this;
  }

  List<EnumConstant> constants() {
    return constants;
  }

  List<FieldDecl> fields() {
    return fields;
  }

  List<MethodDecl> methods() {
    return methods;
  }

  List<TypeDecl> memberTypes() {
    return memberTypes;
  }

  void lower(
      NodeList<BodyDeclaration<?>> members,
      List<EnumConstantDeclaration> entries,
      List<Parameter> recordComponents,
      boolean isStatic) {
    // Records, enums and interfaces are static by themselves (JLS 8.1.1.4, 8.9, 8.10, 9.1.1.3).
    boolean seesNoVariable =
        isStatic || (kind != TypeDecl.Kind.CLASS && kind != TypeDecl.Kind.ANONYMOUS);
    type =
        new TypeContext(
            around, body, fieldNames(members, recordComponents), seesNoVariable, binaryName);
    staticInitializers = new InitializerLowering(file, type, true);
    instanceInitializers = new InitializerLowering(file, type, false);
    for (EnumConstantDeclaration entry : entries) {
      constant(entry);
    }
    for (BodyDeclaration<?> member : members) {
      int methodCount = methods.size();
      try {
        member(member);
      } catch (RuntimeException defect) {
        while (methods.size() > methodCount) {
          methods.remove(methods.size() - 1);
        }
        report(defect, file.spans().of(member));
      }
    }
    finishInitializers();
  }

  private static Set<String> fieldNames(
      NodeList<BodyDeclaration<?>> members, List<Parameter> recordComponents) {
    Set<String> names = new HashSet<>();
    for (BodyDeclaration<?> member : members) {
      if (member instanceof FieldDeclaration field) {
        for (VariableDeclarator variable : field.getVariables()) {
          names.add(variable.getNameAsString());
        }
      }
    }
    for (Parameter component : recordComponents) {
      names.add(component.name());
    }
    return names;
  }

  private void member(BodyDeclaration<?> member) {
    if (member instanceof MethodDeclaration method) {
      methods.add(method(method));
    } else if (member instanceof FieldDeclaration field) {
      field(field);
    } else if (member instanceof ConstructorDeclaration constructor) {
      methods.add(
          callable(
              constructor,
              MethodDecl.Kind.CONSTRUCTOR,
              MethodDecl.CONSTRUCTOR,
              TypeRef.VOID,
              constructor.getBody()));
    } else if (member instanceof TypeDeclaration<?> declaration) {
      memberTypes.add(file.declarations().member(declaration, type));
    } else if (member instanceof InitializerDeclaration block) {
      InitializerLowering initializers =
          block.isStatic() ? staticInitializers : instanceInitializers;
      reserve(initializers);
      try {
        initializers.block(block);
      } catch (RuntimeException defect) {
        initializers.fail();
        throw defect;
      }
    } else if (member instanceof CompactConstructorDeclaration constructor) {
      methods.add(compact(constructor));
    } else if (member instanceof AnnotationMemberDeclaration element) {
      methods.add(element(element));
    } else {
      throw UnsupportedNode.of(member);
    }
  }

  // Fields and initialisers

  private void constant(EnumConstantDeclaration entry) {
    reserve(staticInitializers);
    try {
      constants.add(staticInitializers.constant(entry, name));
    } catch (RuntimeException defect) {
      staticInitializers.fail();
      report(defect, file.spans().of(entry));
    }
  }

  private void field(FieldDeclaration field) {
    Modifiers modifiers = DeclarationLowering.modifiers(field.getModifiers());
    List<AnnotationUse> annotations = file.annotations().all(field.getAnnotations());
    Optional<Span> javadoc = file.declarations().javadoc(field);
    Span span = file.spans().of(field);
    boolean isStatic = modifiers.isStatic() || isInterface();
    for (VariableDeclarator variable : field.getVariables()) {
      Expression initializer = variable.getInitializer().orElse(null);
      int register = Body.NONE;
      if (initializer != null) {
        InitializerLowering initializers = isStatic ? staticInitializers : instanceInitializers;
        reserve(initializers);
        try {
          register = initializers.field(variable, initializer, span);
        } catch (RuntimeException defect) {
          initializers.fail();
          report(defect, span);
        }
      }
      fields.add(
          new FieldDecl(
              file.names().of(variable.getName().getIdentifier()),
              file.types().of(variable.getType()),
              modifiers,
              annotations,
              register,
              file.constants().initial(variable, modifiers.isFinal() || isInterface()),
              span,
              file.spans().firstToken(variable.getName()),
              javadoc));
    }
  }

  private boolean isInterface() {
    return kind == TypeDecl.Kind.INTERFACE || kind == TypeDecl.Kind.ANNOTATION;
  }

  /** The gathered initialisers stand where the first of them stands. */
  private void reserve(InitializerLowering initializers) {
    if (initializers.reserve()) {
      methods.add(null);
      initializers.position(methods.size() - 1);
    }
  }

  private void finishInitializers() {
    finish(staticInitializers, true);
    finish(instanceInitializers, false);
    methods.removeAll(Collections.singleton(null));
  }

  private void finish(InitializerLowering initializers, boolean isStatic) {
    if (initializers.position() == Body.NONE) {
      return;
    }
    MethodDecl method = null;
    try {
      method = initializers.finish();
    } catch (RuntimeException defect) {
      report(defect, null);
    }
    methods.set(initializers.position(), method);
    if (method == null) {
      forgetRegisters(isStatic);
    }
  }

  private void forgetRegisters(boolean isStatic) {
    fields.replaceAll(
        field -> {
          boolean inStatic = field.modifiers().isStatic() || isInterface();
          return inStatic == isStatic
              ? new FieldDecl(
                  field.name(),
                  field.type(),
                  field.modifiers(),
                  field.annotations(),
                  Body.NONE,
                  field.constant(),
                  field.span(),
                  field.nameSpan(),
                  field.javadoc())
              : field;
        });
    if (isStatic) {
      constants.replaceAll(
          constant ->
              new EnumConstant(
                  constant.name(),
                  constant.annotations(),
                  Body.NONE,
                  constant.body(),
                  constant.span(),
                  constant.nameSpan()));
    }
  }

  private void report(RuntimeException defect, Span span) {
    file.problems().add(Problem.internal(defect.toString(), span));
  }

  // Methods and constructors

  private MethodDecl method(MethodDeclaration method) {
    return callable(
        method,
        MethodDecl.Kind.METHOD,
        file.names().of(method.getName().getIdentifier()),
        file.types().of(method.getType()),
        method.getBody().orElse(null));
  }

  private MethodDecl callable(
      CallableDeclaration<?> callable,
      MethodDecl.Kind methodKind,
      String methodName,
      TypeRef returnType,
      BlockStmt block) {
    List<Parameter> parameters = file.declarations().parameters(callable.getParameters());
    Optional<Body> lowered =
        block == null
            ? Optional.empty()
            : Optional.of(body(parameters, callable.getParameters(), block));
    return new MethodDecl(
        methodKind,
        methodName,
        DeclarationLowering.modifiers(callable.getModifiers()),
        file.types().parameters(callable.getTypeParameters()),
        returnType,
        parameters,
        file.types().all(callable.getThrownExceptions()),
        file.annotations().all(callable.getAnnotations()),
        Optional.empty(),
        lowered,
        file.spans().of(callable),
        file.spans().firstToken(callable.getName()),
        file.declarations().javadoc(callable));
  }

  private Body body(
      List<Parameter> parameters,
      NodeList<com.github.javaparser.ast.body.Parameter> nodes,
      BlockStmt block) {
    BodyLowering lowering = new BodyLowering(file, type, null);
    lowering.parameters(parameters, nodes);
    lowering.statements().block(block);
    return lowering.finish(file.spans().of(block));
  }

  private MethodDecl compact(CompactConstructorDeclaration constructor) {
    return new MethodDecl(
        MethodDecl.Kind.COMPACT_CONSTRUCTOR,
        MethodDecl.CONSTRUCTOR,
        DeclarationLowering.modifiers(constructor.getModifiers()),
        file.types().parameters(constructor.getTypeParameters()),
        TypeRef.VOID,
        components,
        file.types().all(constructor.getThrownExceptions()),
        file.annotations().all(constructor.getAnnotations()),
        Optional.empty(),
        Optional.of(body(components, componentNodes, constructor.getBody())),
        file.spans().of(constructor),
        file.spans().firstToken(constructor.getName()),
        file.declarations().javadoc(constructor));
  }

  private MethodDecl element(AnnotationMemberDeclaration element) {
    return new MethodDecl(
        MethodDecl.Kind.ANNOTATION_ELEMENT,
        element.getName().getIdentifier(),
        DeclarationLowering.modifiers(element.getModifiers()),
        List.of(),
        file.types().of(element.getType()),
        List.of(),
        List.of(),
        file.annotations().all(element.getAnnotations()),
        element.getDefaultValue().map(file.annotations()::value),
        Optional.empty(),
        file.spans().of(element),
        file.spans().firstToken(element.getName()),
        file.declarations().javadoc(element));
  }
}
