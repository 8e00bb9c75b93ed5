package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.backend.Annotations.Meaning;
import dev.plumbline.analyzer.backend.EndpointParameter.Binding;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Which part of a request fills which parameter of a handler. */
final class EndpointBindings {

  private static final Set<String> ARGUMENT_RESOLVERS =
      Set.of(
          "org.springframework.web.method.support.HandlerMethodArgumentResolver",
          "org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver");

  private static final Set<String> PUTTING =
      Set.of("put", "addAttribute", "addObject", "putIfAbsent", "attribute");

  /** Annotations that say nothing of where a value comes from. */
  private static final List<String> NEUTRAL_PACKAGES =
      List.of(
          "java.lang.",
          "javax.validation.",
          "jakarta.validation.",
          "org.hibernate.validator.",
          "javax.annotation.",
          "jakarta.annotation.",
          "io.swagger.",
          "org.eclipse.microprofile.openapi.",
          "org.springdoc.",
          "org.jetbrains.annotations.",
          "org.jspecify.",
          "org.springframework.lang.",
          "org.springframework.validation.",
          "org.springframework.format.",
          "io.micronaut.core.annotation.",
          "lombok.",
          "com.fasterxml.jackson.");

  private final Program program;
  private final Annotations annotations;
  private final Payloads payloads;
  private final Set<String> resolvedByProject;

  EndpointBindings(Program program, Annotations annotations) {
    this.program = program;
    this.annotations = annotations;
    this.payloads = new Payloads(program);
    this.resolvedByProject = resolvedByProject();
  }

  /**
   * What the parameters of one handler need to know of their surroundings.
   *
   * @param supplied the types that methods of the controller put into the model
   */
  record Surroundings(
      TypeInfo controller, String framework, Endpoint.Kind kind, Set<JavaType> supplied) {}

  List<EndpointParameter> parameters(MethodHierarchy.Member member, Surroundings around) {
    List<EndpointParameter> parameters = new ArrayList<>();
    for (int i = 0; i < member.parameterTypes().size(); i++) {
      parameters.add(parameter(member, i, around));
    }
    return parameters;
  }

  /** The types of the model attributes that methods of a controller make for each request. */
  Set<JavaType> supplied(List<MethodHierarchy.Member> members) {
    Set<JavaType> types = new HashSet<>();
    for (MethodHierarchy.Member member : members) {
      for (MethodInfo declaration : member.declarations()) {
        List<ScopedAnnotation> own =
            Annotations.scoped(declaration.declaration().annotations(), declaration.owner());
        annotations
            .meaning(own, Role.BINDING)
            .filter(meaning -> meaning.model().as().equals("form"))
            .ifPresent(
                meaning -> {
                  types.add(member.returnType());
                  member.method().body().ifPresent(body -> putIntoModel(body, types));
                });
      }
    }
    return types;
  }

