package dev.plumbline.analyzer.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.program.ExternalType;
import dev.plumbline.analyzer.program.JavaType;
import org.junit.jupiter.api.Test;

class JdkTypesTest {

  @Test
  void theJdkShowsPublicTypesWithTheirGenerics() {
    JdkTypes jdk = new JdkTypes();
    ExternalType map = jdk.find("java.util.Map").orElseThrow();
    assertThat(map.methods().get("entrySet").get(0).returnType()).hasToString("Set<Entry<K, V>>");
    assertThat(jdk.find("java.util.Map.Entry").orElseThrow().name())
        .isEqualTo("java.util.Map.Entry");
    assertThat(jdk.find("java.util.ArrayList").orElseThrow().supertypes())
        .contains(JavaType.of("java.util.List", JavaType.variable("E")));
    assertThat(jdk.find("java.util.HashMap").orElseThrow().methods().get("<init>")).hasSize(4);
    assertThat(jdk.find("java.util.HashMap.Node").orElseThrow().isPublic()).isFalse();
    assertThat(jdk.find("java.util.JumboEnumSet").orElseThrow().isPublic()).isFalse();
    assertThat(jdk.find("java.lang.Integer").orElseThrow().fields().get("MAX_VALUE").constant())
        .isEqualTo(Integer.MAX_VALUE);
    assertThat(jdk.hasPackage("java.util.stream")).isTrue();
    assertThat(jdk.hasPackage("javax.servlet")).isFalse();
    assertThat(jdk.find("java.util")).isEmpty();
  }
}
