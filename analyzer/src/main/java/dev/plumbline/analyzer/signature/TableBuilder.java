package dev.plumbline.analyzer.signature;

import dev.plumbline.analyzer.program.ExternalType;
import dev.plumbline.analyzer.program.ExternalType.ExternalField;
import dev.plumbline.analyzer.program.ExternalType.ExternalMethod;
import dev.plumbline.analyzer.program.JavaType;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes the signature table from API jars when Plumbline is built.
 *
 * <p>Where several jars have a type, the first in the list gives its form, and what only a later
 * one has (a method that a newer version dropped, a supertype, a field) is added: a scan does not
 * know which version a project uses, and a signature that is gone hurts more than one that is new.
 */
public final class TableBuilder {

  /**
   * Copies of other libraries inside a library, and code generated into it: nobody's source names
   * them.
   */
  private static final List<String> COPIES =
      List.of("shaded", "shadow", "repackaged", "relocated", "thirdparty", "hidden", "vendored");

  private final Map<String, ExternalType> types = new TreeMap<>();
  private final Set<String> superclasses = new HashSet<>();
  private int jars;

  private TableBuilder() {}

  /**
   * @param arguments the list of libraries ({@code group:artifact:version} a line, in order of
   *     precedence), the folder of their jars ({@code group.artifact-version.jar}), the folder to
   *     write to
   * @throws IOException when a jar cannot be read or the table cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path list = Path.of(arguments[0]);
    Path jarFolder = Path.of(arguments[1]);
    Path target = Path.of(arguments[2]);
    List<Path> jarFiles = new ArrayList<>();
    for (String line : Files.readAllLines(list)) {
      String entry = line.strip();
      if (!entry.isEmpty() && !entry.startsWith("#")) {
        jarFiles.add(jarFolder.resolve(fileName(entry, list)));
      }
    }
    if (isNewer(target.resolve(TableForm.INDEX), list, jarFiles)) {
      return;
    }
    TableBuilder builder = new TableBuilder();
    for (Path jar : jarFiles) {
      builder.read(jar);
    }
    System.out.println("Signature table: " + builder.write(target));
  }

  private static String fileName(String entry, Path list) {
    String[] parts = entry.split(":");
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          list + ": expected group:artifact:version, found " + entry);
    }
    return parts[0] + "." + parts[1] + "-" + parts[2] + ".jar";
  }

  /** Whether nothing that the table is made of has changed since; class files of ours included. */
  private static boolean isNewer(Path index, Path list, List<Path> jarFiles) throws IOException {
    if (!Files.exists(index)) {
      return false;
    }
    long made = Files.getLastModifiedTime(index).toMillis();
    List<Path> inputs = new ArrayList<>(jarFiles);
    inputs.add(list);
    for (Class<?> part : List.of(TableBuilder.class, ClassFile.class, BlockWriter.class)) {
      inputs.add(
          Path.of(part.getProtectionDomain().getCodeSource().getLocation().getPath())
              .resolve(part.getName().replace('.', '/') + ".class"));
    }
    for (Path input : inputs) {
      if (!Files.exists(input) || Files.getLastModifiedTime(input).toMillis() > made) {
        return false;
      }
    }
    return true;
  }

  private void read(Path jar) throws IOException {
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          jar.getFileName()
              + " is in the list of libraries, but the build did not fetch it: the list and the"
              + " artifact items of analyzer/pom.xml must agree");
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
    try {
      type = ClassFile.read(bytes);
    } catch (RuntimeException e) {
      throw new IllegalStateException("cannot read " + place, e);
    }
    type.ifPresent(
        each -> {
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
      if (COPIES.contains(part)) {
        return false;
      }
    }
    return true;
  }

  static ExternalType merge(ExternalType first, ExternalType later) {
    List<JavaType> supertypes = new ArrayList<>(first.supertypes());
    for (JavaType supertype : later.supertypes()) {
      if (supertypes.stream().noneMatch(s -> s.name().equals(supertype.name()))
          && sameVariables(first, later)) {
        supertypes.add(supertype);
      }
    }
    Map<String, List<ExternalMethod>> methods = new TreeMap<>(first.methods());
    later
        .methods()
        .forEach((name, group) -> methods.merge(name, group, TableBuilder::mergeMethods));
    Map<String, ExternalField> fields = new TreeMap<>(later.fields());
    fields.putAll(first.fields());
    return new ExternalType(
        first.name(),
        first.kind(),
        first.isPublic() || later.isPublic(),
        first.typeVariables(),
        supertypes,
        methods,
        fields,
        first.annotations());
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
    int block = 0;
    long bytes = 0;
    for (Map.Entry<String, List<ExternalType>> each : packages.entrySet()) {
      each.getValue().forEach(writer::add);
      blockByPackage.put(each.getKey(), block);
      if (writer.size() >= TableForm.BLOCK_SIZE) {
        bytes += write(target, block, writer);
        writer = new BlockWriter();
        block++;
      }
    }
    bytes += write(target, block, writer);
    ByteSink index = new ByteSink();
    index.number(TableForm.VERSION);
    index.number(blockByPackage.size());
    blockByPackage.forEach(
        (name, number) -> {
          index.text(name);
          index.number(number);
        });
    // Last, because its time says that the table is whole.
    Files.write(target.resolve(TableForm.INDEX), index.toByteArray());
    long methods =
        kept.stream().flatMap(t -> t.methods().values().stream()).mapToLong(List::size).sum();
    return "%d jars, %d packages, %d types, %d methods, %d blocks, %d KB before compression"
        .formatted(jars, packages.size(), kept.size(), methods, block + 1, bytes / 1024);
  }

  private static int write(Path target, int block, BlockWriter writer) throws IOException {
    byte[] bytes = writer.toByteArray();
    Files.write(target.resolve(TableForm.block(block)), bytes);
    return bytes.length;
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
