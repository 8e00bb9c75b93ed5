package dev.plumbline.analyzer.config;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that programs give their main configuration files instead of {@code application}: constants
 * like {@code --spring.config.name=orders} in a class with a {@code main} method, and {@code
 * System.setProperty("spring.config.name", "orders")} there.
 */
final class ApplicationNames {

  private static final String KEY = "spring.config.name";
  private static final Pattern NAMED = Pattern.compile("spring\\.config\\.name[=:]\\s*([\\w,.-]+)");

  private final Program program;
  private final Map<String, Set<String>> byModule = new HashMap<>();

  private ApplicationNames(Program program) {
    this.program = program;
  }

  /** By module; modules that keep the usual name are not there. */
  static Map<String, Set<String>> of(Program program) {
    ApplicationNames names = new ApplicationNames(program);
    for (TypeInfo type : program.types()) {
      boolean starts =
          type.methods().stream()
              .anyMatch(m -> m.name().equals("main") && m.declaration().modifiers().isStatic());
      if (starts) {
        names.collect(type);
      }
    }
    return names.byModule;
  }

  private void collect(TypeInfo type) {
    for (FieldDecl field : type.declaration().fields()) {
      if (field.constant().isPresent()) {
        program
            .members()
            .field(type.type(), field.name(), type)
            .flatMap(found -> program.constants().of(found).text())
            .ifPresent(text -> text(type, text));
      }
    }
    for (MethodInfo method : type.methods()) {
      method.body().ifPresent(body -> collect(type, body));
    }
  }

  private void collect(TypeInfo type, CodeBody body) {
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Constant constant
            && constant.literal().kind() == Literal.Kind.STRING) {
          text(type, (String) constant.literal().value());
        } else if (each instanceof Instruction.Call call
            && call.name().equals("setProperty")
            && call.arguments().size() == 2
            && text(body, call.arguments().get(0)).equals(KEY)) {
          names(type, text(body, call.arguments().get(1)));
        }
      }
    }
  }

  private String text(CodeBody body, int register) {
    return program.fixedValues().of(body, register).text().orElse("");
  }

  private void text(TypeInfo type, String text) {
    Matcher named = NAMED.matcher(text);
    if (text.contains(KEY) && named.find()) {
      names(type, named.group(1));
    }
  }

  private void names(TypeInfo type, String list) {
    for (String name : list.split(",")) {
      if (!name.isBlank()) {
        byModule
            .computeIfAbsent(type.file().file().module(), key -> new TreeSet<>())
            .add(name.strip());
      }
    }
  }
}
