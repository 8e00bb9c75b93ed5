package dev.plumbline.analyzer.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.program.Hierarchy;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Linker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which of the models hold for a call. */
class LibraryModelsTest {

  private static final Library LIBRARY = Library.shipped();
  private static final Hierarchy HIERARCHY = Linker.link(List.of(), LIBRARY).hierarchy();

  private static List<String> sinks(String type, String method, JavaType... arguments) {
    List<String> sinks = new ArrayList<>();
    for (MethodModel model :
        LIBRARY.models(JavaType.of(type), method, List.of(arguments), HIERARCHY)) {
      model.sinks().forEach(sink -> sinks.add(sink.kind().id() + " " + sink.at()));
    }
    return sinks;
  }

  @Test
  void whatIsSaidOfATypeHoldsBelowIt() {
    assertThat(sinks("java.sql.PreparedStatement", "executeQuery", JavaType.STRING))
        .containsExactly("sql 0");
    assertThat(sinks("java.sql.PreparedStatement", "executeQuery")).isEmpty();
    assertThat(sinks("java.lang.Object", "executeQuery", JavaType.STRING)).isEmpty();
  }

  @Test
  void overloadsAreToldApartByTheTypesOfArgumentsWhereTheyAreKnown() {
    JavaType locale = JavaType.of("java.util.Locale");
    assertThat(sinks("java.lang.String", "format", locale, JavaType.STRING, JavaType.INT))
        .contains("format 1");
    assertThat(sinks("java.lang.String", "format", JavaType.STRING, JavaType.STRING, JavaType.INT))
        .doesNotContain("format 1");
    assertThat(sinks("java.lang.String", "format", JavaType.UNKNOWN, JavaType.UNKNOWN))
        .contains("format 1");
    assertThat(sinks("java.lang.StringBuilder", "<init>", JavaType.INT))
        .containsExactly("number 0");
    assertThat(sinks("java.lang.StringBuilder", "<init>", JavaType.STRING)).isEmpty();
    JavaType bytes = JavaType.primitive("byte").withDimensions(1);
    assertThat(sinks("javax.imageio.ImageIO", "read", JavaType.of("java.net.URL")))
        .containsExactly("url 0", "url-parameter 0");
    assertThat(sinks("javax.imageio.ImageIO", "read", bytes)).isEmpty();
  }

  @Test
  void theCheapTestLetsNothingThroughThatHasAnotherRole() {
    assertThat(LIBRARY.maySink("executeQuery", Set.of(SinkKind.SQL))).isTrue();
    assertThat(LIBRARY.maySink("executeQuery", Set.of(SinkKind.HTML))).isFalse();
    assertThat(LIBRARY.maySink("append", Set.of(SinkKind.SQL))).isFalse();
    assertThat(LIBRARY.mayModel("append", MethodRole.Flow.class)).isTrue();
    assertThat(LIBRARY.mayModel("selectOneByName", MethodRole.DataAccess.class)).isTrue();
  }

  @Test
  void placesReadAsTheyAreWritten() {
    for (String text :
        List.of(
            "0",
            "3+",
            "every",
            "last",
            "receiver",
            "result",
            "result.element.value",
            "0/1",
            "receiver/result.element",
            "1.fields")) {
      assertThat(Place.parse(text).orElseThrow()).hasToString(text);
    }
    for (String text : List.of("", "-1", "every+", "receivers", "0.elements", "0/x", "0 /1", "x")) {
      assertThat(Place.parse(text)).as(text).isEmpty();
    }
    assertThat(Place.parse("1+").orElseThrow().isArgument(2, 3)).isTrue();
    assertThat(Place.parse("1+").orElseThrow().isArgument(0, 3)).isFalse();
    assertThat(Place.parse("last").orElseThrow().isArgument(2, 3)).isTrue();
    assertThat(Place.parse("2").orElseThrow().isArgument(2, 2)).isFalse();
  }
}
