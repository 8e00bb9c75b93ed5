package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.GeneratorInput;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What no source shows and yet is there after compilation: members that the language or an
 * annotation processor adds to types of the workspace, and whole types that exist only generated.
 *
 * <p>Nothing is run or guessed: each generator follows a documented law of names. Names of
 * generated types are gathered when the program is linked, in one pass over the declarations;
 * everything else is worked out when it is first asked for, kept, and safe to ask for from many
 * threads.
 *
 * <p>Given up: types that other generators derive from descriptions (OpenAPI, Avro, jOOQ, WSDL),
 * and processors of the workspace's own.
 */
public final class GeneratedCode {

  private final Program program;
  private final LombokAnnotations annotations;
  private final AnnotationProcessors processors;
  private final Map<TypeInfo, Gains> gains = new HashMap<>();
  private final Map<String, GeneratedType> types = new HashMap<>();
  private final Map<TypeInfo, List<ConstructorInfo>> constructors = new ConcurrentHashMap<>();
  private volatile boolean linked;

  /** What is known from the start of a type that gains members. */
  private static final class Gains {
    private LombokClass lombok;
    private List<LombokBuilder> builders = List.of();
    private LombokBuilder rest;
    private FieldNameConstants constants;
    private final Map<String, String> memberTypes = new HashMap<>(2);
    private volatile GeneratedMembers members;
  }

  /**
   * @param inputs of code generators, in path order
   */
  GeneratedCode(Program program, List<GeneratorInput> inputs) {
    this.program = program;
    WrittenAnnotations written = new WrittenAnnotations(program);
    Consumer<GeneratedType> declare = type -> types.putIfAbsent(type.name(), type);
    this.annotations = new LombokAnnotations(written);
    this.processors = new AnnotationProcessors(program, written, declare);
    ProtoTypes.declare(inputs, declare);
    LombokConfigs configs = new LombokConfigs(inputs);
    for (TypeInfo type : program.types()) {
      TypeDecl.Kind kind = type.declaration().kind();
      processors.declare(type);
      if (mayHaveLombok(type.declaration())) {
        lombok(type, configs.of(type.file().file().path()));
      } else if (kind == TypeDecl.Kind.ENUM || kind == TypeDecl.Kind.RECORD) {
        gains(type);
      }
    }
  }

  /** All headers are resolved from now on. */
  void linked() {
    linked = true;
  }

  private Gains gains(TypeInfo type) {
    return gains.computeIfAbsent(type, key -> new Gains());
  }

  private static boolean mayHaveLombok(TypeDecl declaration) {
    if (LombokAnnotations.mayHave(declaration.annotations())) {
      return true;
    }
    for (FieldDecl field : declaration.fields()) {
      if (LombokAnnotations.mayHave(field.annotations())) {
        return true;
      }
    }
    for (MethodDecl method : declaration.methods()) {
      if (LombokAnnotations.mayHave(method.annotations())) {
        return true;
      }
    }
    for (Parameter component : declaration.recordComponents()) {
      if (LombokAnnotations.mayHave(component.annotations())) {
        return true;
      }
    }
    return false;
  }

  private void lombok(TypeInfo type, LombokSettings settings) {
    Gains gained = gains(type);
    gained.lombok = new LombokClass(program, type, annotations, settings);
    gained.builders = LombokBuilder.of(gained.lombok);
    for (LombokBuilder builder : gained.builders) {
      builder(type, builder);
    }
    gained
        .lombok
        .on("FieldNameConstants")
        .ifPresent(use -> constants(type, new FieldNameConstants(gained.lombok, use)));
  }

  private void builder(TypeInfo type, LombokBuilder builder) {
    Optional<TypeInfo> written = memberOf(type, builder.simpleName());
    if (written.isPresent()) {
      gains(written.get()).rest = builder;
    } else {
      add(
          type,
          new GeneratedType(
              builder.name(),
              ExternalType.Kind.CLASS,
              builder.declaredVariables(),
              builder::supertypes,
              () -> builder.onBuilder(null),
              Map::of));
    }
    String implementation = builder.implementation().orElse(null);
    if (implementation != null && memberOf(type, builder.simpleName() + "Impl").isEmpty()) {
      add(
          type,
          new GeneratedType(
              implementation,
              ExternalType.Kind.CLASS,
              builder.implementationVariables(),
              () -> List.of(builder.implemented()),
              List::of,
              Map::of));
    }
  }

