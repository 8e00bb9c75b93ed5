package dev.plumbline.analyzer.library;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Library data, wherever they come from. Safe for many threads. */
interface RoleData {

  List<AnnotationModel> annotations();

  List<TypeRole> typeRoles();

  /** What is said of methods of exactly this type. */
  List<MethodModel> methods(String type);

  /** The types of which methods have roles, sorted. */
  Set<String> types();

  /**
   * The names of methods that have roles, by topic (see {@link Topics}), with the star of those
   * that only begin so.
   */
  Map<String, Set<String>> names();

  /** The models with a credential that have exactly this among their names. */
  List<MethodModel> credentials(String name);

  /** Files as data: a user's own, and what tests write. */
  static RoleData of(List<LibraryFile> files) {
    return new FileRoles(files);
  }
}
