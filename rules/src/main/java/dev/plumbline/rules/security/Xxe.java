package dev.plumbline.rules.security;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.library.SourceKind;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.rule.UseRule;
import dev.plumbline.analyzer.taint.Strand;
import dev.plumbline.analyzer.taint.Use;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A parser that loads what a document's entities name. Whether it does is what was set on the
 * factory, or on the parser. Prose and examples: {@code Xxe.md}.
 */
public final class Xxe implements UseRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "xxe",
              "XML parser that loads what a document's entities name",
              Checklist.SECURITY,
              Cwe.of(611, 776),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.INPUT);

  /** Types whose objects load entities unless they were told not to. */
  private static final Set<String> OPEN =
      Set.of(
          "DocumentBuilder",
          "SAXParser",
          "XMLReader",
          "XMLInputFactory",
          "SAXReader",
          "SAXBuilder",
          "Builder",
          "Digester");

  /** The same, but for what others have read before: they are asked for outsiders' text alone. */
  private static final Set<String> OPEN_TO_TEXT =
      Set.of(
          "Transformer",
          "TransformerFactory",
          "SAXTransformerFactory",
          "Validator",
          "SchemaFactory",
          "XPath",
          "DocumentHelper");

  /**
   * For these secure processing, once it is asked for, keeps other files and hosts out (JAXP 1.5).
   * Not for parsers: those of Xerces itself load entities all the same.
   */
  private static final Set<String> SEALED_BY_PROCESSING =
      Set.of(
          "Transformer",
          "TransformerFactory",
          "SAXTransformerFactory",
          "Validator",
          "SchemaFactory");

  private static final String FEATURE = "feature:";

  /** A source of a reader of a text, each in a variable of its own. */
  private static final int MAX_WRAPPERS = 6;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean wants(MethodRole role) {
    return role instanceof MethodRole.Sink sink && sink.kind() == SinkKind.XML;
  }

  @Override
  public Optional<Finding> judge(Use use) {
    return Optional.empty();
  }

  @Override
  public Optional<Finding> judge(Use use, Backend backend) {
    String type = use.target().receiver().simpleName();
    Optional<Strand> outsiders =
        use.strands().stream()
            .filter(
                strand ->
                    strand.source().kind().trust() == SourceKind.Trust.REQUEST
                        || strand.source().kind().trust() == SourceKind.Trust.MESSAGE)
            .findFirst();
    boolean open = OPEN.contains(type) || outsiders.isPresent() && OPEN_TO_TEXT.contains(type);
    boolean made = use.settings().complete() || use.target().isStatic();
    // Of a parser that comes from elsewhere nobody knows what it was told there.
    if (!open || !made || isHardened(use) || isTree(use, backend)) {
      return Optional.empty();
    }
    if (outsiders.isPresent()) {
      String message =
          outsiders.get().source().description()
              + " reaches "
              + ValueFinding.called(use)
              + ", which loads what its entities name";
      return Optional.of(
          Finding.of(INFO, use.reportLocation(), message)
              .steps(outsiders.get().path())
              .step(use.reportLocation(), "is parsed by " + ValueFinding.called(use))
              .build());
    }
    if (isLocal(use, backend)) {
      return Optional.empty();
    }
    String message = ValueFinding.called(use) + " loads what the entities of its document name";
    return Optional.of(
        ValueFinding.of(INFO, use, message)
            .severity(Severity.MEDIUM)
            .confidence(Confidence.MEDIUM)
            .build());
  }

  /** Whether something was set that keeps other files and hosts out. */
  private static boolean isHardened(Use use) {
    Map<String, Set<String>> values = use.settings().values();
    boolean sealing = SEALED_BY_PROCESSING.contains(use.target().receiver().simpleName());
    if (values.getOrDefault("entity-resolver", Set.of("null")).stream()
        .anyMatch(each -> !each.equals("null") && !each.equals("-"))) {
      return true;
    }
    boolean general = false;
    boolean parameters = false;
    for (Map.Entry<String, Set<String>> each : values.entrySet()) {
      // Constants of a library may come by the names of their fields.
      String name = each.getKey().toLowerCase(Locale.ROOT).replace("_", "");
      if (name.equals("feature")) {
        // What is set is not known: a constant of code that is not here.
        return true;
      }
      if (!name.startsWith(FEATURE)) {
        continue;
      }
      if (name.endsWith("disallow-doctype-decl") && may(each.getValue(), "true")
          || name.endsWith("accessexternaldtd") && may(each.getValue(), "")
          || sealing && isSecureProcessing(name) && may(each.getValue(), "true")
          || name.endsWith("supportdtd") && may(each.getValue(), "false")
          || name.endsWith("issupportingexternalentities") && may(each.getValue(), "false")) {
        return true;
      }
      general |= name.endsWith("external-general-entities") && may(each.getValue(), "false");
      parameters |= name.endsWith("external-parameter-entities") && may(each.getValue(), "false");
    }
    return general && parameters;
  }

  private static boolean isSecureProcessing(String name) {
    return name.endsWith("featuresecureprocessing") || name.endsWith("feature/secure-processing");
  }

  /** Whether the setting has that value, or one that is not known; not where it may be unset. */
  private static boolean may(Set<String> values, String wanted) {
    return !values.contains("-")
        && values.stream().anyMatch(each -> each.equalsIgnoreCase(wanted) || each.equals("?"));
  }

  /** Whether what is given is a tree that was read before. */
  private static boolean isTree(Use use, Backend backend) {
    return argumentType(use, backend).matches("DOMSource|JAXBSource|StAXSource|Document|Node");
  }

  /** Whether what is given lies on this machine: files, resources of the program, constants. */
  private static boolean isLocal(Use use, Backend backend) {
    return use.complete()
        || use.settings().isSet("resource")
        || use.site() instanceof Instruction.Call text
            && !text.arguments().isEmpty()
            && isConstant(use.body(), text.arguments().get(0), backend, 0)
        || argumentType(use, backend).matches("File|Path|FileInputStream|FileReader")
        || use.site() instanceof Instruction.Call call
            && !call.arguments().isEmpty()
            && use.body().definitions(call.arguments().get(0)).stream()
                .anyMatch(
                    each ->
                        each instanceof Instruction.Call source
                            && (source.name().startsWith("getResource")
                                || source.name().equals("getInputStream")
                                    && backend
                                        .program()
                                        .inference()
                                        .target(use.body(), source)
                                        .receiver()
                                        .simpleName()
                                        .endsWith("Resource")));
  }

  /** Whether a text of the program is wrapped. */
  private static boolean isConstant(CodeBody body, int register, Backend backend, int depth) {
    if (register < 0 || depth > MAX_WRAPPERS) {
      return false;
    }
    if (backend.program().fixedValues().of(body, register).isKnown()) {
      return true;
    }
    List<Instruction> made = body.definitions(register);
    return !made.isEmpty()
        && made.stream()
            .allMatch(
                each ->
                    each instanceof Instruction.Copy copy
                            && isConstant(body, copy.source(), backend, depth + 1)
                        || each instanceof Instruction.Call call
                            && call.name().equals("getBytes")
                            && isConstant(body, call.receiver(), backend, depth + 1)
                        || each instanceof Instruction.New creation
                            && !creation.arguments().isEmpty()
                            && isConstant(body, creation.arguments().get(0), backend, depth + 1));
  }

  private static String argumentType(Use use, Backend backend) {
    return use.site() instanceof Instruction.Call call && !call.arguments().isEmpty()
        ? backend.program().inference().typeOf(use.body(), call.arguments().get(0)).simpleName()
        : "";
  }
}
