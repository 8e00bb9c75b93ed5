package dev.plumbline.analyzer.program;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What no source shows and yet is there after compilation: members that the language or an
 * annotation processor adds to types of the workspace, and whole types that exist only generated.
 *
 * <p>Nothing is run or guessed: each generator follows a documented law of names. Answers are
 * worked out when they are first asked for, kept, and safe to ask for from many threads.
 */
public final class GeneratedCode {

  private final Program program;
  private final LombokAnnotations annotations;
  private final Map<TypeInfo, List<ConstructorInfo>> constructors = new ConcurrentHashMap<>();

  GeneratedCode(Program program) {
    this.program = program;
    this.annotations = new LombokAnnotations(program);
  }

  /**
   * Every constructor that {@code type} has after compilation: those of the source first, in their
   * order, then generated ones. Empty for interfaces and anonymous classes; never empty for a
   * class.
   */
  public List<ConstructorInfo> constructors(TypeInfo type) {
    List<ConstructorInfo> known = constructors.get(type);
    if (known == null) {
      List<ConstructorInfo> generated =
          LombokAnnotations.mayHave(type.annotations())
              ? LombokConstructors.of(lombok(type)).stream()
                  .map(LombokConstructors.Made::constructor)
                  .toList()
              : List.of();
      known = Constructors.of(program, type, generated);
      constructors.put(type, known);
    }
    return known;
  }

  private LombokClass lombok(TypeInfo type) {
    return new LombokClass(program, type, annotations, LombokSettings.DEFAULT);
  }
}
