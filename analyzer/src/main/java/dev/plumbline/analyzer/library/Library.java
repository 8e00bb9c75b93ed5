package dev.plumbline.analyzer.library;

import dev.plumbline.analyzer.program.ExternalType;
import dev.plumbline.analyzer.program.ExternalTypes;
import dev.plumbline.analyzer.program.Hierarchy;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.signature.JdkTypes;
import dev.plumbline.analyzer.signature.SignatureTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of code that is not in the workspace: signatures, and the roles of methods. The
 * roles are data, one YAML file a library, of which only those are read whose packages the program
 * imports.
 *
 * <p>Immutable once loaded and safe to read from many threads.
 */
public final class Library implements ExternalTypes {

  private final JdkTypes jdk = new JdkTypes();
  private final SignatureTable signatures = new SignatureTable();
  private final Map<String, ExternalType> types;
  private final Set<String> packages = new HashSet<>();
  private final Set<String> repositories;
  private final Set<String> repositoryAnnotations;
  private final Set<String> queryAnnotations;
  private final Map<String, AnnotationModel> annotations = new HashMap<>();
  private final Set<String> validators = new TreeSet<>();
  private final Set<String> requestAdvice = new TreeSet<>();
  private final Map<String, List<MethodModel>> byName = new HashMap<>();
  private final List<MethodModel> byPrefix = new ArrayList<>();

  private Library(List<LibraryFile> files) {
    Map<String, ExternalType> known = new HashMap<>();
    Set<String> repositoryTypes = new TreeSet<>();
    Set<String> mapperAnnotations = new TreeSet<>();
    Set<String> statementAnnotations = new TreeSet<>();
    for (LibraryFile file : files) {
      for (TypeModel type : file.types()) {
        known.merge(type.name(), TypeText.externalType(type), Library::merge);
        if (type.repository()) {
          repositoryTypes.add(type.name());
        }
      }
      mapperAnnotations.addAll(file.repositoryAnnotations());
      statementAnnotations.addAll(file.queryAnnotations());
      for (AnnotationModel annotation : file.annotations()) {
        annotations.put(annotation.name(), annotation);
        known.merge(annotation.name(), annotationType(annotation), Library::merge);
      }
      validators.addAll(file.validators());
      requestAdvice.addAll(file.requestAdvice());
      for (MethodModel method : file.methods()) {
        index(method);
      }
    }
    types = known;
    known.keySet().forEach(name -> packages.add(name.substring(0, name.lastIndexOf('.'))));
    repositories = repositoryTypes;
    repositoryAnnotations = mapperAnnotations;
    queryAnnotations = statementAnnotations;
  }

  private static ExternalType annotationType(AnnotationModel annotation) {
    return ExternalType.of(
        annotation.name(),
        ExternalType.Kind.ANNOTATION,
        List.of(JavaType.of("java.lang.annotation.Annotation")),
        Map.of());
  }

  private void index(MethodModel method) {
    boolean prefix = false;
    for (String name : method.names()) {
      if (name.endsWith("*")) {
        prefix = true;
      } else {
        byName.computeIfAbsent(name, key -> new ArrayList<>(4)).add(method);
      }
    }
    if (prefix) {
      byPrefix.add(method);
    }
  }

  private static ExternalType merge(ExternalType first, ExternalType second) {
    List<JavaType> supertypes = new ArrayList<>(first.supertypes());
    second.supertypes().stream().filter(s -> !supertypes.contains(s)).forEach(supertypes::add);
    Map<String, List<ExternalType.ExternalMethod>> methods = new HashMap<>(first.methods());
    methods.putAll(second.methods());
    return new ExternalType(
        first.name(),
        first.isInterface() ? first.kind() : second.kind(),
        true,
        first.typeVariables().isEmpty() ? second.typeVariables() : first.typeVariables(),
        supertypes,
        methods,
        first.fields(),
        List.of());
  }

  /**
   * Reads the data of the libraries that the program uses.
   *
   * @param importedPackages what the workspace imports, types or packages, in any order
   * @throws IllegalStateException when a shipped data file is malformed
   */
  public static Library forImports(Collection<String> importedPackages) {
    Set<String> wanted = new HashSet<>(importedPackages);
    return new Library(LibraryIndex.shipped().select(wanted));
  }

  /** All shipped data, for tests and listings. */
  public static Library all() {
    return new Library(LibraryIndex.shipped().all());
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

  /** The models that a call of {@code name} on a receiver of type {@code receiver} falls under. */
  public List<MethodModel> models(
      JavaType receiver, String name, int arguments, Hierarchy hierarchy) {
    List<MethodModel> candidates = byName.getOrDefault(name, List.of());
    if (candidates.isEmpty() && byPrefix.isEmpty() || !receiver.isClass()) {
      return List.of();
    }
    List<MethodModel> found = new ArrayList<>(1);
    collect(candidates, receiver, name, arguments, hierarchy, found);
    collect(byPrefix, receiver, name, arguments, hierarchy, found);
    return found;
  }

  private static void collect(
      List<MethodModel> candidates,
      JavaType receiver,
      String name,
      int arguments,
      Hierarchy hierarchy,
      List<MethodModel> found) {
    for (MethodModel model : candidates) {
      if (model.matches(name, arguments)
          && hierarchy.isSubtype(receiver, model.on())
          && !found.contains(model)) {
        found.add(model);
      }
    }
  }

  /** Whether any model could apply to a call of that name; the cheap test before types. */
  public boolean mayModel(String name) {
    if (byName.containsKey(name)) {
      return true;
    }
    for (MethodModel model : byPrefix) {
      for (String each : model.names()) {
        if (each.endsWith("*") && name.startsWith(each.substring(0, each.length() - 1))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The models of calls of that name, on whatever type, that take a credential: few enough to look
   * at the arguments before the receiver's type is worked out.
   */
  public List<MethodModel> credentialModels(String name, int arguments) {
    List<MethodModel> found = new ArrayList<>(1);
    for (List<MethodModel> candidates : List.of(byName.getOrDefault(name, List.of()), byPrefix)) {
      for (MethodModel model : candidates) {
        if (model.credential().isPresent() && model.matches(name, arguments)) {
          found.add(model);
        }
      }
    }
    return found;
  }

  /** Types whose workspace sub-interfaces are repositories: their abstract methods are queries. */
  public Set<String> repositoryTypes() {
    return repositories;
  }

  /** Annotations that make an interface a repository or mapper. */
  public Set<String> repositoryAnnotations() {
    return repositoryAnnotations;
  }

  /** What the annotation of that canonical name means, when it is known to mean anything. */
  public Optional<AnnotationModel> annotation(String canonicalName) {
    return Optional.ofNullable(annotations.get(canonicalName));
  }

  /** Types whose {@code validate…} methods run the constraints of what they are given. */
  public Set<String> validators() {
    return validators;
  }

  /** Types whose workspace subtypes see what a request carries before its handler does. */
  public Set<String> requestAdvice() {
    return requestAdvice;
  }

  /** Annotations that carry a statement on a method. */
  public Set<String> queryAnnotations() {
    return queryAnnotations;
  }
}