  /** The types of what a method puts into a model or map: {@code model.put("owner", owner)}. */
  private void putIntoModel(CodeBody body, Set<JavaType> types) {
    for (Block block : body.body().blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Call call
            && PUTTING.contains(call.name())
            && !call.arguments().isEmpty()) {
          int last = call.arguments().get(call.arguments().size() - 1);
          types.add(program.inference().typeOf(body, last));
        }
      }
    }
  }

  private EndpointParameter parameter(
      MethodHierarchy.Member member, int index, Surroundings around) {
    JavaType type = member.parameterTypes().get(index);
    Payloads.Payload payload = payloads.of(type, around.controller());
    List<ScopedAnnotation> all = new ArrayList<>();
    MethodInfo boundBy = member.method();
    Meaning binding = null;
    for (MethodInfo declaration : member.declarations()) {
      Parameter parameter = declaration.declaration().parameters().get(index);
      List<ScopedAnnotation> own = Annotations.scoped(parameter.annotations(), declaration.owner());
      all.addAll(own);
      if (binding == null) {
        binding = annotations.meaning(own, Role.BINDING).orElse(null);
        boundBy = binding == null ? boundBy : declaration;
      }
    }
    return new EndpointParameter(
        index,
        member.method(),
        binding != null
            ? Binding.valueOf(binding.model().as().toUpperCase(Locale.ROOT).replace('-', '_'))
            : unannotated(payload.type(), all, around),
        type,
        payload.type(),
        payload.shape(),
        isValidated(member, index, all, around.framework()),
        around.supplied().contains(type),
        all,
        boundBy);
  }

  /** What fills a parameter that no annotation speaks about. */
  private Binding unannotated(JavaType payload, List<ScopedAnnotation> all, Surroundings around) {
    if (!all.stream().allMatch(this::isNeutral)) {
      // A principal, a tenant, a current user: what a library or the project injects by its own
      // annotation does not come from the request's body.
      return Binding.UNKNOWN;
    }
    TypeInfo declared =
        payload.isClass() ? program.type(payload.name(), around.controller()).orElse(null) : null;
    if (declared == null) {
      return payload.isKnown()
          ? Payloads.isSimple(payload, program.hierarchy()) && around.framework().equals("spring")
              ? Binding.QUERY
              : Binding.FRAMEWORK
          : Binding.UNKNOWN;
    }
    if (Payloads.isSimple(payload, program.hierarchy())) {
      return Binding.QUERY;
    }
    if (resolvedByProject.contains(payload.name())) {
      return Binding.FRAMEWORK;
    }
    if (around.kind() == Endpoint.Kind.MESSAGE) {
      return Binding.MESSAGE;
    }
    return switch (around.framework()) {
      case "spring" -> Binding.FORM;
      case "jax-rs" -> Binding.BODY;
      default -> Binding.UNKNOWN;
    };
  }

  private boolean isNeutral(ScopedAnnotation annotation) {
    String name = annotations.name(annotation);
    return NEUTRAL_PACKAGES.stream().anyMatch(name::startsWith)
        || annotations.isConstraint(annotation)
        || annotation.use().simpleName().startsWith("Valid");
  }

  /**
   * Spring validates what carries {@code @Valid}, {@code @Validated} (also as meta-annotation) or
   * any annotation whose simple name starts with "Valid"; the others ask for {@code @Valid}. On the
   * parameters of overridden methods it counts as well.
   */
  private boolean isValidated(
      MethodHierarchy.Member member, int index, List<ScopedAnnotation> all, String framework) {
    if (annotations.meaning(all, Role.VALIDATES).isPresent()) {
      return true;
    }
    if (framework.equals("spring")
        && all.stream().anyMatch(each -> each.use().simpleName().startsWith("Valid"))) {
      return true;
    }
    for (MethodInfo declaration : member.declarations()) {
      TypeRef written = declaration.declaration().parameters().get(index).type();
      if (hasValidArgument(written, declaration.owner())) {
        return true;
      }
    }
    return false;
  }

  private boolean hasValidArgument(TypeRef written, TypeInfo scope) {
    for (TypeRef argument : written.arguments()) {
      List<ScopedAnnotation> own = Annotations.scoped(argument.annotations(), scope);
      if (annotations.meaning(own, Role.VALIDATES).isPresent()
          || hasValidArgument(argument, scope)) {
        return true;
      }
    }
    return false;
  }

  /** The types that the project's own argument resolvers name: those values are not bound. */
  private Set<String> resolvedByProject() {
    Set<String> names = new TreeSet<>();
    for (TypeInfo type : program.types()) {
      Set<String> ancestors = program.hierarchy().ancestors(type.name());
      if (ARGUMENT_RESOLVERS.stream().noneMatch(ancestors::contains)) {
        continue;
      }
      for (MethodInfo method : type.methods()) {
        method.body().ifPresent(body -> classLiterals(body, names));
      }
    }
    return names;
  }

  private void classLiterals(CodeBody body, Set<String> names) {
    for (Block block : body.body().blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Constant constant
            && constant.literal().kind() == Literal.Kind.CLASS
            && constant.literal().value() instanceof TypeRef written) {
          names.add(program.names().resolve(written, body.owner(), body).name());
        }
      }
    }
  }
}
