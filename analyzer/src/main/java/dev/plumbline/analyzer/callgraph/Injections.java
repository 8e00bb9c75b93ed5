package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.AnnotationRoles;
import dev.plumbline.analyzer.library.AnnotationRoles.Played;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstructorInfo;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which fields and parameters a container fills: annotated fields, constructors and methods, the
 * parameters of methods that make beans, and the one constructor of a component, whether it is
 * written or Lombok makes it.
 */
public final class Injections {

  private final Program program;
  private final Beans beans;
  private final AnnotationRoles roles;
  private final Qualifiers qualifiers;
  private final FieldStores stores;
  private final Map<FieldDecl, Optional<InjectionPoint>> fields =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final Map<MethodInfo, Boolean> injected =
      Collections.synchronizedMap(new IdentityHashMap<>());

  Injections(Program program, Library library, Beans beans, FieldStores stores) {
    this.program = program;
    this.beans = beans;
    this.roles = new AnnotationRoles(program, library);
    this.qualifiers = new Qualifiers(program, library);
    this.stores = stores;
  }

  /** The point that {@code field} is, or keeps the value of. */
  public Optional<InjectionPoint> field(TypeInfo owner, FieldDecl field) {
    Optional<InjectionPoint> known = fields.get(field);
    if (known == null) {
      known = field.modifiers().isStatic() ? Optional.empty() : find(owner, field);
      fields.put(field, known);
    }
    return known;
  }

  private Optional<InjectionPoint> find(TypeInfo owner, FieldDecl field) {
    JavaType type = program.names().resolve(field.type(), owner, null);
    if (type.kind() == JavaType.Kind.PRIMITIVE || type.isString()) {
      return Optional.empty();
    }
    Played inject = roles.find(field.annotations(), owner, Role.INJECT).orElse(null);
    if (inject != null) {
      return Optional.of(point(owner, type, field.name(), field.annotations(), inject));
    }
    ConstructorInfo constructor = constructor(owner).orElse(null);
    if (constructor != null) {
      for (ConstructorInfo.Parameter each : constructor.parameters()) {
        if (each.field().filter(field.name()::equals).isPresent()) {
          String name = beans.isComponent(owner) ? each.name() : "";
          return Optional.of(point(owner, each.type(), name, each.annotations(), null));
        }
      }
    }
    return bySetter(owner, field);
  }

  private Optional<InjectionPoint> bySetter(TypeInfo owner, FieldDecl field) {
    if (owner.methods().stream().noneMatch(this::isSetter)) {
      return Optional.empty();
    }
    for (FieldStores.Store store : stores.of(field)) {
      MethodInfo method = store.body().method();
      if (method.owner() == owner && store.body().enclosing().isEmpty() && isSetter(method)) {
        int source = parameter(store.body(), store.source());
        if (source >= 0) {
          return parameter(method, source);
        }
      }
    }
    return Optional.empty();
  }

  private boolean isSetter(MethodInfo method) {
    return method.declaration().kind() == MethodDecl.Kind.METHOD && isInjected(method);
  }

  private static int parameter(CodeBody body, int register) {
    if (register < body.body().parameterCount()) {
      return register;
    }
    for (Instruction each : body.definitions(register)) {
      if (each instanceof Instruction.Copy copy && copy.source() < body.body().parameterCount()) {
        return copy.source();
      }
    }
    return -1;
  }

  /** The point that a parameter of a constructor or method is. */
  public Optional<InjectionPoint> parameter(MethodInfo method, int index) {
    if (!isInjected(method) || index >= method.declaration().parameters().size()) {
      return Optional.empty();
    }
    Parameter parameter = method.declaration().parameters().get(index);
    JavaType type = program.names().resolve(parameter.type(), method);
    return Optional.of(
        point(method.owner(), type, parameter.name(), parameter.annotations(), null));
  }

  private boolean isInjected(MethodInfo method) {
    Boolean known = injected.get(method);
    if (known == null) {
      known = findInjected(method);
      injected.put(method, known);
    }
    return known;
  }

  private boolean findInjected(MethodInfo method) {
    if (method.name().equals(MethodDecl.CONSTRUCTOR)) {
      return constructor(method.owner())
          .flatMap(ConstructorInfo::declared)
          .filter(each -> each == method)
          .isPresent();
    }
    return !method.declaration().annotations().isEmpty()
        && (roles.on(method, Role.INJECT).isPresent()
            || roles.on(method, Role.BEAN_METHOD).isPresent());
  }

  /** The constructor that a container calls: the annotated one, or the only one of a component. */
  private Optional<ConstructorInfo> constructor(TypeInfo type) {
    if (type.declaration().isInterface()) {
      return Optional.empty();
    }
    List<ConstructorInfo> all = program.generated().constructors(type);
    for (ConstructorInfo each : all) {
      if (roles.find(each.annotations(), type, Role.INJECT).isPresent()) {
        return Optional.of(each);
      }
    }
    return all.size() == 1 && (beans.isComponent(type) || isAboveComponent(type))
        ? Optional.of(all.get(0))
        : Optional.empty();
  }

  /** An abstract class gets from its components below what they are injected. */
  private boolean isAboveComponent(TypeInfo type) {
    return type.declaration().modifiers().isAbstract()
        && program.hierarchy().directSubtypes(type.name()).stream().anyMatch(beans::isComponent);
  }

  private InjectionPoint point(
      TypeInfo owner, JavaType type, String name, List<AnnotationUse> uses, Played inject) {
    Set<String> asked = qualifiers.of(uses, owner);
    Optional<String> qualifier = asked.stream().findFirst();
    boolean byName = false;
    if (inject != null && qualifier.isEmpty()) {
      qualifier = qualifiers.text(inject.annotation(), "name", "beanName");
      byName = inject.annotation().name().endsWith(".Resource");
    }
    return new InjectionPoint(owner, type, name, qualifier.filter(q -> !q.isEmpty()), byName);
  }
}
