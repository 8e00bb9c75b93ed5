package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.frontend.JavaFrontEnd;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Linked programs of snippets, and questions to them by the names that the snippets use. */
final class Programs {

  private Programs() {}

  /** Files {@code F0.java}, {@code F1.java}, … of one module, with all library data. */
  static Program of(String... texts) {
    return link(Library.shipped(), texts);
  }

  static Program link(ExternalTypes external, String... texts) {
    List<LoweredFile> files = new ArrayList<>();
    for (String text : texts) {
      files.add(file("", "F" + files.size() + ".java", SourceRole.MAIN, text));
    }
    return Linker.link(files, external);
  }

  static LoweredFile file(String module, String path, SourceRole role, String text) {
    JavaFrontEnd.Outcome outcome = new JavaFrontEnd(true).parse(path, text);
    assertThat(outcome.problems()).isEmpty();
    return new LoweredFile(
        new SourceFile(path, Path.of(path), SourceKind.JAVA, role, module, text.length()),
        outcome.unit().orElseThrow());
  }

  static TypeInfo type(Program program, String name) {
    return program.type(name).orElseThrow(() -> new AssertionError("no type " + name));
  }

  static MethodInfo method(Program program, String type, String name) {
    return type(program, type)
        .method(name)
        .orElseThrow(() -> new AssertionError("no method " + type + "." + name));
  }

  /** The type of the variable {@code name}, wherever in the program it is declared first. */
  static String typeOf(Program program, String name) {
    for (CodeBody body : program.bodies()) {
      for (var variable : body.body().variables()) {
        if (variable.name().equals(name)) {
          return program.inference().typeOf(body, variable.register()).toString();
        }
      }
    }
    throw new AssertionError("no variable " + name);
  }

  /** The target of the first call of {@code name}, in lambdas too. */
  static CallTarget call(Program program, String name) {
    for (CodeBody body : program.bodies()) {
      for (Block block : body.body().blocks()) {
        for (Instruction each : block.instructions()) {
          if (each instanceof Instruction.Call call && call.name().equals(name)) {
            return program.inference().target(body, call);
          }
        }
      }
    }
    throw new AssertionError("no call of " + name);
  }

  /** What the first value is that the method gives back. */
  static JavaType returned(Program program, String type, String method) {
    CodeBody body = method(program, type, method).body().orElseThrow();
    for (Block block : body.body().blocks()) {
      if (block.terminator() instanceof Instruction.Return exit && exit.value() != Body.NONE) {
        return program.inference().typeOf(body, exit.value());
      }
    }
    throw new AssertionError("nothing is returned by " + method);
  }
}
