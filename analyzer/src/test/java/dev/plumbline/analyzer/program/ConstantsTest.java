package dev.plumbline.analyzer.program;

import static dev.plumbline.analyzer.program.Programs.file;
import static dev.plumbline.analyzer.program.Programs.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constant expressions have the values that the language gives them, wherever they are written. */
class ConstantsTest {

  private static final String[] SHARED = {
    """
    package a.shared;
    public interface Paths {
      String ROOT = "/api";
      String ORDERS = ROOT + "/orders";
      int VERSION = 1 << 2;
    }
    """,
    """
    package a.shared;
    public class Keys implements Paths {
      public static final String VERSIONED = ORDERS + "/v" + VERSION;
      public static String mutable = "x";
      public static final Integer BOXED = 5;
    }
    """,
  };

  private static Program with(String... more) {
    List<String> texts = new ArrayList<>(List.of(SHARED));
    texts.addAll(List.of(more));
    return Programs.of(texts.toArray(String[]::new));
  }

  private static ConstantValue field(Program program, String type, String name) {
    return program
        .members()
        .field(type(program, type).type(), name, type(program, type))
        .map(program.constants()::of)
        .orElseThrow();
  }

  private static Object value(String declaration) {
    Program program = with("class C { static final " + declaration + "; }");
    String name = declaration.substring(0, declaration.indexOf('=')).trim();
    ConstantValue value = field(program, "C", name.substring(name.indexOf(' ') + 1));
    return value instanceof ConstantValue.Scalar scalar ? scalar.value() : value;
  }

