package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.finding.Resolution.Outcome;
import dev.plumbline.analyzer.ir.ImportDecl;
import dev.plumbline.analyzer.program.CallResolution.Result;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a type is neither in the workspace nor in the table. Immutable. */
public final class MissingTypes {

  /** Two segments are a company or a domain, which may have written libraries as well. */
  private static final int OWN_SEGMENTS = 3;

  private static final Set<String> JDK_PACKAGES =
      ModuleLayer.boot().modules().stream()
          .filter(module -> module.getName().startsWith("java."))
          .flatMap(module -> module.getPackages().stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Program program;
  private final Set<String> ownPackages = new HashSet<>();

  public MissingTypes(Program program) {
    this.program = program;
    for (LoweredFile file : program.files()) {
      ownPackages.add(root(file.unit().packageName()));
    }
  }

  boolean isOfJdk(String canonicalName) {
    return JDK_PACKAGES.contains(packageOf(canonicalName));
  }

  /** Why {@code canonicalName}, which an import or a full name gives, is not there. */
  Result type(String canonicalName) {
    String packageName = packageOf(canonicalName);
    if (JDK_PACKAGES.contains(packageName) || program.external().hasPackage(packageName)) {
      return Result.of(Outcome.TYPE_NOT_FOUND, canonicalName);
    }
    // What is missing is the file of the top-level type, member types and all.
    int end = canonicalName.indexOf('.', packageName.isEmpty() ? 0 : packageName.length() + 1);
    return Result.of(
        ownPackages.contains(root(packageName))
            ? Outcome.SOURCE_MISSING
            : Outcome.LIBRARY_NOT_IN_TABLE,
        end < 0 ? canonicalName : canonicalName.substring(0, end));
  }

  /** Why the name of a type could not be resolved in {@code scope}. */
  Result name(String written, TypeInfo scope) {
    for (TypeInfo type = scope; type != null; type = type.outer().orElse(null)) {
      for (JavaType supertype : program.hierarchy().supertypes(type)) {
        Result absent = supertype.isKnown() ? ancestor(supertype, type) : null;
        if (absent != null) {
          // A member type of it, perhaps.
          return absent;
        }
      }
    }
    String first = written.contains(".") ? written.substring(0, written.indexOf('.')) : written;
    for (ImportDecl each : scope.file().unit().imports()) {
      if (each.onDemand()) {
        Result absent = onDemand(each, first, scope);
        if (absent != null && !absent.outcome().isInTable()) {
          return absent;
        }
      }
    }
    String packageName = scope.file().unit().packageName();
    return Result.of(
        Outcome.SOURCE_MISSING, packageName.isEmpty() ? written : packageName + "." + written);
  }

  /** Why an on-demand import does not bring {@code name}; null when all that it brings is known. */
  private Result onDemand(ImportDecl each, String name, TypeInfo scope) {
    if (each.isStatic() || program.hasType(each.name())) {
      return ancestor(JavaType.of(each.name()), scope);
    }
    return program.hasPackage(each.name())
        ? null
        : new Result(type(each.name() + "." + name).outcome(), each.name() + ".* " + name, false);
  }

  /** Why a supertype of {@code type}, or the type itself, is not there; null when all are. */
  Result ancestor(JavaType type, TypeInfo near) {
    if (!type.isClass()) {
      return null;
    }
    for (String name : program.hierarchy().ancestors(type.name())) {
      if (!program.hasType(name) && program.external().find(name).isEmpty()) {
        return name.contains(".")
            ? type(name)
            : Result.of(Outcome.SOURCE_MISSING, near.file().unit().packageName() + "." + name);
      }
    }
    return null;
  }

  /** By the naming law: what stands before the first part that begins with a capital. */
  private static String packageOf(String canonicalName) {
    int start = 0;
    for (int dot = canonicalName.indexOf('.'); dot >= 0; dot = canonicalName.indexOf('.', start)) {
      if (Character.isUpperCase(canonicalName.charAt(start))) {
        break;
      }
      start = dot + 1;
    }
    return start == 0 ? "" : canonicalName.substring(0, start - 1);
  }

  private static String root(String packageName) {
    int end = -1;
    for (int i = 0; i < OWN_SEGMENTS; i++) {
      end = packageName.indexOf('.', end + 1);
      if (end < 0) {
        return packageName;
      }
    }
    return packageName.substring(0, end);
  }
}
