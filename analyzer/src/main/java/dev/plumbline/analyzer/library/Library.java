package dev.plumbline.analyzer.library;

import dev.plumbline.analyzer.program.ExternalType;
import dev.plumbline.analyzer.program.ExternalTypes;
import dev.plumbline.analyzer.program.Hierarchy;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.signature.JdkTypes;
import dev.plumbline.analyzer.signature.SignatureTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of code that is not in the workspace: signatures, and the roles of methods. The
 * roles are data, one YAML file a library, which the build packs into one resource; of that, only
 * what is asked for is read.
 *
 * <p>Immutable once loaded and safe to read from many threads.
 */
public final class Library implements ExternalTypes {

  private final JdkTypes jdk = new JdkTypes();
  private final SignatureTable signatures = new SignatureTable();
  private final Map<String, ExternalType> types;
  private final Set<String> packages = new HashSet<>();
  private final RoleTable roles;

  private Library(List<RoleData> data) {
    Map<String, ExternalType> known = new HashMap<>();
    for (RoleData each : data) {
      for (AnnotationModel annotation : each.annotations()) {
        known.putIfAbsent(annotation.name(), annotationType(annotation));
      }
    }
    types = known;
    known
        .keySet()
        .forEach(name -> packages.add(name.substring(0, Math.max(0, name.lastIndexOf('.')))));
    roles = new RoleTable(data);
  }

  private static ExternalType annotationType(AnnotationModel annotation) {
    return ExternalType.of(
        annotation.name(),
        ExternalType.Kind.ANNOTATION,
        List.of(JavaType.of("java.lang.annotation.Annotation")),
        Map.of());
  }

  /**
   * What this build of Plumbline knows.
   *
   * @throws IllegalStateException when the data are missing from this build
   */
  public static Library shipped() {
    return new Library(List.of(CompiledRoles.shipped()));
  }

  /** What this build of Plumbline knows, and what a user's files add to it and override. */
  public static Library with(UserLibrary own) {
    return new Library(List.of(CompiledRoles.shipped(), RoleData.of(own.files())));
  }

  @Override
  public Optional<ExternalType> find(String canonicalName) {
    Optional<ExternalType> found = jdk.find(canonicalName);
    if (found.isEmpty()) {
      found = signatures.find(canonicalName);
    }
    return found.isPresent() ? found : Optional.ofNullable(types.get(canonicalName));
  }

  @Override
  public boolean hasPackage(String packageName) {
    return jdk.hasPackage(packageName)
        || signatures.hasPackage(packageName)
        || packages.contains(packageName);
  }

  /**
   * The models that a call of {@code name} on a receiver of type {@code receiver} falls under:
   * those of the nearest types first. Conditions on arguments are for the caller to look at.
   */
  public List<MethodModel> models(
      JavaType receiver, String name, int arguments, Hierarchy hierarchy) {
    return receiver.isClass()
        ? roles.models(receiver.name(), name, arguments, null, hierarchy)
        : List.of();
  }

  /**
   * As {@link #models(JavaType, String, int, Hierarchy)}, and without the models of overloads that
   * arguments of these types cannot mean.
   */
  public List<MethodModel> models(
      JavaType receiver, String name, List<JavaType> arguments, Hierarchy hierarchy) {
    return receiver.isClass()
        ? roles.models(receiver.name(), name, arguments.size(), arguments, hierarchy)
        : List.of();
  }

  /** Whether a method of that name may have the role; the cheap test before types. */
  public boolean mayModel(String name, Class<? extends MethodRole> role) {
    return roles.mayModel(name, Topics.of(role));
  }

  /** Whether a method of that name may be a sink of one of the kinds. */
  public boolean maySink(String name, Set<SinkKind> kinds) {
    return kinds.stream().anyMatch(kind -> roles.mayModel(name, Topics.of(kind)));
  }

  /**
   * The models of calls of that name, on whatever type, that take a credential: few enough to look
   * at the arguments before the receiver's type is worked out.
   */
  public List<MethodModel> credentialModels(String name, int arguments) {
    return roles.credentials(name, arguments);
  }

  /** What the annotation of that canonical name means: one model for each of its roles. */
  public List<AnnotationModel> annotations(String canonicalName) {
    return roles.annotations(canonicalName);
  }

  /** What the annotation of that canonical name means in that role. */
  public Optional<AnnotationModel> annotation(String canonicalName, AnnotationModel.Role role) {
    return annotations(canonicalName).stream().filter(each -> each.role() == role).findFirst();
  }

  /** The canonical names of the annotations that have the role, sorted. */
  public Set<String> annotationNames(AnnotationModel.Role role) {
    return roles.annotationNames(role);
  }

  /** The types that have the role, in the order of the data; what is below them has it too. */
  public List<TypeRole> typeRoles(TypeRole.Role role) {
    return roles.types(role);
  }

  /** Types whose workspace sub-interfaces are repositories: their abstract methods are queries. */
  public Set<String> repositoryTypes() {
    return names(TypeRole.Role.REPOSITORY);
  }

  /** Annotations that make an interface a repository or mapper. */
  public Set<String> repositoryAnnotations() {
    return annotationNames(AnnotationModel.Role.REPOSITORY);
  }

  /** Types whose {@code validate…} methods run the constraints of what they are given. */
  public Set<String> validators() {
    return names(TypeRole.Role.VALIDATOR);
  }

  /** Types whose workspace subtypes see what a request carries before its handler does. */
  public Set<String> requestAdvice() {
    return names(TypeRole.Role.REQUEST_ADVICE);
  }

  /** Annotations that carry a statement on a method. */
  public Set<String> queryAnnotations() {
    return annotationNames(AnnotationModel.Role.QUERY);
  }

  private Set<String> names(TypeRole.Role role) {
    return typeRoles(role).stream()
        .map(TypeRole::type)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
