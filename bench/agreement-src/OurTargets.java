import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.frontend.GeneratorInputReader;
import dev.plumbline.analyzer.frontend.JavaFrontEnd;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.GeneratorInput;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeParameter;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstructorInfo;
import dev.plumbline.analyzer.program.ExternalType;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Linker;
import dev.plumbline.analyzer.program.LoweredFile;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.program.TypeVariable;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Plumbline says of call sites. */
final class OurTargets {

  private final Program program;
  private final Map<String, Map<Site.Place, Step>> steps = new HashMap<>();
  private final long parseNanos;
  private final long linkNanos;
  private long typeNanos;

  private record Step(CodeBody body, Instruction instruction) {}

  /** Reads and links the whole workspace. */
  OurTargets(List<SourceText> texts) {
    long start = Agreement.cpu();
    JavaFrontEnd frontEnd = new JavaFrontEnd();
    List<LoweredFile> files = new ArrayList<>();
    List<GeneratorInput> inputs = new ArrayList<>();
    for (SourceText text : texts) {
      String path = text.file().path();
      if (text.file().kind() == SourceKind.JAVA) {
        frontEnd
            .parse(path, text.text())
            .unit()
            .ifPresent(unit -> files.add(new LoweredFile(text.file(), unit)));
      } else {
        GeneratorInputReader.read(path, text.text(), problem -> {}).ifPresent(inputs::add);
      }
    }
    long parsed = Agreement.cpu();
    program = Linker.link(files, inputs, Library.shipped());
    parseNanos = parsed - start;
    linkNanos = Agreement.cpu() - parsed;
  }

  /** Finds the steps of the IR that stand at places of these files. */
  void index(Set<String> paths) {
    for (CodeBody body : program.bodies()) {
      String path = body.owner().file().file().path();
      if (!paths.contains(path)) {
        continue;
      }
      Map<Site.Place, Step> places = steps.computeIfAbsent(path, key -> new HashMap<>());
      for (Block block : body.body().blocks()) {
        for (Instruction each : block.instructions()) {
          Site.Place place = place(each);
          if (place != null) {
            places.putIfAbsent(place, new Step(body, each));
          }
        }
      }
    }
  }

  private static Site.Place place(Instruction step) {
    if (step instanceof Instruction.Call call) {
      boolean constructor = call.name().equals(MethodDecl.CONSTRUCTOR);
      return place(
          constructor ? Site.Kind.CONSTRUCTOR_CALL : Site.Kind.CALL, call.nameSpan());
    } else if (step instanceof Instruction.New creation) {
      return place(Site.Kind.CREATION, creation.typeSpan());
    } else if (step instanceof Instruction.MethodReference reference) {
      return place(Site.Kind.REFERENCE, reference.span());
    }
    return null;
  }

  private static Site.Place place(Site.Kind kind, Span span) {
    return new Site.Place(kind, span.startLine(), span.startColumn());
  }

  Optional<Answer> answer(Site site) {
    Step step = steps.getOrDefault(site.path(), Map.of()).get(site.place());
    if (step == null) {
      return Optional.empty();
    }
    long start = Agreement.cpu();
    CallTarget target;
    int arity;
    if (step.instruction() instanceof Instruction.Call call) {
      target = program.inference().target(step.body(), call);
      arity = call.arguments().size();
    } else if (step.instruction() instanceof Instruction.New creation) {
      target = program.inference().target(step.body(), creation);
      arity = creation.arguments().size();
    } else {
      target =
          program.inference().target(step.body(), (Instruction.MethodReference) step.instruction());
      arity = -1;
    }
    typeNanos += Agreement.cpu() - start;
    if (target.method().isPresent()) {
      return Optional.of(answer(target.method().get()));
    }
    JavaType created = target.receiver();
    if (step.instruction() instanceof Instruction.New creation
        && creation.localType() != Body.NONE) {
      created =
          program.hierarchy().superclass(step.body().localTypes().get(creation.localType()));
    }
    return target.name().equals(MethodDecl.CONSTRUCTOR) && created.isClass()
        ? implicitConstructor(step.body(), created, arity)
        : Optional.empty();
  }

