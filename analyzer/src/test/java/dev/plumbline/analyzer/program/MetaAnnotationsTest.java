package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.program.MetaAnnotations.Present;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetaAnnotationsTest {

  private static final String ALIAS = "org.springframework.core.annotation.AliasFor";

  private static final Program PROGRAM =
      Programs.of(
          "package p; @interface Base { String value() default \"\"; String path() default \"\"; }",
          """
          package p;
          @Base("fixed")
          @interface Middle {
            @%s(annotation = Base.class, attribute = "path") String where() default "default";
            String value() default "";
          }
          @Middle
          @interface Outer {
            @%s(annotation = Middle.class) String where() default "";
          }
          @Loop2 @interface Loop1 {}
          @Loop1 @interface Loop2 {}
          """
              .formatted(ALIAS, ALIAS),
          "package p; @Outer(where = \"here\") class A {} @Middle class B {} @Base(\"own\") class C {}"
              + " @Loop1 class D {} @Deprecated class E {} @Middle(\"same\") class F {}");

  private static List<String> names(String type) {
    TypeInfo info = Programs.type(PROGRAM, type);
    return PROGRAM.metaAnnotations().of(info.annotations(), info).stream()
        .map(Present::name)
        .toList();
  }

  private static String base(String type, String attribute) {
    TypeInfo info = Programs.type(PROGRAM, type);
    return PROGRAM
        .metaAnnotations()
        .find(info.annotations(), info, "p.Base")
        .flatMap(base -> base.element(attribute))
        .flatMap(
            element ->
                element.value() instanceof ElementValue.LiteralValue text
                    ? Optional.of(text.literal().value().toString())
                    : Optional.empty())
        .orElse("-");
  }

  @Test
  void annotationsOfAnnotationsCount() {
    assertThat(names("p.A")).containsExactly("p.Outer", "p.Middle", "p.Base");
    assertThat(names("p.C")).containsExactly("p.Base");
    assertThat(names("p.E")).containsExactly("java.lang.Deprecated");
  }

  @Test
  void annotationsMayAnnotateEachOther() {
    assertThat(names("p.D")).containsExactly("p.Loop1", "p.Loop2");
  }

  @Test
  void attributesComeFromAliasesThenFromTheSameNameThenFromTheComposition() {
    assertThat(base("p.C", "value")).isEqualTo("own");
    assertThat(base("p.B", "value")).isEqualTo("fixed");
    assertThat(base("p.F", "value")).isEqualTo("same");
    assertThat(base("p.A", "path")).isEqualTo("here");
    assertThat(base("p.B", "path")).isEqualTo("default");
    assertThat(base("p.C", "path")).isEqualTo("-");
  }
}
