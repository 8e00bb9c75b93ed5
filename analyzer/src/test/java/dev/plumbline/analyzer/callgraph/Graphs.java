package dev.plumbline.analyzer.callgraph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.frontend.JavaFrontEnd;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Linker;
import dev.plumbline.analyzer.program.LoweredFile;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Call graphs of snippets, asked and answered in words. */
final class Graphs {

  private final Library library = Library.shipped();
  private final List<LoweredFile> files = new ArrayList<>();
  private CallGraph graph;
  private Program program;

  private Graphs() {}

  /** Files of main code in package {@code p}, one a text; imports may stand before the types. */
  static Graphs of(String... texts) {
    Graphs graphs = new Graphs();
    for (String text : texts) {
      graphs.add(SourceRole.MAIN, text);
    }
    return graphs;
  }

  /** The same, for a list. */
  static Graphs named(List<String> texts) {
    return of(texts.toArray(String[]::new));
  }

  /** The same files under the same names, handed to the linker in another order. */
  Graphs inOrder(Random random) {
    Collections.shuffle(files, random);
    return this;
  }

  Graphs withTest(String text) {
    return add(SourceRole.TEST, text);
  }

  private Graphs add(SourceRole role, String text) {
    String path = "F" + files.size() + ".java";
    JavaFrontEnd.Outcome outcome = new JavaFrontEnd(true).parse(path, "package p; " + text);
    assertThat(outcome.problems()).isEmpty();
    files.add(
        new LoweredFile(
            new SourceFile(path, Path.of(path), SourceKind.JAVA, role, "", text.length()),
            outcome.unit().orElseThrow()));
    return this;
  }

  Library library() {
    return library;
  }

  Program program() {
    if (program == null) {
      program = Linker.link(files, library);
    }
    return program;
  }

  CallGraph graph() {
    if (graph == null) {
      graph = CallGraph.of(program(), library, List.of());
    }
    return graph;
  }

  /** The first call of {@code name}, or creation of a class of that name, in path order. */
  CallSite site(String name) {
    for (CodeBody body : graph().bodies()) {
      for (CallSite site : graph().sites(body)) {
        boolean found =
            site.instruction() instanceof Instruction.Call call && call.name().equals(name)
                || site.instruction() instanceof Instruction.New creation
                    && creation.type().name().equals(name);
        if (found) {
          return site;
        }
      }
    }
    throw new AssertionError("no call of " + name);
  }

  /** What that call may run: {@code KIND Type.method}, and what else is known. */
  List<String> callees(String name) {
    return describe(site(name));
  }

  static List<String> describe(CallSite site) {
    List<String> words = new ArrayList<>();
    for (CallEdge edge : site.edges()) {
      String marks = edge.marks().isEmpty() ? "" : " " + edge.marks();
      words.add(edge.kind() + " " + name(edge.callee()) + marks);
    }
    site.outside().ifPresent(outside -> words.add(outside.toString()));
    site.unknown().ifPresent(unknown -> words.add("?" + unknown.reason()));
    return words;
  }

  /** {@code Type.method}; {@code Type.method->} for a lambda in it. */
  static String name(CodeBody body) {
    String type =
        body.owner().declaration().kind() == TypeDecl.Kind.ANONYMOUS
            ? "anonymous"
            : body.owner().displayName();
    String method = body.method().name();
    return switch (method) {
          case MethodDecl.CONSTRUCTOR -> "new " + type;
          case MethodDecl.FIELD_INITIALIZER -> "fields of " + type;
          case MethodDecl.STATIC_INITIALIZER -> "statics of " + type;
          default -> type + "." + method;
        }
        + (body.enclosing().isPresent() ? "->" : "");
  }

  /** The body of {@code Type.method}, as {@link #name} says it. */
  CodeBody body(String name) {
    for (CodeBody body : graph().bodies()) {
      if (name(body).equals(name)) {
        return body;
      }
    }
    throw new AssertionError("no body " + name);
  }
}
