package dev.plumbline.analyzer.source;

import java.util.Set;

/** The folder conventions of Maven and Gradle, as questions about one path. */
final class SourceLayout {

  private static final Set<String> GENERATED_DIRECTORIES =
      Set.of(
          "generated-sources",
          "generated-test-sources",
          "generated-src",
          "generated_src",
          "src-gen",
          "src_gen",
          "gen-src",
          "src-generated");

  /** What Maven, Gradle, Eclipse and IntelliJ put below their output folders. */
  private static final Set<String> OUTPUT_CHILDREN =
      Set.of(
          "classes",
          "test-classes",
          "generated",
          "generated-resources",
          "resources",
          "tmp",
          "production",
          "artifacts",
          "maven-archiver",
          "maven-status",
          "surefire-reports",
          "libs",
          "reports",
          "test-results",
          "delombok");

  private static final Set<String> OUTPUT_DIRECTORIES = Set.of("target", "build", "out");

  private static final Set<String> TEST_SETS = Set.of("it", "itest", "e2e", "jmh");

  private static final Set<String> TEST_FOLDERS =
      Set.of("test", "tests", "src-test", "test-src", "testsrc", "unittest", "unittests");

  private SourceLayout() {}

  /** The role that the path alone tells. */
  static SourceRole roleOf(String path) {
    String[] parts = path.split("/", -1);
    int last = parts.length - 1;
    boolean test = false;
    for (int i = 0; i < last; i++) {
      String part = parts[i];
      if (GENERATED_DIRECTORIES.contains(part)) {
        return SourceRole.GENERATED;
      }
      String next = i + 1 < last ? parts[i + 1] : "";
      if (OUTPUT_DIRECTORIES.contains(part) && OUTPUT_CHILDREN.contains(next)) {
        return SourceRole.GENERATED;
      }
      if (part.equals("src") && !next.isEmpty()) {
        if (isGenerated(next) || i + 2 < last && isGenerated(parts[i + 2])) {
          return SourceRole.GENERATED;
        }
        boolean testSet = isTestSet(next);
        if (testSet || next.equals("main")) {
          test = testSet;
          break;
        }
      }
    }
    return test ? SourceRole.TEST : SourceRole.MAIN;
  }

  /**
   * Whether a file of a module lies in a test folder that stands beside {@code src}, the layout of
   * Ant and of old Eclipse projects. {@code test/} alone proves nothing: the caller knows whether
   * the module has a {@code src} folder too.
   *
   * @param module the directory of the module, "" for the root
   */
  static boolean isBesideSources(String path, String module) {
    int start = module.isEmpty() ? 0 : module.length() + 1;
    int end = path.indexOf('/', start);
    return end > 0 && TEST_FOLDERS.contains(path.substring(start, end));
  }

  /**
   * Whether a directory lies inside the code or the resources of a source set, where a {@code
   * pom.xml} is data and {@code build} is a package.
   *
   * @param directory relative to the root
   */
  static boolean isInsideSourceSet(String directory) {
    String[] parts = directory.split("/", -1);
    for (int i = 0; i + 2 < parts.length; i++) {
      boolean set =
          parts[i].equals("src") && (parts[i + 1].equals("main") || isTestSet(parts[i + 1]));
      if (set) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGenerated(String name) {
    return name.equals("generated") || GENERATED_DIRECTORIES.contains(name);
  }

  /** Gradle's source sets are named at will: {@code integrationTest}, {@code testFixtures}. */
  private static boolean isTestSet(String name) {
    if (name.startsWith("test")) {
      String rest = name.substring(4);
      return rest.isEmpty()
          || rest.equals("s")
          || rest.charAt(0) == '-'
          || rest.charAt(0) == '_'
          || Character.isUpperCase(rest.charAt(0));
    }
    return TEST_SETS.contains(name)
        || name.endsWith("Test")
        || name.endsWith("Tests")
        || name.endsWith("-test")
        || name.endsWith("-tests")
        || name.endsWith("_test");
  }
}
