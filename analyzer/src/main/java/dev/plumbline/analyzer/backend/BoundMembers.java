package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.backend.Annotations.Meaning;
import dev.plumbline.analyzer.backend.EndpointParameter.Binding;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.SourceKind;
import dev.plumbline.analyzer.library.TypeRole;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.taint.Boundary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What an annotation of the member itself says to come from a request, whoever calls it: fields,
 * setters and constructors of Jakarta REST resources and bean parameters, arguments of GraphQL
 * fields, handlers in classes that are no controllers by any annotation that is known. Besides them
 * the properties of Struts actions and of backing beans of Faces.
 */
final class BoundMembers {

  private static final Set<String> COLLECTIONS =
      Set.of("java.util.Collection", "java.util.Map", "java.lang.Iterable");

  private final Program program;
  private final Library library;
  private final Annotations annotations;
  private final Payloads payloads;
  private final HandlerEntries handlers;
  private final BoundaryEntries entries;

  BoundMembers(
      Program program,
      Library library,
      Annotations annotations,
      HandlerEntries handlers,
      BoundaryEntries entries) {
    this.program = program;
    this.library = library;
    this.annotations = annotations;
    this.payloads = new Payloads(program);
    this.handlers = handlers;
    this.entries = entries;
  }

  /** Before the parameters, because a bean parameter's fields say more than the whole. */
  void fields(TypeInfo type) {
    for (FieldDecl field : type.declaration().fields()) {
      if (field.annotations().isEmpty() || field.modifiers().isStatic()) {
        continue;
      }
      List<ScopedAnnotation> own = Annotations.scoped(field.annotations(), type);
      Boundary.Entry entry =
          bound(own, () -> program.names().resolve(field.type(), type, null), type)
              .or(() -> commandLine(own))
              .orElse(null);
      if (entry != null) {
        entries.field(type.name(), field.name(), entry);
      }
    }
    if (isAction(type)) {
      action(type);
    }
  }

  private Optional<Boundary.Entry> bound(
      List<ScopedAnnotation> own, Supplier<JavaType> written, TypeInfo owner) {
    Meaning meaning = annotations.meaning(own, Role.BINDING).orElse(null);
    if (meaning == null) {
      return Optional.empty();
    }
    Binding binding =
        Binding.valueOf(meaning.model().as().toUpperCase(Locale.ROOT).replace('-', '_'));
    // Most annotations bind nothing, so that the type is asked for late.
    JavaType type = written.get();
    JavaType payload = payloads.of(type, owner).type();
    return Optional.ofNullable(handlers.bound(binding, meaning.model().framework(), type, payload));
  }

  private Optional<Boundary.Entry> commandLine(List<ScopedAnnotation> own) {
    return annotations
        .meaning(own, Role.ENTRY_POINT)
        .filter(meaning -> meaning.model().as().equals("command"))
        .map(meaning -> new Boundary.Entry(SourceKind.COMMAND_LINE, false));
  }

  void parameters(TypeInfo type) {
    if (annotations.onType(type, Role.CLIENT).isPresent()) {
      return;
    }
    for (MethodInfo method : type.methods()) {
      if (method.body().isPresent()) {
        parameters(method);
      }
    }
  }

  private void parameters(MethodInfo method) {
    List<Parameter> parameters = method.declaration().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      List<ScopedAnnotation> own =
          Annotations.scoped(parameters.get(i).annotations(), method.owner());
      if (parameters.size() == 1 && own.isEmpty()) {
        // Jakarta REST binds setters by an annotation of the method.
        own = setter(method);
      }
      if (!own.isEmpty()) {
        int index = i;
        TypeRef written = parameters.get(i).type();
        bound(own, () -> program.names().resolve(written, method), method.owner())
            .ifPresent(e -> entries.parameter(method, index, e));
      }
    }
  }

  private List<ScopedAnnotation> setter(MethodInfo method) {
    List<ScopedAnnotation> own =
        Annotations.scoped(method.declaration().annotations(), method.owner());
    return isSetter(method)
            && annotations
                .meaning(own, Role.BINDING)
                .filter(meaning -> meaning.model().framework().equals("jax-rs"))
                .isPresent()
        ? own
        : List.of();
  }

  private static boolean isSetter(MethodInfo method) {
    MethodDecl declaration = method.declaration();
    return declaration.kind() == MethodDecl.Kind.METHOD
        && declaration.name().startsWith("set")
        && declaration.parameters().size() == 1
        && !declaration.modifiers().isStatic();
  }

  // Struts

  private boolean isAction(TypeInfo type) {
    // On a class it is a backing bean of Faces.
    if (annotations.onType(type, Role.BINDING).isPresent()) {
      return true;
    }
    Set<String> ancestors = program.hierarchy().ancestors(type.name());
    return ancestors.size() > 1
        && library.typeRoles(TypeRole.Role.ENTRY_POINT).stream()
            .anyMatch(role -> role.framework().equals("struts") && ancestors.contains(role.type()));
  }

  /** Fields with a setter, own or generated; {@code user.name} goes through the getter. */
  private void action(TypeInfo type) {
    for (MethodInfo method : type.methods()) {
      if (isSetter(method) && method.body().isPresent()) {
        TypeRef written = method.declaration().parameters().get(0).type();
        if (isRequestData(program.names().resolve(written, method), type)) {
          entries.parameter(method, 0, SourceKind.WEB_PARAMETER, false);
        }
      }
    }
    for (FieldDecl field : type.declaration().fields()) {
      if (!field.modifiers().isStatic()
          && hasSetter(type, field.name())
          && isRequestData(program.names().resolve(field.type(), type, null), type)) {
        entries.field(
            type.name(), field.name(), new Boundary.Entry(SourceKind.WEB_PARAMETER, false));
      }
    }
  }

  private boolean hasSetter(TypeInfo type, String field) {
    String setter = "set" + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    return type.method(setter).filter(BoundMembers::isSetter).isPresent()
        || !program.generated().members(type).methods(setter).isEmpty();
  }

  /** Text, numbers, collections and classes of the project; no services, which Spring sets. */
  private boolean isRequestData(JavaType type, TypeInfo near) {
    if (type.isArray() || Payloads.isSimple(type, program.hierarchy())) {
      return true;
    }
    if (COLLECTIONS.stream().anyMatch(each -> program.hierarchy().isSubtype(type, each))) {
      return true;
    }
    TypeInfo declared = type.isClass() ? program.type(type.name(), near).orElse(null) : null;
    return declared != null
        && !declared.declaration().isInterface()
        && annotations.onType(declared, Role.COMPONENT).isEmpty()
        && !type.simpleName().endsWith("Service")
        && !type.simpleName().endsWith("Dao");
  }
}
