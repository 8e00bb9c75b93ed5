package dev.plumbline.analyzer.config;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The bundled properties files that code loads by constant names: {@code
 * ResourceBundle.getBundle("texts")}, {@code
 * properties.load(Db.class.getResourceAsStream("/db.properties"))}, {@code new
 * ClassPathResource("db.properties")}, {@code @PropertySource}.
 */
final class BundleUses {

  /** A stream in a reader in a buffer, and the variable that holds it. */
  private static final int MAX_STEPS = 12;

  private static final Set<String> CALLS =
      Set.of("getBundle", "load", "loadProperties", "loadAllProperties");

  private final Program program;
  private final Map<String, List<ConfigSource>> byClassPathName = new HashMap<>();
  private final Map<TypeInfo, Set<ConfigSource>> byType = new HashMap<>();
  private final List<Configuration.Bundle> bundles = new ArrayList<>();

  BundleUses(Program program, List<ConfigSource> sources) {
    this.program = program;
    for (ConfigSource source : sources) {
      source
          .classPathName()
          .ifPresent(
              name -> byClassPathName.computeIfAbsent(name, key -> new ArrayList<>()).add(source));
    }
  }

  List<Configuration.Bundle> bundles() {
    return bundles;
  }

  /** The files that code of an outermost type loads. */
  List<ConfigSource> filesOf(TypeInfo outermost) {
    return List.copyOf(byType.getOrDefault(outermost, Set.of()));
  }

  void collect(CodeBody body) {
    for (Block block : body.body().blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Call call
            && CALLS.contains(call.name())
            && !call.arguments().isEmpty()) {
          call(body, call);
        }
      }
    }
  }

  private void call(CodeBody body, Instruction.Call call) {
    JavaType receiver = program.inference().target(body, call).receiver();
    Optional<String> resource = Optional.empty();
    int first = call.arguments().get(0);
    if (call.name().equals("getBundle") && receiver.is("java.util.ResourceBundle")) {
      resource = text(body, first).map(name -> name.replace('.', '/') + ".properties");
    } else if (receiver.is("java.util.Properties") && call.name().equals("load")) {
      resource = resource(body, first, 0);
    } else if (receiver.simpleName().equals("PropertiesLoaderUtils")) {
      resource = resource(body, first, 0).or(() -> text(body, first));
    } else {
      return;
    }
    resource.ifPresent(name -> add(name, body.owner(), body.location(call.span())));
  }

  void add(String name, TypeInfo owner, Location location) {
    if (name.contains(":")) {
      // A file or URL outside of the class path.
      return;
    }
    List<ConfigSource> files = files(name, owner);
    bundles.add(new Configuration.Bundle(name, files, owner, location));
    byType.computeIfAbsent(CallReads.outermost(owner), key -> new LinkedHashSet<>()).addAll(files);
  }

  /** Of the module itself where it has the file, else of the others; main before tests. */
  private List<ConfigSource> files(String name, TypeInfo near) {
    List<ConfigSource> all = byClassPathName.getOrDefault(name, List.of());
    String module = near.file().file().module();
    List<ConfigSource> own =
        all.stream().filter(source -> source.file().module().equals(module)).toList();
    List<ConfigSource> candidates = own.isEmpty() ? all : own;
    SourceRole role = near.file().file().role();
    List<ConfigSource> sameRole =
        candidates.stream().filter(source -> source.file().role() == role).toList();
    return sameRole.isEmpty() ? candidates : sameRole;
  }

  /** The class path name of what a stream, reader or resource reads. */
  private Optional<String> resource(CodeBody body, int register, int steps) {
    if (register == Body.NONE || steps > MAX_STEPS) {
      return Optional.empty();
    }
    for (Instruction definition : body.definitions(register)) {
      Optional<String> found = resource(body, definition, steps + 1);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> resource(CodeBody body, Instruction definition, int steps) {
    if (definition instanceof Instruction.Copy copy) {
      return resource(body, copy.source(), steps);
    }
    if (definition instanceof Instruction.New creation) {
      boolean classPath = creation.type().simpleName().equals("ClassPathResource");
      return creation.arguments().isEmpty()
          ? Optional.empty()
          : classPath
              ? text(body, creation.arguments().get(0)).map(BundleUses::absolute)
              : resource(body, creation.arguments().get(0), steps);
    }
    if (definition instanceof Instruction.Call call) {
      if (call.name().equals("getResourceAsStream") && call.arguments().size() == 1) {
        return named(body, call);
      }
      Optional<String> behind = resource(body, call.receiver(), steps);
      return behind.isPresent() || call.arguments().isEmpty()
          ? behind
          : resource(body, call.arguments().get(0), steps);
    }
    return Optional.empty();
  }

  /** A class reads relative to its package, a class loader never. */
  private Optional<String> named(CodeBody body, Instruction.Call call) {
    String name = text(body, call.arguments().get(0)).orElse(null);
    if (name == null) {
      return Optional.empty();
    }
    JavaType receiver = program.inference().target(body, call).receiver();
    if (name.startsWith("/") || !receiver.name().equals("java.lang.Class")) {
      return Optional.of(absolute(name));
    }
    String type =
        program.fixedValues().of(body, call.receiver()) instanceof ConstantValue.ClassName literal
            ? literal.type().name()
            : body.owner().name();
    TypeInfo info = program.type(type, body.owner()).orElse(body.owner());
    String packageName = info.file().unit().packageName().replace('.', '/');
    return Optional.of(packageName.isEmpty() ? name : packageName + "/" + name);
  }

  static String absolute(String name) {
    String path = name.startsWith("classpath:") ? name.substring("classpath:".length()) : name;
    return path.startsWith("/") ? path.substring(1) : path;
  }

  private Optional<String> text(CodeBody body, int register) {
    return program.fixedValues().of(body, register).text();
  }
}
