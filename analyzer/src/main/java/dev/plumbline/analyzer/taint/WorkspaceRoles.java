package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.MethodModel;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What library data say of methods whose code is in the workspace: a team's own helpers. Roles for
 * a type of a library count for calls that leave the workspace; what overrides a library's method
 * tells by its code what it does.
 */
final class WorkspaceRoles {

  /** What data say of a call beside, or instead of, the code. */
  enum Extent {
    NONE,
    /** What the arguments are used for; what the method gives and changes, its code tells. */
    USES,
    /** What the method gives, clears or proves: its author knows better than its code tells. */
    RESULT
  }

  private final Library library;
  private final Program program;
  private final Map<MethodInfo, Map<String, Extent>> extents = new ConcurrentHashMap<>();

  WorkspaceRoles(Library library, Program program) {
    this.library = library;
    this.program = program;
  }

  Extent of(CallTarget target, int arguments) {
    MethodInfo method = target.declared().orElse(null);
    if (method == null) {
      return Extent.NONE;
    }
    JavaType type = target.receiver().isClass() ? target.receiver() : target.owner();
    return extents
        .computeIfAbsent(method, key -> new ConcurrentHashMap<>(2))
        .computeIfAbsent(type.name(), key -> extent(type, target.name(), arguments));
  }

  private Extent extent(JavaType type, String name, int arguments) {
    Extent extent = Extent.NONE;
    List<MethodModel> models = library.models(type, name, arguments, program.hierarchy());
    for (MethodModel model : models) {
      if (program.type(model.on()).isEmpty()) {
        continue;
      }
      for (MethodRole role : model.roles()) {
        Extent next = saysResult(role) ? Extent.RESULT : Extent.USES;
        extent = next.compareTo(extent) > 0 ? next : extent;
      }
    }
    return extent;
  }

  private static boolean saysResult(MethodRole role) {
    return role instanceof MethodRole.Source
        || role instanceof MethodRole.Sanitizer
        || role instanceof MethodRole.Decoder
        || role instanceof MethodRole.Guard
        || role instanceof MethodRole.Requires
        || role instanceof MethodRole.Flow
        || role instanceof MethodRole.Returns
        || role instanceof MethodRole.Fresh
        || role instanceof MethodRole.NeverReturns;
  }
}
