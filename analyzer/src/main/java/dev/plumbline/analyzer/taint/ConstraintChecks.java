package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.library.AnnotationModel;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.MetaAnnotations;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What constraints on a parameter prove of its value: {@code @Pattern} by its expression, those of
 * the workspace by the code of their validators. Whether they are run at all is for who reviews
 * validation.
 */
final class ConstraintChecks {

  private static final String PATTERN = ".validation.constraints.Pattern";

  private final Context context;
  private final Map<TypeInfo, Long> validators = new ConcurrentHashMap<>();

  ConstraintChecks(Context context) {
    this.context = context;
  }

  /** The kinds of sink, as in {@link Kinds}, for which the value is harmless. */
  long of(List<AnnotationUse> uses, TypeInfo scope) {
    long kinds = 0;
    Program program = context.program();
    for (AnnotationUse use : uses) {
      for (MetaAnnotations.Present each : program.metaAnnotations().of(use, scope)) {
        if (each.name().endsWith(PATTERN)) {
          kinds |= pattern(each, program);
        } else if (isMaker(each)) {
          kinds |= validated(each, program);
        }
      }
    }
    return kinds;
  }

  private boolean isMaker(MetaAnnotations.Present annotation) {
    Library library = context.library();
    return library.annotation(annotation.name(), AnnotationModel.Role.MAKES_CONSTRAINT).isPresent();
  }

  private long pattern(MetaAnnotations.Present annotation, Program program) {
    return annotation
        .element("regexp")
        .map(element -> program.constants().of(element.value(), element.scope()))
        .flatMap(ConstantValue::text)
        .map(regex -> context.regexes().matches(regex, 0))
        .orElse(0L);
  }

  private long validated(MetaAnnotations.Present annotation, Program program) {
    ConstantValue classes =
        annotation
            .element("validatedBy")
            .map(element -> program.constants().of(element.value(), element.scope()))
            .orElse(null);
    if (classes == null || classes.elements().isEmpty()) {
      return 0;
    }
    // Which of several is run depends on the type of the value: all must say so.
    long kinds = -1L;
    for (ConstantValue each : classes.elements()) {
      TypeInfo validator =
          each instanceof ConstantValue.ClassName name
              ? program.type(name.type().name()).orElse(null)
              : null;
      kinds &= validator == null ? 0 : validators.computeIfAbsent(validator, this::proved);
    }
    return kinds;
  }

  /** What is proved of the value for which {@code isValid} answers yes. */
  private long proved(TypeInfo validator) {
    for (MethodInfo method : validator.methods()) {
      CodeBody code = method.body().orElse(null);
      if (code == null
          || !method.name().equals("isValid")
          || method.declaration().parameters().size() != 2
          || method.declaration().modifiers().isStatic()) {
        continue;
      }
      Summary summary = new BodyAnalysis(context.local(), code, Map.of(), 0, code).run();
      return summary != null && summary.result() instanceof Val.Condition condition
          ? condition.whenTrue().getOrDefault(Id.param(0), 0L)
          : 0L;
    }
    return 0;
  }
}
