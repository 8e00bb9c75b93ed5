package dev.plumbline.analyzer.signature;

import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.program.ExternalType;
import dev.plumbline.analyzer.program.ExternalType.ExternalField;
import dev.plumbline.analyzer.program.ExternalType.ExternalMethod;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.TypeVariable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes the signature table from API jars; {@code analyzer/src/signatures/rebuild} runs it whenever
 * the list of libraries changes.
 *
 * <p>Where several jars have a type, the first in the list gives its form, and what only a later
 * one has (a method that a newer version dropped, a supertype, a field) is added: a scan does not
 * know which version a project uses, and a signature that is gone hurts more than one that is new.
 */
public final class TableBuilder {

  /**
   * Packages that nobody's source names: copies of other libraries inside a library, and what
   * libraries call their own affair.
   */
  private static final List<String> NOT_API =
      List.of(
          "shaded",
          "shadow",
          "shade",
          "repackaged",
          "relocated",
          "thirdparty",
          "hidden",
          "vendored",
          "internal");

  private final Map<String, ExternalType> types = new TreeMap<>();
  private final Set<String> superclasses = new HashSet<>();
  private final Map<String, String> outerOfInner = new HashMap<>();
  private final LibraryList list;
  private final ByteSink places = new ByteSink();
  private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();
  private int jars;
  private int blocks;
  private int chunks;
  private long written;

  private TableBuilder(LibraryList list) {
    this.list = list;
  }

  /**
   * @param arguments the list of libraries, the folder of their jars, the folder to write to
   * @throws IOException when a jar cannot be read or the table cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    LibraryList list = LibraryList.read(Path.of(arguments[0]));
    TableBuilder builder = new TableBuilder(list);
    for (LibraryList.Library library : list.libraries()) {
      builder.read(Path.of(arguments[1]).resolve(library.fileName()));
    }
    System.out.println("Signature table: " + builder.write(Path.of(arguments[2])));
  }

  private void read(Path jar) throws IOException {
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          jar.getFileName()
              + " is in the list of libraries, but was not fetched: run"
              + " analyzer/src/signatures/rebuild");
    }
    jars++;
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      for (ZipEntry entry : entries) {
        if (isApi(entry.getName())) {
          try (InputStream in = zip.getInputStream(entry)) {
            read(in.readAllBytes(), jar + "!" + entry.getName());
          }
        }
      }
    }
  }

  private void read(byte[] bytes, String place) {
    Optional<ExternalType> type;
    Optional<String> outer;
    try {
      ClassFile file = ClassFile.of(bytes);
      type = file.type();
      outer = file.outerOfInner();
    } catch (RuntimeException e) {
      throw new IllegalStateException("cannot read " + place, e);
    }
    type.filter(each -> !list.leavesOut(each.name()))
        .ifPresent(
            each -> {
              if (!types.containsKey(each.name())) {
                outer.ifPresent(name -> outerOfInner.put(each.name(), name));
              }
              types.merge(each.name(), each, TableBuilder::merge);
              each.supertypes().forEach(supertype -> superclasses.add(supertype.name()));
            });
  }

  private static boolean isApi(String entry) {
    if (!entry.endsWith(".class")
        || entry.startsWith("META-INF/")
        || entry.endsWith("module-info.class")
        || entry.startsWith("BOOT-INF/")) {
      return false;
    }
    for (String part : entry.split("/")) {
      if (NOT_API.contains(part)) {
        return false;
      }
    }
    return true;
  }

  static ExternalType merge(ExternalType first, ExternalType later) {
    // What was a class and became an interface has neither that class's ancestors nor constructors.
    boolean sameForm = first.isInterface() == later.isInterface();
    List<JavaType> supertypes = new ArrayList<>(first.supertypes());
    for (JavaType supertype : later.supertypes()) {
      if (supertypes.stream().noneMatch(s -> s.name().equals(supertype.name()))
          && sameForm
          && sameVariables(first, later)) {
        supertypes.add(supertype);
      }
    }
    Map<String, List<ExternalMethod>> methods = new TreeMap<>(first.methods());
    later
        .methods()
        .forEach(
            (name, group) -> {
              if (sameForm || !name.equals(MethodDecl.CONSTRUCTOR)) {
                methods.merge(name, lesser(group), TableBuilder::mergeMethods);
              }
            });
    Map<String, ExternalField> fields = new TreeMap<>(later.fields());
    fields.putAll(first.fields());
    return new ExternalType(
        first.name(),
        first.kind(),
        first.isPublic() || later.isPublic(),
        first.hasMemberTypes() || later.hasMemberTypes(),
        first.typeVariables(),
        supertypes,
        methods,
        fields,
        first.annotations());
  }

  /** A method that is gone is not asked for any more: the interface may be a functional one. */
  private static List<ExternalMethod> lesser(List<ExternalMethod> group) {
    return group.stream().map(each -> each.isAbstract() ? concrete(each) : each).toList();
  }

  private static ExternalMethod concrete(ExternalMethod method) {
    return new ExternalMethod(
        method.name(),
        method.typeVariables(),
        method.parameters(),
        method.variableArity(),
        method.returnType(),
        method.isStatic(),
        false,
        method.thrown(),
        method.annotations());
  }

