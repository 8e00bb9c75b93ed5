package dev.plumbline.rules.security;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.rule.BackendRule;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A reader of JSON or messages that makes objects of whatever class the text names. Prose and
 * examples: {@code PolymorphicJsonTyping.md}.
 */
public final class PolymorphicJsonTyping implements BackendRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "polymorphic-json-typing",
              "Reader that makes objects of whatever class the text names",
              Checklist.SECURITY,
              Cwe.of(502),
              Severity.HIGH,
              Confidence.HIGH)
          .alsoServing(Checklist.INPUT);

  /** Everything is below these. */
  private static final Set<String> WIDE =
      Set.of(
          "java.lang.Object",
          "java.io.Serializable",
          "java.lang.Comparable",
          "java.lang.Cloneable");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void review(Backend backend, Consumer<Finding> findings) {
    MainCode code = new MainCode(backend.program());
    code.each(
        (body, step) -> {
          if (step instanceof Instruction.Call call) {
            problem(code, body, call)
                .ifPresent(
                    message ->
                        findings.accept(
                            Finding.of(INFO, body.location(call.nameSpan()), message)
                                .severity(isForCache(body) ? Severity.MEDIUM : Severity.HIGH)
                                .build()));
          }
        });
    for (TypeInfo type : backend.program().types()) {
      if (MainCode.has(type)) {
        type.declaration().fields().forEach(field -> annotated(backend, type, field, findings));
      }
    }
  }

  private static Optional<String> problem(MainCode code, CodeBody body, Instruction.Call call) {
    return switch (call.name()) {
      case "enableDefaultTyping", "enableDefaultTypingAsProperty" ->
          isJackson(code, body, call)
              ? Optional.of(told(code, body, call) + " reads objects of every class")
              : Optional.empty();
      case "activateDefaultTyping", "activateDefaultTypingAsProperty", "polymorphicTypeValidator" ->
          isJackson(code, body, call) && isPermissive(code, body, call)
              ? Optional.of(told(code, body, call) + " reads objects of every class")
              : Optional.empty();
      case "allowIfBaseType", "allowIfSubType" ->
          isWide(code, body, call)
              ? Optional.of(told(code, body, call) + " allows every class")
              : Optional.empty();
      case "setAutoTypeSupport", "setTrustAllPackages" ->
          code.argument(body, call, 0).filter(Boolean.TRUE::equals).isPresent()
              ? Optional.of(told(code, body, call) + "(true) reads objects of every class")
              : Optional.empty();
      case "addTrustedPackages", "trustedPackages" ->
          code.argument(body, call, 0).filter("*"::equals).isPresent()
              ? Optional.of(told(code, body, call) + "(\"*\") reads objects of every class")
              : Optional.empty();
      case "parse", "parseObject", "parseArray" ->
          call.arguments().stream()
                  .anyMatch(
                      each ->
                          MainCode.name(body, each).filter("SupportAutoType"::equals).isPresent())
              ? Optional.of(
                  told(code, body, call) + " reads objects of the class that the text names")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static String told(MainCode code, CodeBody body, Instruction.Call call) {
    return code.target(body, call).displayName();
  }

  private static boolean isJackson(MainCode code, CodeBody body, Instruction.Call call) {
    String type = code.target(body, call).receiver().name();
    return code.target(body, call).declared().isEmpty()
        && (type.startsWith("com.fasterxml.jackson")
            || type.startsWith("tools.jackson")
            || type.startsWith("org.codehaus.jackson")
            || !code.target(body, call).receiver().isKnown());
  }

  /** Whether the validator is the one that lets everything through. */
  private static boolean isPermissive(MainCode code, CodeBody body, Instruction.Call call) {
    if (call.arguments().isEmpty()) {
      return false;
    }
    int validator = call.arguments().get(0);
    if (code.program()
        .inference()
        .typeOf(body, validator)
        .simpleName()
        .equals("LaissezFaireSubTypeValidator")) {
      return true;
    }
    return body.definitions(validator).stream()
        .anyMatch(
            each ->
                each instanceof Instruction.LoadName load
                        && load.path().contains("LaissezFaireSubTypeValidator")
                    // The mapper's own is that one as long as nobody sets another.
                    || each instanceof Instruction.Call own
                        && own.name().equals("getPolymorphicTypeValidator"));
  }

  private static boolean isWide(MainCode code, CodeBody body, Instruction.Call call) {
    return code.target(body, call).declared().isEmpty()
        && call.arguments().size() == 1
        && code.program().fixedValues().of(body, call.arguments().get(0))
            instanceof ConstantValue.ClassName name
        && WIDE.contains(name.type().name());
  }

  /** What a cache gives back the program has put there: harm needs a way into the cache. */
  private static boolean isForCache(CodeBody body) {
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.New creation
            && creation.type().simpleName().contains("Redis")) {
          return true;
        }
      }
    }
    return false;
  }

  private static void annotated(
      Backend backend, TypeInfo type, FieldDecl field, Consumer<Finding> findings) {
    for (AnnotationUse each : field.annotations()) {
      if (each.simpleName().equals("JsonTypeInfo")
          && each.element("use").filter(PolymorphicJsonTyping::isByClass).isPresent()
          && WIDE.contains(backend.program().names().resolve(field.type(), type, null).name())) {
        String message =
            type.displayName()
                + "."
                + field.name()
                + " takes objects of whatever class the text names";
        findings.accept(Finding.of(INFO, type.location(field.nameSpan()), message).build());
      }
    }
  }

  private static boolean isByClass(ElementValue value) {
    return value instanceof ElementValue.NameValue name
        && Set.of("CLASS", "MINIMAL_CLASS").contains(name.path().get(name.path().size() - 1));
  }
}
