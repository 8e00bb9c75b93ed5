package dev.plumbline.analyzer.config;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys that calls read: of Spring's {@code Environment}, MicroProfile's {@code Config}, System. */
final class CallReads {

  private static final Set<String> NAMES =
      Set.of(
          "getProperty",
          "getRequiredProperty",
          "containsProperty",
          "resolvePlaceholders",
          "resolveRequiredPlaceholders",
          "getenv",
          "getValue",
          "getOptionalValue",
          "getString");

  private static final Set<String> MICROPROFILE =
      Set.of("org.eclipse.microprofile.config.Config", "io.smallrye.config.SmallRyeConfig");

  private static final Set<String> BUNDLES =
      Set.of(
          "java.util.Properties", "java.util.ResourceBundle", "java.util.PropertyResourceBundle");

  private final Program program;
  private final ReadCollector collector;
  private final BundleUses bundles;

  CallReads(Program program, BundleUses bundles, ReadCollector collector) {
    this.program = program;
    this.bundles = bundles;
    this.collector = collector;
  }

  void collect(CodeBody body) {
    for (Block block : body.body().blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Call call
            && NAMES.contains(call.name())
            && !call.arguments().isEmpty()) {
          call(body, call);
        }
      }
    }
  }

  private void call(CodeBody body, Instruction.Call call) {
    JavaType receiver = program.inference().target(body, call).receiver();
    if (receiver.is("java.lang.System")) {
      system(body, call);
    } else if (isEnvironment(body, call, receiver)) {
      if (call.name().startsWith("resolve")) {
        text(body, call)
            .ifPresent(
                text ->
                    collector.placeholders(
                        ConfigRead.Kind.CALL, text, body.owner(), "", location(body, call)));
      } else {
        read(ConfigRead.Kind.CALL, body, call);
      }
    } else if (MICROPROFILE.contains(receiver.name())) {
      read(ConfigRead.Kind.CALL, body, call);
    } else if (BUNDLES.contains(receiver.name())) {
      List<ConfigSource> files = bundles.filesOf(outermost(body.owner()));
      if (!files.isEmpty()) {
        text(body, call)
            .ifPresent(key -> collector.bundled(key, files, body.owner(), location(body, call)));
      }
    }
  }

  private void system(CodeBody body, Instruction.Call call) {
    if (call.name().equals("getenv")) {
      read(ConfigRead.Kind.ENVIRONMENT, body, call);
    } else if (call.name().equals("getProperty")) {
      read(ConfigRead.Kind.SYSTEM_PROPERTY, body, call);
    }
  }

  /** Also what {@code context.getEnvironment()} gives where the library is not known. */
  private static boolean isEnvironment(CodeBody body, Instruction.Call call, JavaType receiver) {
    if (receiver.name().startsWith("org.springframework.core.env.")) {
      return !call.name().equals("getValue") && !call.name().equals("getString");
    }
    return !receiver.isKnown()
        && call.receiver() != Body.NONE
        && call.name().endsWith("Property")
        && body.definitions(call.receiver()).stream()
            .anyMatch(
                made ->
                    made instanceof Instruction.Call before
                        && before.name().equals("getEnvironment"));
  }

  private void read(ConfigRead.Kind kind, CodeBody body, Instruction.Call call) {
    Optional<String> key = text(body, call);
    if (key.isEmpty()) {
      collector.unknown(kind, body.owner(), location(body, call));
      return;
    }
    int last = call.arguments().size() - 1;
    Optional<String> fallback =
        last > 0
            ? program.fixedValues().of(body, call.arguments().get(last)).text()
            : Optional.empty();
    collector.key(kind, key.get(), fallback, body.owner(), "", location(body, call));
  }

  private Optional<String> text(CodeBody body, Instruction.Call call) {
    return program.fixedValues().of(body, call.arguments().get(0)).text();
  }

  private static Location location(CodeBody body, Instruction.Call call) {
    return body.location(call.span());
  }

  static TypeInfo outermost(TypeInfo type) {
    TypeInfo outermost = type;
    while (outermost.outer().isPresent()) {
      outermost = outermost.outer().get();
    }
    return outermost;
  }
}
