package dev.plumbline.analyzer.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LibraryDataTest {

  @Test
  void theIndexNamesEveryFileAndNoOther() throws IOException, URISyntaxException {
    Path folder =
        Path.of(LibraryDataTest.class.getResource("/library/index.txt").toURI()).getParent();
    Set<String> files = new TreeSet<>();
    try (Stream<Path> list = Files.list(folder)) {
      list.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .forEach(files::add);
    }
    assertThat(new TreeSet<>(LibraryIndex.shipped().packagesByFile().keySet())).isEqualTo(files);
  }

  @Test
  void theIndexHasThePackagesThatTheFilesHave() {
    LibraryIndex index = LibraryIndex.shipped();
    List<String> names = List.copyOf(index.packagesByFile().keySet());
    List<LibraryFile> files = index.all();
    for (int i = 0; i < names.size(); i++) {
      assertThat(new TreeSet<>(index.packagesByFile().get(names.get(i))))
          .as(names.get(i))
          .isEqualTo(new TreeSet<>(files.get(i).packages()));
    }
  }

  @Test
  void onlyWhatIsImportedIsRead() {
    assertThat(LibraryIndex.shipped().select(Set.of("java.sql.Connection")))
        .extracting(LibraryFile::library)
        .containsExactly("JDBC");
    assertThat(LibraryIndex.shipped().select(Set.of("java.sqlite.Connection"))).isEmpty();
  }

  @Test
  void bothNamespacesOfJakartaAreKnown() {
    Library library = Library.all();
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
    Library library = Library.forImports(Set.of());
    assertThat(library.find("java.util.Map.Entry").orElseThrow().typeParameters())
        .containsExactly("K", "V");
    assertThat(library.find("java.util.Optional").orElseThrow().methods().get("get").get(0))
        .extracting(method -> method.returnType().name())
        .isEqualTo("T");
    assertThat(library.find("java.util.NoSuchType")).isEmpty();
    assertThat(library.find("com.example.Unknown")).isEmpty();
  }
}
