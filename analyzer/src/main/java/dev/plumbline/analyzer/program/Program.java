package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.GeneratorInput;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The linked workspace: every type, found by name, with the rules of the language for names and
 * members. Immutable once {@link Linker} has made it, and safe to read from many threads.
 */
public final class Program {

  private final List<LoweredFile> files;
  private final Map<String, List<TypeInfo>> types;
  private final List<TypeInfo> allTypes;
  private final List<CodeBody> bodies;
  private final Set<String> packages;
  private final ExternalTypes external;
  private final Names names;
  private final Hierarchy hierarchy;
  private final Members members;
  private final Overrides overrides;
  private final MetaAnnotations metaAnnotations;
  private final TypeInference inference;
  private final GeneratedCode generated;
  private final Constants constants;
  private final FixedValues fixedValues;
  private CallIndex callIndex;

  Program(
      List<LoweredFile> files,
      Map<String, List<TypeInfo>> types,
      List<TypeInfo> allTypes,
      List<CodeBody> bodies,
      List<GeneratorInput> generatorInputs,
      ExternalTypes external) {
    this.files = List.copyOf(files);
    this.types = types;
    this.allTypes = List.copyOf(allTypes);
    this.bodies = List.copyOf(bodies);
    this.packages =
        files.stream().map(file -> file.unit().packageName()).collect(Collectors.toSet());
    this.generated = new GeneratedCode(this, generatorInputs);
    this.external = generated.before(external);
    this.names = new Names(this);
    this.hierarchy = new Hierarchy(this);
    this.members = new Members(this);
    this.overrides = new Overrides(this);
    this.metaAnnotations = new MetaAnnotations(this);
    this.inference = new TypeInference(this);
    this.constants = new Constants(this);
    this.fixedValues = new FixedValues(this);
    hierarchy.resolve();
    generated.linked();
  }

  /** In path order. */
  public List<LoweredFile> files() {
    return files;
  }

  /** Every type, local and anonymous ones too, in path and source order. */
  public Collection<TypeInfo> types() {
    return allTypes;
  }

  /** About how many types a scan meets, those of libraries included: the size of tables. */
  int expectedTypes() {
    return allTypes.size() * 2;
  }

  /** Every body, lambdas too, in path and source order. */
  public List<CodeBody> bodies() {
    return bodies;
  }

  /**
   * The type of that canonical name. Where several modules have one, that of {@code near}'s module
   * wins, then main code over tests, then the first by path.
   */
  public Optional<TypeInfo> type(String canonicalName, TypeInfo near) {
    List<TypeInfo> candidates = types.get(canonicalName);
    if (candidates == null) {
      return Optional.empty();
    }
    if (candidates.size() > 1 && near != null) {
      String module = near.file().file().module();
      for (TypeInfo candidate : candidates) {
        if (candidate.file().file().module().equals(module)) {
          return candidate.present();
        }
      }
    }
    return candidates.get(0).present();
  }

  public Optional<TypeInfo> type(String canonicalName) {
    return type(canonicalName, null);
  }

  /** The types of that canonical name, one for each module that has it; main code first. */
  List<TypeInfo> types(String canonicalName) {
    return types.getOrDefault(canonicalName, List.of());
  }

  public boolean hasType(String canonicalName) {
    return types.containsKey(canonicalName);
  }

  /** Whether a file of the workspace is in that package. */
  public boolean hasPackage(String packageName) {
    return packages.contains(packageName);
  }

  /** Types that are not in the workspace: generated ones, then those of libraries. */
  public ExternalTypes external() {
    return external;
  }

  public Names names() {
    return names;
  }

  public Hierarchy hierarchy() {
    return hierarchy;
  }

  public Members members() {
    return members;
  }

  public Overrides overrides() {
    return overrides;
  }

  /** Annotations that are there through composed annotations. */
  public MetaAnnotations metaAnnotations() {
    return metaAnnotations;
  }

  public TypeInference inference() {
    return inference;
  }

  /** Members and types that no source shows, constructors among them. */
  public GeneratedCode generated() {
    return generated;
  }

  /** What is constant to the language. */
  public Constants constants() {
    return constants;
  }

  /** What has one value, though the language does not call it constant. */
  public FixedValues fixedValues() {
    return fixedValues;
  }

  /** Who calls whom. Made when it is first asked for. */
  public synchronized CallIndex callIndex() {
    if (callIndex == null) {
      callIndex = new CallIndex(this);
    }
    return callIndex;
  }

  /**
   * The canonical name of an annotation where {@code scope} uses it, or the name as written when
   * nothing is known of it.
   */
  public String annotationName(AnnotationUse annotation, TypeInfo scope) {
    return names.resolve(annotation.name(), scope, null).name();
  }
}
