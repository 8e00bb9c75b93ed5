package dev.plumbline.analyzer.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LibraryDataTest {

  @Test
  void bothNamespacesOfJakartaAreKnown() {
    Library library = Library.shipped();
    assertThat(library.find("javax.persistence.EntityManager")).isPresent();
    assertThat(library.find("jakarta.persistence.EntityManager")).isPresent();
  }

  @Test
  void aMisspeltKeyIsAnErrorWithItsPlace() {
    assertThatThrownBy(() -> read("library: X\npackages: [x]\nmethod: []\n"))
        .isInstanceOf(LibraryDataException.class)
        .hasMessage("x.yaml:3:1: unknown key method; did you mean methods?");
    assertThatThrownBy(
            () ->
                read(
                    "library: X\npackages: [x]\nmethods:\n  - {on: x.Y, names: [a], access: reed}\n"))
        .hasMessage("x.yaml:4:35: unknown word reed; did you mean read?");
  }

  private static LibraryFile read(String yaml) throws IOException {
    return LibraryReader.read(
        "x.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void signaturesOfTheJdkComeFromTheRunningOne() {
    Library library = Library.shipped();
    assertThat(library.find("java.util.Map.Entry").orElseThrow().typeParameters())
        .containsExactly("K", "V");
    assertThat(library.find("java.util.Optional").orElseThrow().methods().get("get").get(0))
        .extracting(method -> method.returnType().name())
        .isEqualTo("T");
    assertThat(library.find("java.util.NoSuchType")).isEmpty();
    assertThat(library.find("com.example.Unknown")).isEmpty();
  }

  @Test
  void eachRoleStandsInOneFileOnly() throws IOException {
    Set<List<Object>> seen = new HashSet<>();
    List<List<Object>> twice = new ArrayList<>();
    for (LibraryFile file : LibraryFiles.shipped()) {
      for (AnnotationModel model : file.annotations()) {
        List<Object> key = List.of(model.role(), model.name(), model.as());
        if (!seen.add(key)) {
          twice.add(key);
        }
      }
      for (TypeRole role : file.typeRoles()) {
        List<Object> key = List.of(role.role(), role.type(), role.as());
        if (!seen.add(key)) {
          twice.add(key);
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void theBuildPacksAllThatTheFilesSay() throws IOException {
    RoleData written = RoleData.of(LibraryFiles.shipped());
    RoleData packed = CompiledRoles.shipped();
    assertThat(packed.annotations()).isEqualTo(written.annotations());
    assertThat(packed.typeRoles()).isEqualTo(written.typeRoles());
    assertThat(packed.names()).isEqualTo(written.names());
    assertThat(packed.types()).isEqualTo(written.types());
    for (String type : written.types()) {
      assertThat(packed.methods(type)).as(type).isEqualTo(written.methods(type));
    }
  }
}