  private static boolean sameVariables(ExternalType first, ExternalType later) {
    return first.typeParameters().equals(later.typeParameters());
  }

  private static List<ExternalMethod> mergeMethods(
      List<ExternalMethod> first, List<ExternalMethod> later) {
    List<ExternalMethod> all = new ArrayList<>(first);
    for (ExternalMethod method : later) {
      if (first.stream().noneMatch(m -> erased(m).equals(erased(method)))) {
        all.add(method);
      }
    }
    return all;
  }

  /** The parameters without type arguments; two methods that agree in them are one. */
  private static List<String> erased(ExternalMethod method) {
    Map<String, String> bounds = new HashMap<>();
    method.typeVariables().forEach(v -> bounds.put(v.name(), v.bound().name()));
    List<String> parameters = new ArrayList<>();
    for (JavaType parameter : method.parameters()) {
      String name =
          parameter.kind() == JavaType.Kind.VARIABLE
              ? bounds.getOrDefault(parameter.name(), "java.lang.Object")
              : parameter.name();
      parameters.add(name + "[]".repeat(parameter.dimensions()));
    }
    return parameters;
  }

  private String write(Path target) throws IOException {
    // Package-private types matter only where public ones inherit from them.
    Collection<ExternalType> kept =
        types.values().stream()
            .filter(type -> type.isPublic() || superclasses.contains(type.name()))
            .map(type -> type.withTypeVariables(variablesInScope(type)))
            .toList();
    Map<String, List<ExternalType>> packages = new TreeMap<>();
    for (ExternalType type : kept) {
      packages.computeIfAbsent(packageOf(type), key -> new ArrayList<>()).add(type);
    }
    if (Files.isDirectory(target)) {
      try (var old = Files.list(target)) {
        for (Path file : old.toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(target);
    Map<String, Integer> blockByPackage = new LinkedHashMap<>();
    BlockWriter writer = new BlockWriter();
    for (Map.Entry<String, List<ExternalType>> each : packages.entrySet()) {
      each.getValue().forEach(writer::add);
      blockByPackage.put(each.getKey(), blocks);
      if (writer.size() >= TableForm.BLOCK_SIZE) {
        write(target, writer);
        writer = new BlockWriter();
      }
    }
    write(target, writer);
    writeChunk(target);
    ByteSink index = new ByteSink();
    index.number(TableForm.VERSION);
    index.number(list.fingerprint());
    index.number(blocks);
    index.append(places);
    index.number(blockByPackage.size());
    blockByPackage.forEach(
        (name, number) -> {
          index.text(name);
          index.number(number);
        });
    byte[] deflatedIndex = deflated(index.toByteArray());
    Files.write(target.resolve(TableForm.INDEX), deflatedIndex);
    long methods =
        kept.stream().flatMap(t -> t.methods().values().stream()).mapToLong(List::size).sum();
    return "%d jars, %d packages, %d types, %d methods; %d blocks in %d chunks, %d KB"
        .formatted(
            jars,
            packages.size(),
            kept.size(),
            methods,
            blocks,
            chunks,
            (written + deflatedIndex.length) / 1024);
  }

  private void write(Path target, BlockWriter writer) throws IOException {
    byte[] plain = writer.toByteArray();
    byte[] deflated = deflated(plain);
    places.number(chunks);
    places.number(chunk.size());
    places.number(deflated.length);
    places.number(plain.length);
    blocks++;
    chunk.write(deflated);
    if (chunk.size() >= TableForm.CHUNK_SIZE) {
      writeChunk(target);
    }
  }

  private void writeChunk(Path target) throws IOException {
    if (chunk.size() > 0) {
      Files.write(target.resolve(TableForm.chunk(chunks)), chunk.toByteArray());
      written += chunk.size();
      chunk.reset();
      chunks++;
    }
  }

  private static byte[] deflated(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
      deflating.write(plain);
    }
    deflater.end();
    return out.toByteArray();
  }

  /** Its own and behind them, for an inner class, those of the classes around it. */
  private List<TypeVariable> variablesInScope(ExternalType type) {
    ExternalType outer = types.get(outerOfInner.getOrDefault(type.name(), ""));
    return outer == null
        ? type.typeVariables()
        : ofInner(type.typeVariables(), variablesInScope(outer));
  }

  static List<TypeVariable> ofInner(List<TypeVariable> own, List<TypeVariable> ofOuter) {
    List<TypeVariable> all = new ArrayList<>(own);
    for (TypeVariable each : ofOuter) {
      boolean hidden = own.stream().anyMatch(variable -> variable.name().equals(each.name()));
      // A hidden one keeps its place, under a name that nothing mentions.
      all.add(hidden ? new TypeVariable(each.name() + "'", each.bounds()) : each);
    }
    return all;
  }

  /** Where the names of types begin; the class file's own package is gone with its slashes. */
  private String packageOf(ExternalType type) {
    String name = type.name();
    int dot = name.lastIndexOf('.');
    while (dot > 0 && types.containsKey(name.substring(0, dot))) {
      dot = name.lastIndexOf('.', dot - 1);
    }
    return dot < 0 ? "" : name.substring(0, dot);
  }
}