  /** Each expected value is the compiler's own: the same expression, in Java. */
  @Test
  void arithmeticIsThatOfTheLanguage() {
    assertThat(value("int X = Integer.MAX_VALUE + 1")).isEqualTo(Integer.MIN_VALUE);
    assertThat(value("int X = 2147483647 + 1")).isEqualTo(2147483647 + 1);
    assertThat(value("long X = 2147483647 + 1")).isEqualTo((long) (2147483647 + 1));
    assertThat(value("long X = 2147483647 + 1L")).isEqualTo(2147483647 + 1L);
    assertThat(value("int X = -7 / 2 * 10 + -7 % 3")).isEqualTo(-7 / 2 * 10 + -7 % 3);
    assertThat(value("int X = 1 << 33")).isEqualTo(1 << 33);
    assertThat(value("long X = 1 << 33L")).isEqualTo((long) (1 << 33L));
    assertThat(value("long X = 1L << 33")).isEqualTo(1L << 33);
    assertThat(value("int X = -1 >>> 28")).isEqualTo(-1 >>> 28);
    assertThat(value("int X = ~'a' & 0xff | 'b' ^ 3")).isEqualTo(~'a' & 0xff | 'b' ^ 3);
    assertThat(value("double X = 1 / 2")).isEqualTo(0.0);
    assertThat(value("double X = 1 / 2d")).isEqualTo(0.5);
    assertThat(value("float X = 0.1f + 0.2f")).isEqualTo(0.1f + 0.2f);
    assertThat(value("double X = 0.1f + 0.2")).isEqualTo(0.1f + 0.2);
    assertThat(value("boolean X = 0.0 == -0.0")).isEqualTo(true);
    assertThat(value("boolean X = 0.0 / 0 == 0.0 / 0")).isEqualTo(false);
    assertThat(value("boolean X = 0.0 / 0 != 1 || false")).isEqualTo(true);
    assertThat(value("byte X = (byte) 200")).isEqualTo((byte) 200);
    assertThat(value("int X = (byte) 200")).isEqualTo(-56);
    assertThat(value("char X = 65")).isEqualTo('A');
    assertThat(value("char X = (char) ('a' + 1)")).isEqualTo('b');
    assertThat(value("int X = (int) 1e20")).isEqualTo((int) 1e20);
    assertThat(value("short X = (short) 1e20")).isEqualTo((short) 1e20);
    assertThat(value("boolean X = !(\"a\" == \"a\") ^ 'a' < 98")).isEqualTo(true);
    assertThat(value("int X = 1 / 0")).isInstanceOf(ConstantValue.Unknown.class);
    assertThat(value("double X = 1 / 0.0")).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void textIsConcatenatedFromTheFirstStringOn() {
    assertThat(value("String X = 1 + 2 + \"a\" + 1 + 2")).isEqualTo("3a12");
    assertThat(value("String X = 'a' + 'b' + \"c\"")).isEqualTo("195c");
    assertThat(value("String X = \"\" + 'a' + 'b' + true + 1.0f + 10L + -0.0"))
        .isEqualTo("abtrue1.010-0.0");
    assertThat(value("String X = (\"a\" + 1) + (2 + 3)")).isEqualTo("a15");
    assertThat(value("String X = \"\"\"\n      a\n        b\\\n      c\"\"\""))
        .isEqualTo("a\n  bc");
    assertThat(value("String X = a.shared.Paths.ROOT + a.shared.Paths.VERSION")).isEqualTo("/api4");
  }

  @Test
  void theConditionalHasOneTypeForBothSides() {
    assertThat(value("String X = \"\" + (true ? 'a' : 0)")).isEqualTo("a");
    assertThat(value("String X = \"\" + (true ? 'a' : 70000)")).isEqualTo("97");
    assertThat(value("String X = \"\" + (false ? 1.0 : 2)")).isEqualTo("2.0");
    assertThat(value("String X = 1 > 2 ? \"a\" : \"b\"")).isEqualTo("b");
    assertThat(value("boolean X = true && 1 < 2 || 1 / 0 > 1"))
        .isInstanceOf(ConstantValue.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import a.shared.Keys; class C { static final String X = Keys.VERSIONED; }",
        "import a.shared.*; class C { static final String X = Keys.VERSIONED; }",
        "import static a.shared.Keys.VERSIONED; class C { static final String X = VERSIONED; }",
        "import static a.shared.Keys.*; class C { static final String X = VERSIONED; }",
        "class C extends a.shared.Keys { static final String X = VERSIONED; }",
        "class C { static final String X = a.shared.Keys.VERSIONED; }",
        "class C { final String X = a.shared.Keys.ORDERS + \"/v\" + a.shared.Keys.VERSION; }",
        "import static a.shared.Keys.VERSIONED;"
            + " class C { interface I { String X = (VERSIONED); } static final String X = I.X; }",
      })
  void namesLeadToOtherFiles(String code) {
    assertThat(field(with(code), "C", "X").text()).contains("/api/orders/v4");
  }

  @Test
  void whatMayChangeOrIsNoConstantVariableIsUnknown() {
    assertThat(field(with(), "a.shared.Keys", "mutable").isKnown()).isFalse();
    assertThat(field(with(), "a.shared.Keys", "BOXED").isKnown()).isFalse();
    assertThat(value("String X = a.shared.Keys.mutable"))
        .isEqualTo(new ConstantValue.Unknown("C.X"));
    assertThat(value("String X = String.valueOf(1)")).isInstanceOf(ConstantValue.Unknown.class);
  }

  @Test
  void aClassOfTheProjectThatIsCalledStringIsNone() {
    Program program = with("class String {} class C { static final String X = \"a\"; }");
    assertThat(field(program, "C", "X").isKnown()).isFalse();
  }

  @Test
  void cyclesEndAndAreUnknownWhoeverAsksFirst() {
    String code =
        """
        class A { static final int X = B.X + 1; static final int FREE = 1; }
        class B { static final int X = C.X + A.FREE; }
        class C { static final int X = A.X; static final int SELF = SELF + 1; }
        class D { static final int X = B.X + A.FREE; }
        """;
    for (String first : List.of("A", "B", "C", "D")) {
      Program program = Programs.of(code);
      assertThat(field(program, first, "X").isKnown()).isFalse();
      for (String other : List.of("A", "B", "C", "D")) {
        assertThat(field(program, other, "X").isKnown()).isFalse();
      }
      assertThat(field(program, "A", "FREE")).isEqualTo(new ConstantValue.Scalar(1));
      assertThat(field(program, "C", "SELF").isKnown()).isFalse();
    }
  }

  @Test
  void longChainsTakeNoStackAndDoublingTextsNoMemory() {
    StringBuilder code = new StringBuilder("class C { static final int A0 = 0;");
    for (int i = 1; i <= 5_000; i++) {
      code.append(" static final int A").append(i).append(" = A").append(i - 1).append(" + 1;\n");
    }
    code.append("static final String T0 = \"0123456789\";");
    for (int i = 1; i <= 64; i++) {
      code.append("static final String T" + i + " = T" + (i - 1) + " + T" + (i - 1) + ";");
    }
    Program program = Programs.of(code.append('}').toString());
    assertThat(field(program, "C", "A5000")).isEqualTo(new ConstantValue.Scalar(5_000));
    assertThat(field(program, "C", "T12").text().orElseThrow()).hasSize(40_960);
    assertThat(field(program, "C", "T64").isKnown()).isFalse();
  }

  @Test
  void eachModuleSeesItsOwnConstant() {
    Program program =
        Linker.link(
            List.of(
                file("a", "a/K.java", SourceRole.MAIN, "class K { static final int N = 1; }"),
                file("a", "a/U.java", SourceRole.MAIN, "class U { static final int X = K.N; }"),
                file("b", "b/K.java", SourceRole.MAIN, "class K { static final int N = 2; }"),
                file("b", "b/V.java", SourceRole.MAIN, "class V { static final int X = K.N; }")),
            ExternalTypes.NONE);
    assertThat(field(program, "U", "X")).isEqualTo(new ConstantValue.Scalar(1));
    assertThat(field(program, "V", "X")).isEqualTo(new ConstantValue.Scalar(2));
  }

  @Test
  void aLibraryTellsItsConstants() {
    ExternalType media =
        new ExternalType(
            "lib.Media",
            ExternalType.Kind.CLASS,
            true,
            false,
            List.of(),
            List.of(),
            Map.of(),
            Map.of(
                "JSON",
                new ExternalType.ExternalField(JavaType.STRING, true, "application/json"),
                "SMALL",
                new ExternalType.ExternalField(JavaType.primitive("byte"), true, -1),
                "OTHER",
                new ExternalType.ExternalField(JavaType.STRING, true, null)),
            List.of());
    Library jdk = Library.shipped();
    ExternalTypes library =
        new ExternalTypes() {
          @Override
          public Optional<ExternalType> find(String canonicalName) {
            return canonicalName.equals("lib.Media") ? Optional.of(media) : jdk.find(canonicalName);
          }

          @Override
          public boolean hasPackage(String packageName) {
            return packageName.equals("lib") || jdk.hasPackage(packageName);
          }
        };
    Program program =
        Programs.link(
            library,
            """
            import lib.Media;
            class C {
              static final String X = Media.JSON + ";v=" + Integer.MAX_VALUE;
              static final String Y = Media.OTHER;
              static final int Z = Media.SMALL + Character.MAX_VALUE;
            }
            """);
    assertThat(field(program, "C", "X").text()).contains("application/json;v=2147483647");
    assertThat(field(program, "C", "Y").isKnown()).isFalse();
    assertThat(field(program, "C", "Z")).isEqualTo(new ConstantValue.Scalar(0xffff - 1));
  }

  // Annotations

  private static ConstantValue element(Program program, String type, String element) {
    TypeInfo info = type(program, type);
    AnnotationUse use = info.annotations().get(0);
    return program.constants().element(use, element, info).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@An(\"a\" + Paths.ROOT) | \"a/api\"",
        "@An({Paths.ROOT, \"b\"}) | [\"/api\", \"b\"]",
        "@An({}) | []",
        "@An(Kind.ONE) | a.shared.Kind.ONE",
        "@An(String.class) | String.class",
        "@An(int[].class) | int[].class",
        "@An(@In(n = Paths.VERSION)) | @a.shared.In{n=4}",
        "@An({@In, @In(n = 2)}) | [@a.shared.In{}, @a.shared.In{n=2}]",
        "@An(lib.Unknown.NAME) | ?lib.Unknown.NAME",
        "@An({\"a\", helper()}) | [\"a\", ?helper()]",
        "@An | \"x/api\"",
      })
  void elementsHaveTheirValues(String annotation, String expected) {
    Program program =
        with(
            "package a.shared; @interface An { Object value() default \"x\" + Paths.ROOT; }",
            "package a.shared; @interface In { int n() default 1; }",
            "package a.shared; enum Kind { ONE, TWO }",
            "package a.shared; " + annotation + " class C {}");
    assertThat(element(program, "a.shared.C", "value")).hasToString(expected);
  }

  @Test
  void aDefaultIsReadWhereItStands() {
    Program program =
        with(
            "package q; import a.shared.Paths; public @interface An { String value() default Paths.ORDERS; }",
            "package r; @q.An class C {}");
    assertThat(element(program, "r.C", "value").text()).contains("/api/orders");
  }

  @Test
  void anAnnotationOnATypeDoesNotSeeItsMembers() {
    Program program =
        with(
            """
            package q;
            import static a.shared.Paths.ROOT;
            @interface An { String value(); }
            @An(ROOT) class C {
              static final String ROOT = "/inner";
              @An(ROOT) class D {}
            }
            """);
    assertThat(element(program, "q.C", "value").text()).contains("/api");
    assertThat(element(program, "q.C.D", "value").text()).contains("/inner");
  }
}
