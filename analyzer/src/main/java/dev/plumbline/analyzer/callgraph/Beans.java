package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.MapperXml;
import dev.plumbline.analyzer.ir.Modifiers.Keyword;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.AnnotationRoles;
import dev.plumbline.analyzer.library.AnnotationRoles.Played;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.TypeRole;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The beans of the workspace, and which of them a container <i>may</i> inject where.
 *
 * <p>A class is a bean by its annotations, composed ones too, or by a library type above it; a
 * method by its annotation; an interface when a framework implements it. Beans that only XML or a
 * library's own configuration defines are not known. Profiles and conditions are noted and not
 * evaluated: all alternatives are kept.
 */
public final class Beans {

  private final Program program;
  private final Library library;
  private final AnnotationRoles roles;
  private final Qualifiers qualifiers;
  private final List<Bean> all = new ArrayList<>();
  private final Map<String, List<Bean>> byType = new HashMap<>();
  private final Set<TypeInfo> components = new HashSet<>();

  public Beans(Program program, Library library, Collection<MapperXml> mappers) {
    this(program, library, new Proxies(program, library, mappers));
  }

  Beans(Program program, Library library, Proxies proxies) {
    this.program = program;
    this.library = library;
    this.roles = new AnnotationRoles(program, library);
    this.qualifiers = new Qualifiers(program, library);
    Set<String> beanTypes = names(TypeRole.Role.BEAN);
    for (TypeInfo type : program.types()) {
      component(type, beanTypes, proxies);
      for (MethodInfo method : type.methods()) {
        factory(method);
      }
    }
    for (Bean bean : all) {
      for (String ancestor : program.hierarchy().ancestors(bean.provided().name())) {
        byType.computeIfAbsent(ancestor, key -> new ArrayList<>(2)).add(bean);
      }
    }
  }

  private Set<String> names(TypeRole.Role role) {
    Set<String> names = new HashSet<>();
    library.typeRoles(role).forEach(each -> names.add(each.type()));
    return names;
  }

  private void component(TypeInfo type, Set<String> beanTypes, Proxies proxies) {
    TypeDecl declaration = type.declaration();
    boolean proxied = proxies.isProxied(type);
    if (declaration.isInterface() ? !proxied : declaration.modifiers().has(Keyword.ABSTRACT)) {
      return;
    }
    Played component = roles.on(type, Role.COMPONENT).orElse(null);
    boolean byType =
        !beanTypes.isEmpty()
            && program.hierarchy().ancestors(type.name()).stream().anyMatch(beanTypes::contains);
    if (component == null && !proxied && !byType) {
      return;
    }
    components.add(type);
    String name =
        Optional.ofNullable(component)
            .flatMap(each -> qualifiers.text(each.annotation(), "value", "name"))
            .filter(text -> !text.isEmpty() && hasName(component))
            .orElseGet(() -> decapitalized(declaration.simpleName()));
    all.add(bean(name, type, Optional.empty(), type.type(), type.annotations()));
  }

  /** A path is no name: the value of a JAX-RS or Micronaut controller says where it is. */
  private static boolean hasName(Played component) {
    return !component.model().as().equals("controller")
        || component.model().framework().equals("spring");
  }

  /** As java.beans.Introspector does it. */
  private static String decapitalized(String name) {
    return name.length() > 1
            && Character.isUpperCase(name.charAt(0))
            && Character.isUpperCase(name.charAt(1))
        ? name
        : name.substring(0, Math.min(1, name.length())).toLowerCase(java.util.Locale.ROOT)
            + name.substring(Math.min(1, name.length()));
  }

  private void factory(MethodInfo method) {
    if (method.declaration().annotations().isEmpty() || method.body().isEmpty()) {
      return;
    }
    Played factory = roles.on(method, Role.BEAN_METHOD).orElse(null);
    if (factory == null) {
      return;
    }
    String name = qualifiers.text(factory.annotation(), "name", "value").orElse(method.name());
    JavaType provided = program.names().resolve(method.declaration().returnType(), method);
    all.add(
        bean(
            name,
            method.owner(),
            Optional.of(method),
            provided,
            method.declaration().annotations()));
  }

