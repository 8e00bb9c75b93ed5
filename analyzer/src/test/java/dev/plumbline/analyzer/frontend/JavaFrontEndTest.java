package dev.plumbline.analyzer.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.CompilationUnit;
import dev.plumbline.analyzer.ir.Directive;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.Loop;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Modifiers;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The front end as its users see it: outcomes, positions, declarations. */
class JavaFrontEndTest {

  private static JavaFrontEnd.Outcome parse(String text) {
    return new JavaFrontEnd(true).parse("a/A.java", text);
  }

  private static Body body(CompilationUnit unit) {
    return unit.types().get(0).methods().get(0).body().orElseThrow();
  }

  private static <I extends Instruction> I first(Body body, Class<I> kind) {
    return body.blocks().stream()
        .flatMap(block -> block.instructions().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Span callIn(String text) {
    return first(body(Lowered.unit(text)), Instruction.Call.class).span();
  }

  // Positions

  @Test
  void endsAreExclusive() {
    Instruction.Call call =
        first(
            body(Lowered.unit("class A {\n  void m() { x.foo(1); }\n}\n")), Instruction.Call.class);

    assertThat(call.span()).isEqualTo(new Span(2, 14, 2, 22));
    assertThat(call.nameSpan()).isEqualTo(new Span(2, 16, 2, 19));
  }

  @Test
  void aTabIsOneColumn() {
    assertThat(callIn("class A {\n\tvoid m() {\n\t\tfoo();\n\t}\n}\n"))
        .isEqualTo(new Span(3, 3, 3, 8));
  }

  @Test
  void anEmojiIsTwoColumns() {
    assertThat(callIn("class A { void m() { /* \uD83D\uDE00 */ foo(\"\uD83D\uDE00\"); } }"))
        .isEqualTo(new Span(1, 31, 1, 40));
  }

  @Test
  void windowsAndOldMacLinesCount() {
    assertThat(callIn("class A {\r\n  void m() {\r\n    foo();\r\n  }\r\n}\r\n"))
        .isEqualTo(new Span(3, 5, 3, 10));
    assertThat(callIn("class A {\r  void m() {\r    foo();\r  }\r}\r"))
        .isEqualTo(new Span(3, 5, 3, 10));
  }

  @Test
  void unicodeEscapesCountAsTheyAreWritten() {
    Body body = body(Lowered.unit("class A { void m() { foo(\"\\u0041\"); bar(); } }"));

    assertThat(first(body, Instruction.Constant.class).literal()).isEqualTo(Literal.string("A"));
    assertThat(first(body, Instruction.Call.class).span()).isEqualTo(new Span(1, 22, 1, 35));
  }

  @Test
  void linesAreCountedAsEditorsCountThem() {
    assertThat(parse("class A {}").unit().orElseThrow().lineCount()).isEqualTo(1);
    assertThat(parse("class A {}\r\n\r\n").unit().orElseThrow().lineCount()).isEqualTo(2);
  }

  @Test
  void loopHeadsEndAtTheirParenthesis() {
    Body body =
        body(
            Lowered.unit("class A { void m() { for (int i = f(); ; ) { } do { } while (g()); } }"));

    assertThat(body.loops())
        .extracting(Loop::headSpan)
        .containsExactly(new Span(1, 22, 1, 43), new Span(1, 48, 1, 50));
  }

  @Test
  void anArrayVariableIsNamedByItsIdentifierAlone() {
    FieldDecl field = Lowered.unit("class A { int a[] = {}, b; }").types().get(0).fields().get(0);

    assertThat(field.nameSpan()).isEqualTo(new Span(1, 15, 1, 16));
    assertThat(field.type()).isEqualTo(TypeRef.primitive("int").withDimensions(1));
    assertThat(field.span()).isEqualTo(new Span(1, 11, 1, 27));
  }

  // Literals

  @Test
  void textBlocksAreStrippedAndTranslated() {
    String text =
        "class A { String m() { return \"\"\"\r\n      a\\tb  \r\n        c\\\r\n      \\\"\"\"d\r\n"
            + "      \"\"\"; } }";

    assertThat(first(body(Lowered.unit(text)), Instruction.Constant.class).literal())
        .isEqualTo(Literal.string("a\tb\n  c\"\"\"d\n"));
  }

  @Test
  void aMalformedLiteralIsAProblemOfTheSource() {
    JavaFrontEnd.Outcome outcome = parse("class A { int a = 99999999999; long b = 08; }");

    assertThat(outcome.problems())
        .extracting(Problem::internal, problem -> problem.span().orElseThrow())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(false, new Span(1, 19, 1, 30)),
            org.assertj.core.groups.Tuple.tuple(false, new Span(1, 41, 1, 43)));
    assertThat(outcome.unit()).isPresent();
  }

  // Declarations

  @Test
  void declarationsCarryWhatIsWritten() {
    TypeDecl type =
        Lowered.unit(
                """
                package p;
                /** Doc. */
                @Entity(name = "x" + N, value = {1, -2})
                public sealed abstract class A<T extends Number & B> extends C<T> implements D, E
                    permits F, G {
                  /** Not this one. */
                  /** Field. */
                  // and a remark
                  private final @Id java.util.Map<String, ? extends T[]> f = null;
                  protected <X> int[] m(A<T> this, final @P int a[], String... b) [] throws IOException {
                    return null;
                  }
                }
                """)
            .types()
            .get(0);
    FieldDecl field = type.fields().get(0);
    MethodDecl method = type.methods().get(1);

    assertThat(type.binaryName()).isEqualTo("p.A");
    assertThat(type.modifiers().keywords())
        .containsExactly(
            Modifiers.Keyword.PUBLIC, Modifiers.Keyword.ABSTRACT, Modifiers.Keyword.SEALED);
    assertThat(type.typeParameters().toString()).contains("Number", "B");
    assertThat(type.superclass()).hasToString("Optional[C<T>]");
    assertThat(type.interfaces()).hasToString("[D, E]");
    assertThat(type.permits()).hasToString("[F, G]");
    assertThat(type.javadoc()).contains(new Span(2, 1, 2, 12));
    assertThat(type.span()).isEqualTo(new Span(3, 1, 13, 2));
    assertThat(type.nameSpan()).isEqualTo(new Span(4, 30, 4, 31));
    assertThat(type.annotations().get(0).element("name").orElseThrow())
        .isInstanceOf(ElementValue.OperationValue.class);
    assertThat(type.annotations().get(0).elements().keySet()).containsExactly("name", "value");
    assertThat(field.javadoc()).contains(new Span(7, 3, 7, 16));
    assertThat(field.type()).hasToString("java.util.Map<String, ? extends T[]>");
    assertThat(field.annotations()).hasSize(1);
    assertThat(method.returnType()).hasToString("int[][]");
    assertThat(method.parameters())
        .extracting(parameter -> parameter.type() + " " + parameter.name())
        .containsExactly("int[] a", "String[] b");
    assertThat(method.parameters().get(1).variableArity()).isTrue();
    assertThat(method.throwsTypes()).hasToString("[IOException]");
    assertThat(method.javadoc()).isEmpty();
    assertThat(method.body().orElseThrow().variables())
        .extracting(Variable::isFinal)
        .containsExactly(true, false);
  }

  @Test
  void markdownCommentsAreJavadoc() {
    TypeDecl type = Lowered.unit("/// One\n/// two\nclass A { }\n").types().get(0);

    assertThat(type.javadoc()).contains(new Span(1, 1, 2, 8));
  }

  @Test
  void annotationElementsHaveDefaults() {
    MethodDecl element =
        Lowered.unit("@interface A { String[] v() default {\"a\"}; }")
            .types()
            .get(0)
            .methods()
            .get(0);

    assertThat(element.kind()).isEqualTo(MethodDecl.Kind.ANNOTATION_ELEMENT);
    assertThat(element.defaultValue()).get().isInstanceOf(ElementValue.ArrayValue.class);
  }

  @Test
  void modulesPackagesAndImports() {
    assertThat(Lowered.unit("open module a.b { requires c; }").moduleName()).isEqualTo("a.b");

    CompilationUnit unit =
        Lowered.unit("@NonNullApi package a.b;\nimport static c.D.*;\nimport e.F;\n");
    assertThat(unit.packageName()).isEqualTo("a.b");
    assertThat(unit.packageAnnotations()).extracting("name").containsExactly("NonNullApi");
    assertThat(unit.imports().get(0).isStatic()).isTrue();
    assertThat(unit.imports().get(0).onDemand()).isTrue();
    assertThat(unit.imports().get(0).name()).isEqualTo("c.D");
    assertThat(unit.imports().get(1).span()).isEqualTo(new Span(3, 1, 3, 12));
  }

  @Test
  void compactSourceFilesHaveAnImplicitClass() {
    CompilationUnit unit = Lowered.unit("String s = \"a\";\nvoid main() { println(s); }\n");

    assertThat(unit.types()).hasSize(1);
    assertThat(unit.types().get(0).methods())
        .extracting(MethodDecl::name)
        .containsExactly("<init-fields>", "main");
  }

  @Test
  void directivesAreKept() {
    CompilationUnit unit =
        Lowered.unit("class A {\n  int a; // plumbline:allow x\r\n  /* other */\n}\n");

    assertThat(unit.directives())
        .containsExactly(new Directive("// plumbline:allow x", new Span(2, 10, 2, 30)));
  }

  // Bad input

  @Test
  void whatCanBeParsedAroundASyntaxErrorIsLowered() {
    JavaFrontEnd.Outcome outcome =
        parse("class A {\n  void m() { foo(; }\n  void n() { bar(); }\n}\n");

    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.problems()).hasSize(1);
    assertThat(outcome.problems().get(0).internal()).isFalse();
    assertThat(outcome.problems().get(0).span().orElseThrow().startLine()).isEqualTo(2);
    assertThat(outcome.unit().orElseThrow().types().get(0).methods())
        .extracting(MethodDecl::name)
        .contains("n");
  }

