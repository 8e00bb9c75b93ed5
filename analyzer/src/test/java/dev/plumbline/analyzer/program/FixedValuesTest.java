package dev.plumbline.analyzer.program;

import static dev.plumbline.analyzer.program.Programs.type;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has one value is known, and what may have two is not. */
class FixedValuesTest {

  private static ConstantValue field(String declarations, String name) {
    Program program =
        Programs.of(
            "import java.util.*; class C { static final String A = \"a\"; enum E { X, Y; }"
                + " enum Named { X; public String toString() { return \"other\"; } } "
                + declarations
                + " static String twice(boolean b) { return b ? \"p\" : \"q\"; }"
                + " static String once() { return A + \"!\"; } }");
    return program
        .members()
        .field(type(program, "C").type(), name, type(program, "C"))
        .map(program.fixedValues()::of)
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String F = String.format(\"%s-%d-%05.1f%%\", A, 3, 1.5) | \"a-3-001.5%\"",
        "String F = A.concat(\"b\").toUpperCase() | \"AB\"",
        "String F = String.valueOf(3) + Integer.valueOf(4) | \"34\"",
        "String F = String.join(\",\", \"x\", A) | \"x,a\"",
        "String F = String.join(\",\", List.of(A, A)) | \"a,a\"",
        "String F = \"select\".substring(3).repeat(2) | \"ectect\"",
        "List<String> F = List.of(A, \"b\" + 1) | [\"a\", \"b1\"]",
        "Set<E> F = Set.of(E.X, E.Y) | [C.E.X, C.E.Y]",
        "Map<String, Integer> F = Map.of(A, 1, \"b\", 2) | {\"a\"=1, \"b\"=2}",
        "Map<String, E> F = Map.ofEntries(Map.entry(A, E.X)) | {\"a\"=C.E.X}",
        "List<String> F = Collections.unmodifiableList(Arrays.asList(new String[] {A, A})) | [\"a\", \"a\"]",
        "List<List<String>> F = List.of(List.of(A)) | [[\"a\"]]",
        "E F = E.Y | C.E.Y",
        "String F = \"is \" + E.Y | \"is Y\"",
        "Integer F = 5 | 5",
        "long F = Integer.parseInt(\"12\") | 12",
        "String F = once() | \"a!\"",
        "Class<?> F = String.class | String.class",
      })
  void oneValue(String declaration, String expected) {
    assertThat(field("static final " + declaration + ";", "F")).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "static final String F = System.lineSeparator()",
        "static final String F = System.getenv(A)",
        "static String F = String.valueOf(1)",
        "static final String[] F = {A}",
        "static final List<String> F = new ArrayList<>(List.of(A))",
        "static final String F = twice(true)",
        "static final String F = \"is \" + Named.X",
        "static final String F = String.format(\"%999999999s\", A)",
        "static final String F = \"ab\".repeat(1000000000)",
        "static final String F = \"abc\".substring(7)",
        "static final String F; static { F = A; }",
        "static final boolean F = A == once()",
        "static final List<String> F = List.of(A, System.getProperty(A))",
      })
  void notOneValue(String declaration) {
    assertThat(field(declaration + ";", "F").isKnown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String s = C.P + \"x\"; use(s); | \"px\"",
        "String s; if (b) { s = \"1\"; } else { s = \"1\"; } use(s); | \"1\"",
        "String s = b ? \"1\" : \"2\"; use(s); | ?an expression",
        "String s = \"1\"; if (b) { s = \"2\"; } use(s); | ?an expression",
        "String s = \"1\"; Runnable r = () -> use(s); | \"1\"",
        "use(parameter); | ?an expression",
        "parameter = \"1\"; use(parameter); | ?an expression",
      })
  void registersOfCode(String code, String expected) {
    Program program =
        Programs.of(
            "class C { static final String P = \"p\"; void use(String s) {}"
                + " void m(boolean b, String parameter) { "
                + code
                + " } }");
    assertThat(passed(program)).hasToString(expected);
  }

  private static ConstantValue passed(Program program) {
    for (CodeBody body : program.bodies()) {
      for (var block : body.body().blocks()) {
        for (var each : block.instructions()) {
          if (each instanceof dev.plumbline.analyzer.ir.Instruction.Call call
              && call.name().equals("use")) {
            return program.fixedValues().of(body, call.arguments().get(0));
          }
        }
      }
    }
    throw new AssertionError("no call");
  }
}