  private void constants(TypeInfo type, FieldNameConstants constants) {
    Optional<TypeInfo> written = memberOf(type, constants.simpleName());
    if (written.isPresent()) {
      gains(written.get()).constants = constants;
      return;
    }
    JavaType self = JavaType.of(constants.name());
    add(
        type,
        GeneratedType.plainClass(
            constants.name(),
            constants.isEnum() ? List.of(JavaType.of("java.lang.Enum", self)) : List.of(),
            () -> constants.isEnum() ? GainedMembers.ofEnum(self) : List.of(),
            constants::constants));
  }

  private void add(TypeInfo outer, GeneratedType type) {
    if (types.putIfAbsent(type.name(), type) == null || outer != null) {
      String simpleName = type.name().substring(type.name().lastIndexOf('.') + 1);
      gains(outer).memberTypes.put(simpleName, type.name());
    }
  }

  private static Optional<TypeInfo> memberOf(TypeInfo type, String simpleName) {
    return type.memberTypes().stream()
        .filter(member -> member.declaration().simpleName().equals(simpleName))
        .findFirst();
  }

  /** Generated types first, then those of {@code library}. */
  ExternalTypes before(ExternalTypes library) {
    return new ExternalTypes() {
      // Asked some twenty times for each call of a program: one look-up instead of four.
      private final Map<String, Optional<ExternalType>> known =
          new ConcurrentHashMap<>(program.expectedTypes());

      @Override
      public Optional<ExternalType> find(String canonicalName) {
        if (!linked) {
          return look(canonicalName);
        }
        Optional<ExternalType> found = known.get(canonicalName);
        if (found == null) {
          found = look(canonicalName);
          known.put(canonicalName, found);
        }
        return found;
      }

      private Optional<ExternalType> look(String canonicalName) {
        GeneratedType type = types.get(canonicalName);
        return type == null ? library.find(canonicalName) : Optional.of(type.external(linked));
      }

      @Override
      public boolean hasPackage(String packageName) {
        return library.hasPackage(packageName);
      }
    };
  }

  /** The canonical name of a generated member type of {@code type}, or {@code null}. */
  String memberType(TypeInfo type, String simpleName) {
    Gains gained = gains.get(type);
    return gained == null ? null : gained.memberTypes.get(simpleName);
  }

  /** What {@code type} gains. */
  public GeneratedMembers members(TypeInfo type) {
    Gains gained = gains.get(type);
    if (gained == null) {
      return GeneratedMembers.NONE;
    }
    GeneratedMembers known = gained.members;
    if (known == null) {
      known =
          GainedMembers.of(
              program, type, gained.lombok, gained.builders, gained.rest, gained.constants);
      gained.members = known;
    }
    return known;
  }

  /** What is known of a method that was found, when it is a generated one. */
  public Optional<GeneratedMethod> method(Members.Method method) {
    if (method.external().isEmpty()) {
      return Optional.empty();
    }
    String owner = method.owner().name();
    List<GeneratedMethod> candidates = new ArrayList<>();
    for (TypeInfo info : program.types(owner)) {
      candidates.addAll(members(info).methods(method.name()));
    }
    if (types.containsKey(owner)) {
      candidates.addAll(types.get(owner).methods(method.name()));
    }
    return candidates.stream()
        .filter(each -> each.signature().equals(method.external().get()))
        .findFirst();
  }

  /** Whether the type of that name exists only generated. */
  public boolean isGenerated(String canonicalName) {
    return types.containsKey(canonicalName) && !program.hasType(canonicalName);
  }

  /**
   * The canonical name of the class that an annotation processor writes to implement {@code type}:
   * a MapStruct mapper, an abstract value type. Its code is not known; a mapper's copies properties
   * of the same names.
   */
  public Optional<String> generatedImplementation(TypeInfo type) {
    return processors.implementation(type);
  }

  /**
   * Every constructor that {@code type} has after compilation: those of the source first, in their
   * order, then generated ones. Empty for interfaces and anonymous classes; never empty for a
   * class.
   */
  public List<ConstructorInfo> constructors(TypeInfo type) {
    List<ConstructorInfo> known = constructors.get(type);
    if (known == null) {
      Gains gained = gains.get(type);
      List<ConstructorInfo> generated =
          gained == null || gained.lombok == null
              ? List.of()
              : LombokConstructors.of(gained.lombok).stream()
                  .map(LombokConstructors.Made::constructor)
                  .toList();
      known = Constructors.of(program, type, generated);
      constructors.put(type, known);
    }
    return known;
  }
}