  @Test
  void textThatIsNotJavaIsAProblem() {
    for (String text : List.of("\"", "#include <x>", "class", "class A { \0 }", "}")) {
      JavaFrontEnd.Outcome outcome = parse(text);

      assertThat(outcome.complete()).as(text).isFalse();
      assertThat(outcome.problems()).as(text).isNotEmpty().noneMatch(Problem::internal);
    }
    assertThat(parse("").complete()).isTrue();
  }

  @Test
  void jumpsToNowhereAreProblems() {
    JavaFrontEnd.Outcome outcome =
        parse("class A { void m() { break; } void n() { continue x; } }");

    assertThat(outcome.problems()).hasSize(2).noneMatch(Problem::internal);
    assertThat(outcome.unit().orElseThrow().types().get(0).methods()).hasSize(2);
  }

  @Test
  void aVisitorThatFailsCostsItsFileOnly() {
    JavaFrontEnd frontEnd = new JavaFrontEnd();

    JavaFrontEnd.Outcome outcome =
        frontEnd.parse(
            "A.java",
            "class A { }",
            ast -> {
              throw new IllegalStateException("oops");
            });

    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.problems()).singleElement().matches(Problem::internal);
    assertThat(outcome.problems().get(0).message()).contains("internal error", "oops");
    assertThat(frontEnd.parse("B.java", "class B { }").complete()).isTrue();
  }

  @Test
  void theVisitorSeesTheSyntax() {
    List<String> names = new ArrayList<>();

    new JavaFrontEnd()
        .parse("A.java", "class A { }", ast -> names.add(ast.getType(0).getNameAsString()));

    assertThat(names).containsExactly("A");
  }

  @Test
  void problemsWithoutAPlaceSayNothingOfIt() {
    assertThat(new Problem("x", Optional.empty(), false).span()).isEmpty();
  }
}