  private Bean bean(
      String name,
      TypeInfo type,
      Optional<MethodInfo> factory,
      JavaType provided,
      List<AnnotationUse> annotations) {
    List<String> conditions = new ArrayList<>();
    for (AnnotationUse use : annotations) {
      if (roles.find(use, type, Role.CONDITIONAL).isPresent()) {
        conditions.add(use.simpleName());
      }
    }
    return new Bean(
        name,
        type,
        factory,
        provided,
        qualifiers.of(annotations, type),
        roles.find(annotations, type, Role.PRIMARY).isPresent(),
        conditions);
  }

  /** In path and source order. */
  public List<Bean> all() {
    return List.copyOf(all);
  }

  /** Whether a container makes objects of that very class by its annotations. */
  public boolean isComponent(TypeInfo type) {
    return components.contains(type);
  }

  /**
   * The beans that <i>may</i> be injected: of the type and its arguments, then by qualifier, else
   * the primary one, else by the name of the point, else all that are left. Beans of test code only
   * for test code.
   *
   * @param point whose type is that of the bean itself, without a container around it
   * @param every whether the point takes all beans of the type
   * @return empty when no bean is known
   */
  public List<Bean> candidates(InjectionPoint point, boolean every) {
    boolean tests = point.owner().file().file().role() == SourceRole.TEST;
    List<Bean> found = new ArrayList<>();
    for (Bean bean : byType.getOrDefault(point.type().name(), List.of())) {
      boolean visible = tests || bean.type().file().file().role() != SourceRole.TEST;
      if (visible && fits(bean, point.type())) {
        found.add(bean);
      }
    }
    if (point.qualifier().isPresent()) {
      found.removeIf(bean -> !bean.isNamed(point.qualifier().get()));
      return found;
    }
    return every || found.size() < 2 ? found : chosen(found, point);
  }

  private static List<Bean> chosen(List<Bean> found, InjectionPoint point) {
    List<Bean> named = found.stream().filter(bean -> bean.name().equals(point.name())).toList();
    if (point.byName() && !named.isEmpty()) {
      return named;
    }
    List<Bean> primary = found.stream().filter(Bean::primary).toList();
    if (!primary.isEmpty()) {
      return primary;
    }
    return named.isEmpty() ? found : named;
  }

  /** Whether the arguments of the types agree, as far as both are known. */
  private boolean fits(Bean bean, JavaType wanted) {
    if (wanted.arguments().isEmpty()) {
      return true;
    }
    JavaType seen = program.hierarchy().asSuper(bean.provided(), wanted.name());
    if (seen == null) {
      return true;
    }
    for (int i = 0; i < wanted.arguments().size(); i++) {
      JavaType left = wanted.argument(i);
      JavaType right = seen.argument(i);
      if (left.isClass() && right.isClass() && !left.name().equals(right.name())) {
        return false;
      }
    }
    return true;
  }

  /**
   * The type of the beans behind a point that asks for {@code type}: the argument of a list, a map
   * or a provider.
   */
  public Optional<Holder> holder(JavaType type) {
    if (type.isArray()) {
      return Optional.of(new Holder(type.component(), true));
    }
    for (TypeRole role : library.typeRoles(TypeRole.Role.BEAN_HOLDER)) {
      if (type.is(role.type()) && !type.arguments().isEmpty()) {
        JavaType held = type.arguments().get(type.arguments().size() - 1);
        return Optional.of(new Holder(held, role.as().equals("all")));
      }
    }
    return Optional.empty();
  }

  /**
   * @param every whether it holds all beans of the type
   */
  public record Holder(JavaType type, boolean every) {}
}