  private Optional<Answer> implicitConstructor(CodeBody body, JavaType type, int arity) {
    TypeInfo info = program.type(type.name(), body.owner()).orElse(null);
    if (info == null) {
      return Optional.empty();
    }
    List<ConstructorInfo> fitting =
        program.generated().constructors(info).stream()
            .filter(each -> arity < 0 || each.parameters().size() == arity)
            .toList();
    if (fitting.size() != 1) {
      return Optional.empty();
    }
    List<String> parameters =
        fitting.get(0).parameters().stream()
            .map(each -> erased(each.type(), variables(info), 0))
            .toList();
    boolean generated = fitting.get(0).origin() == ConstructorInfo.Origin.LOMBOK;
    return Optional.of(
        new Answer(type.name(), MethodDecl.CONSTRUCTOR, parameters, generated));
  }

  private Answer answer(Members.Method method) {
    String owner = method.owner().name();
    List<String> parameters = new ArrayList<>();
    if (method.declared().isPresent()) {
      MethodInfo declared = method.declared().get();
      Map<String, List<JavaType>> variables = variables(declared.owner());
      for (TypeParameter each : declared.declaration().typeParameters()) {
        variables.put(
            each.name(),
            each.bounds().stream().map(b -> program.names().resolve(b, declared)).toList());
      }
      for (Parameter each : declared.declaration().parameters()) {
        parameters.add(erased(program.names().resolve(each.type(), declared), variables, 0));
      }
      return new Answer(owner, method.name(), parameters, false);
    }
    ExternalType.ExternalMethod external = method.external().orElseThrow();
    TypeInfo info = program.type(owner).orElse(null);
    Map<String, List<JavaType>> variables =
        info != null ? variables(info) : new HashMap<>();
    program
        .external()
        .find(owner)
        .ifPresent(type -> put(type.typeVariables(), variables));
    put(external.typeVariables(), variables);
    for (JavaType each : external.parameters() == null ? List.<JavaType>of() : external.parameters()) {
      parameters.add(erased(each, variables, 0));
    }
    return new Answer(owner, method.name(), parameters, info != null);
  }

  private static void put(List<TypeVariable> declared, Map<String, List<JavaType>> variables) {
    declared.forEach(each -> variables.put(each.name(), each.bounds()));
  }

  private Map<String, List<JavaType>> variables(TypeInfo type) {
    Map<String, List<JavaType>> variables =
        type.outer().map(this::variables).orElseGet(HashMap::new);
    for (TypeParameter each : type.declaration().typeParameters()) {
      variables.put(
          each.name(),
          each.bounds().stream().map(b -> program.names().resolve(b, type, null)).toList());
    }
    return variables;
  }

  /** JLS 4.6; a variable bounded by itself ends as Object. */
  private static String erased(JavaType type, Map<String, List<JavaType>> variables, int depth) {
    if (!type.isKnown()) {
      return Answer.UNKNOWN;
    }
    String name = type.name();
    if (type.kind() == JavaType.Kind.VARIABLE) {
      List<JavaType> bounds = variables.getOrDefault(name, List.of());
      name =
          bounds.isEmpty() || depth > 4
              ? JavaType.OBJECT.name()
              : erased(bounds.get(0), variables, depth + 1);
    }
    return name + "[]".repeat(type.dimensions());
  }

  /** Whether {@code type} inherits from {@code ancestor}. */
  boolean isSubtype(String type, String ancestor) {
    return program.hierarchy().isSubtype(JavaType.of(type), ancestor);
  }

  long parseNanos() {
    return parseNanos;
  }

  long linkNanos() {
    return linkNanos;
  }

  /** Of all {@link #answer} calls: the types of every method that holds a site. */
  long typeNanos() {
    return typeNanos;
  }
}
