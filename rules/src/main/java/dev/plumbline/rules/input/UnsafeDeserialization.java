package dev.plumbline.rules.input;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.analyzer.taint.Settings;
import dev.plumbline.rules.flow.FlowFinding;
import dev.plumbline.rules.flow.MadeAs;
import dev.plumbline.rules.flow.ProcessWide;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Objects of any class are made from an outsider's bytes. Prose and examples: {@code
 * UnsafeDeserialization.md}.
 */
public final class UnsafeDeserialization implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "unsafe-deserialization",
              "Objects of any type are made from data from outside",
              Checklist.INPUT,
              Cwe.of(502),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  private static final String ALLOWED = "allowed-types";

  private static final String STREAM = "java.io.ObjectInputStream";

  /** Streams of libraries that refuse all classes that they were not told. */
  private static final Set<String> CHECKED_STREAMS =
      Set.of(
          "ValidatingObjectInputStream",
          "LookAheadObjectInputStream",
          "WhitelistObjectInputStream");

  /** Need a class name in the data, and often an old version or a switch of the library. */
  private static final Set<String> LESS_SURE = Set.of("Yaml", "XStream", "Kryo", "ObjectMessage");

  /** What a call says that allows everything again. */
  private static final Set<String> EVERYTHING = Set.of("ANY", "false");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.DESERIALIZATION);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    boolean less = LESS_SURE.contains(flow.target().receiver().simpleName());
    return finding(flow, less ? Confidence.MEDIUM : INFO.confidence());
  }

  @Override
  public Optional<Finding> judge(Flow flow, Backend backend) {
    Program program = backend.program();
    JavaType receiver = MadeAs.receiver(flow, program);
    if (isRestricted(flow.settings())
        || CHECKED_STREAMS.contains(receiver.simpleName())
        || choosesClasses(receiver, program)
        || flow.weak() && !ProcessWide.isCalled(program, Set.of("setAutoTypeSupport"))) {
      return Optional.empty();
    }
    boolean stream = program.hierarchy().isSubtype(receiver, STREAM);
    return stream && ProcessWide.isCalled(program, Set.of("setSerialFilter"))
        ? finding(flow, Confidence.LOW)
        : judge(flow);
  }

  private static Optional<Finding> finding(Flow flow, Confidence confidence) {
    return FlowFinding.of(
            INFO, flow, FlowFinding.outside(flow), "and is made into objects", confidence)
        .map(Finding.Builder::build);
  }

  private static boolean isRestricted(Settings settings) {
    Set<String> values = settings.values().getOrDefault(ALLOWED, Set.of());
    return !values.isEmpty()
        && !values.contains("-")
        && values.stream().noneMatch(EVERYTHING::contains);
  }

  /** A stream of the workspace that decides which classes it takes. */
  private static boolean choosesClasses(JavaType stream, Program program) {
    TypeInfo type = program.type(stream.name()).orElse(null);
    return type != null
        && program.hierarchy().isSubtype(stream, STREAM)
        && type.method("resolveClass").isPresent();
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
