package dev.plumbline.analyzer.source;

/**
 * What a file is there for, told by the folder conventions of Maven and Gradle.
 *
 * <p>The first source set on the path decides ({@code src/test/resources/app/src/main/java} is test
 * data), and nothing below a source set's own folder is looked at, so that a package named {@code
 * test}, {@code out} or {@code target} means nothing.
 */
public enum SourceRole {
  /** What ships, or may ship: the answer where no convention says otherwise. */
  MAIN,
  /** Tests of any kind with their fixtures and data, and JMH benchmarks: code that never ships. */
  TEST,
  /** Written by a tool; also when it lies among tests. */
  GENERATED;

  /**
   * The role that a path alone tells.
   *
   * @param path relative to the workspace root, with {@code /} between its parts
   */
  public static SourceRole of(String path) {
    return SourceLayout.roleOf(path);
  }

  /**
   * Whether a file says of itself that a tool wrote it.
   *
   * @param head the beginning of the text, or all of it: no more than the first {@value
   *     GeneratedMark#HEAD_CHARS} characters are looked at
   */
  public static boolean isGeneratedText(String head) {
    return GeneratedMark.isIn(head);
  }
}
