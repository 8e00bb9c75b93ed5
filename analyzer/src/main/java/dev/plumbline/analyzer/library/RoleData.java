package dev.plumbline.analyzer.library;

import java.util.List;
import java.util.Set;

/** Library data, wherever they come from. Safe for many threads. */
interface RoleData {

  List<AnnotationModel> annotations();

  List<TypeRole> typeRoles();

  List<TypeModel> signatures();

  /** What is said of methods of exactly this type. */
  List<MethodModel> methods(String type);

  /** The types of which methods have roles, sorted. */
  Set<String> types();

  /** The names of methods that have roles, with the star of those that only begin so. */
  Set<String> names();

  /** Those of {@link #names} of which an argument is a credential. */
  Set<String> credentialNames();

  /** The models with a credential that have exactly this among their names. */
  List<MethodModel> credentials(String name);

  /** Files as data: a user's own, and what tests write. */
  static RoleData of(List<LibraryFile> files) {
    return new FileRoles(files);
  }
}
