package dev.plumbline.analyzer.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.program.ExternalType;
import dev.plumbline.analyzer.program.ExternalType.ExternalMethod;
import dev.plumbline.analyzer.program.ExternalTypes;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.signature.JdkTypes;
import dev.plumbline.analyzer.signature.SignatureTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the data name is there: types, methods with that number of parameters, annotations. A name
 * that is not is misspelt, or {@code names-not-in-the-table.txt} says why it is right.
 *
 * <p>An entry that is about several types may name methods that only some of them have; each name
 * must be a method of one type at least, and each type must have one of the names.
 */
class LibraryNamesTest {

  private final ExternalTypes jdk = new JdkTypes();
  private final ExternalTypes table = new SignatureTable();
  private final Set<String> missing = new TreeSet<>();

  private Optional<ExternalType> find(String name) {
    Optional<ExternalType> found = jdk.find(name);
    return found.isPresent() ? found : table.find(name);
  }

  /**
   * The type and what it inherits from; nothing when it is not there. Of {@code j*.} one of the two
   * is enough: some of javax were dropped, some of jakarta are new.
   */
  private List<ExternalType> lineage(String type) {
    if (find(type).isEmpty()) {
      if (find(twin(type)).isEmpty()) {
        missing.add(type);
      }
      return List.of();
    }
    List<ExternalType> lineage = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    ArrayDeque<String> work = new ArrayDeque<>(List.of(type));
    while (!work.isEmpty()) {
      String name = work.poll();
      if (seen.add(name)) {
        find(name)
            .ifPresent(
                each -> {
                  lineage.add(each);
                  each.supertypes().stream().map(JavaType::name).forEach(work::add);
                });
      }
    }
    find("java.lang.Object").ifPresent(lineage::add);
    return lineage;
  }

  private static String twin(String type) {
    return type.startsWith("javax.")
        ? "jakarta." + type.substring("javax.".length())
        : type.replaceFirst("^jakarta\\.", "javax.");
  }

  @Test
  void everythingThatIsNamedIsThere() throws IOException {
    Set<String> repositories = new HashSet<>();
    List<LibraryFile> files = LibraryFiles.shipped();
    for (LibraryFile file : files) {
      for (AnnotationModel model : file.annotations()) {
        if (lineage(model.name()).stream()
            .limit(1)
            .anyMatch(type -> type.kind() != ExternalType.Kind.ANNOTATION)) {
          missing.add("@" + model.name());
        }
      }
      for (TypeRole role : file.typeRoles()) {
        List<ExternalType> lineage = lineage(role.type());
        if (role.role() == TypeRole.Role.REPOSITORY) {
          repositories.add(role.type());
        }
        if (!lineage.isEmpty()
            && !role.methods().isEmpty()
            && role.methods().stream().allMatch(name -> overloads(lineage, name).isEmpty())) {
          missing.add(role.type() + "#" + role.methods());
        }
      }
    }
    for (LibraryFile file : files) {
      entries(file).forEach(models -> check(models, repositories));
    }
    Set<String> known = known();
    assertThat(missing)
        .as("neither in the signature table nor in names-not-in-the-table.txt")
        .isSubsetOf(known);
    // What a later JDK brings depends on the one that runs this.
    known.removeIf(name -> name.startsWith("java."));
    assertThat(known).as("no longer missing: take them off the list").isSubsetOf(missing);
  }

  /** The models of one entry have the same lists of names and roles, and follow one another. */
  private static List<List<MethodModel>> entries(LibraryFile file) {
    Map<List<Object>, List<MethodModel>> entries =
        file.methods().stream()
            .collect(
                Collectors.groupingBy(
                    model ->
                        List.of(model.names(), model.arity(), model.parameters(), model.roles()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return List.copyOf(entries.values());
  }

  private void check(List<MethodModel> entry, Set<String> repositories) {
    Set<String> found = new HashSet<>();
    boolean whole = true;
    for (MethodModel model : entry) {
      List<ExternalType> lineage = lineage(model.on());
      if (lineage.isEmpty() || repositories.contains(model.on())) {
        // Methods of repositories are declared in the workspace.
        whole = false;
        continue;
      }
      List<String> own =
          model.names().stream()
              .filter(name -> overloads(lineage, name).stream().anyMatch(m -> fits(m, model)))
              .toList();
      found.addAll(own);
      if (own.isEmpty()
          && entry.stream().noneMatch(m -> m.on().equals(twin(model.on())) && m != model)) {
        missing.add(model.on() + "#" + model.names());
      }
    }
    if (whole) {
      for (String name : entry.get(0).names()) {
        if (!found.contains(name)) {
          missing.add(entry.get(0).on() + "#" + name);
        }
      }
    }
  }

  private static List<ExternalMethod> overloads(List<ExternalType> lineage, String name) {
    if (name.equals("<init>")) {
      return lineage.get(0).methods().getOrDefault(name, List.of());
    }
    List<ExternalMethod> found = new ArrayList<>();
    for (ExternalType type : lineage) {
      type.methods()
          .forEach(
              (each, methods) -> {
                boolean meant =
                    name.endsWith("*")
                        ? each.startsWith(name.substring(0, name.length() - 1))
                        : each.equals(name);
                if (meant) {
                  found.addAll(methods);
                }
              });
    }
    return found;
  }

  private static boolean fits(ExternalMethod method, MethodModel model) {
    int parameters = method.parameters().size();
    if (model.parameters().isPresent()) {
      List<String> wanted = model.parameters().get();
      int last = wanted.size() - 1;
      // Whatever comes then.
      if (last >= 0 && wanted.get(last).equals("*...")) {
        return parameters >= last && sameTypes(method, wanted.subList(0, last));
      }
      return parameters == wanted.size() && sameTypes(method, wanted);
    }
    int least = parameters - (method.variableArity() ? 1 : 0);
    int most = method.variableArity() ? Integer.MAX_VALUE : parameters;
    return least <= model.arity().most() && model.arity().least() <= most;
  }

  private static boolean sameTypes(ExternalMethod method, List<String> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      JavaType type = method.parameters().get(i);
      String name = type.name() + "[]".repeat(type.dimensions());
      if (!wanted.get(i).equals("*") && !wanted.get(i).replace("...", "[]").equals(name)) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> known() throws IOException {
    try (InputStream in =
        LibraryNamesTest.class.getResourceAsStream("/names-not-in-the-table.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("//.*", "").strip())
          .filter(line -> !line.isEmpty())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
