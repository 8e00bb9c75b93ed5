package dev.plumbline.analyzer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analyzer.source.SkippedFile.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReaderTest {

  private static final Charset GBK = Charset.forName("GBK");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  @TempDir Path folder;

  @Test
  void utf8IsTheRule() throws IOException {
    String text = "// größe 文件 \uD83D\uDE00 \uFFFD\r\nclass A {}";
    SourceText read = text("A.java", text.getBytes(StandardCharsets.UTF_8));
    assertThat(read.text()).isEqualTo(text);
    assertThat(read.decoding()).isEqualTo(new Decoding("UTF-8", false, false, -1));
    assertThat(read.decoding().notice()).isEmpty();
    assertThat(read.lines().lineCount()).isEqualTo(2);
  }

  @Test
  void anEmptyFileHasAText() throws IOException {
    assertThat(text("A.java", new byte[0]).text()).isEmpty();
  }

  @Test
  void theMarkOfUtf8IsNotText() throws IOException {
    SourceText read = text("A.java", "\uFEFFclass A {}".getBytes(StandardCharsets.UTF_8));
    assertThat(read.text()).isEqualTo("class A {}");
    assertThat(read.decoding()).isEqualTo(new Decoding("UTF-8", true, false, -1));
    SourceText inside = text("A.java", "a\uFEFFb".getBytes(StandardCharsets.UTF_8));
    assertThat(inside.text()).isEqualTo("a\uFEFFb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void wideCharsetsNeedTheirMark(String charset) throws IOException {
    byte[] bytes = "\uFEFFclass Größe {}".getBytes(Charset.forName(charset));
    SourceText read = text("A.java", bytes);
    assertThat(read.text()).isEqualTo("class Größe {}");
    assertThat(read.decoding().charset()).isEqualTo(charset);
    assertThat(read.decoding().byteOrderMark()).isTrue();
    assertThat(read.decoding().notice()).isEmpty();
    SkippedFile unmarked = skipped("A.java", "class".getBytes(Charset.forName(charset)));
    assertThat(unmarked.reason()).isEqualTo(Reason.BINARY);
  }

  @Test
  void brokenUtf16IsNotGuessedAt() throws IOException {
    SkippedFile odd = skipped("A.java", new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'});
    assertThat(odd.reason()).isEqualTo(Reason.NOT_DECODABLE);
    assertThat(odd.incomplete()).isTrue();
    assertThat(odd.detail()).isEqualTo("begins as UTF-16LE and goes on otherwise");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          // café au lait
          // Schlüssel für die Größe
          // « naïve » – “quoted” €
          // año, señor, niño, ¿qué?
          // ÀÉÎ
          // 20°C ±3
          """,
      delimiter = '|')
  void westernTextIsReadAsSuch(String text) throws IOException {
    SourceText read = text("A.java", text.getBytes(WINDOWS_1252));
    assertThat(read.text()).isEqualTo(text);
    assertThat(read.decoding().charset()).isEqualTo("windows-1252");
    assertThat(read.decoding().notice().orElseThrow())
        .startsWith("read as windows-1252 because byte ")
        .endsWith(" is not valid UTF-8");
  }

  @Test
  void theNoticeNamesTheByte() throws IOException {
    byte[] bytes = "gut: é".getBytes(WINDOWS_1252);
    assertThat(text("A.java", bytes).decoding().notice())
        .contains("read as windows-1252 because byte 5 is not valid UTF-8");
    byte[] mixed = ("é" + "\uFFFD").getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(mixed, mixed.length - 1);
    assertThat(text("A.java", cut).decoding().invalidAt()).isEqualTo(2);
  }

  @Test
  void aByteWithoutMeaningInWindows1252IsLatin1() throws IOException {
    SourceText read = text("A.java", new byte[] {'a', (byte) 0x81, 'b'});
    assertThat(read.text()).isEqualTo("a\u0081b");
    assertThat(read.decoding()).isEqualTo(new Decoding("ISO-8859-1", false, true, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// 用户",
        "/** 根据用户名查询用户信息，返回结果。 */\nclass A { String s = \"操作失败！\"; }",
        "// 2023年1月：修复了订单状态不正确的问题（见 #42）\n",
        "-- 表：用户；注释：主键\n"
      })
  void chineseTextIsReadAsSuch(String text) throws IOException {
    SourceText read = text("A.java", text.getBytes(GBK));
    assertThat(read.text()).isEqualTo(text);
    assertThat(read.decoding().charset()).isEqualTo("GB18030");
    assertThat(read.decoding().fallback()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"// Привет, мир: проверка имени пользователя", "// ошибка при чтении файла"})
  void cyrillicTextIsNotTakenForChinese(String text) throws IOException {
    SourceText read = text("A.java", text.getBytes(Charset.forName("windows-1251")));
    assertThat(read.decoding().charset()).isEqualTo("windows-1252");
  }

  @Test
  void aRuleOfDosLinesIsNotChinese() throws IOException {
    byte[] bytes = "// ----".getBytes(StandardCharsets.US_ASCII);
    Arrays.fill(bytes, 3, bytes.length, (byte) 0xC4);
    assertThat(text("A.java", bytes).decoding().charset()).isEqualTo("windows-1252");
  }

  @Test
  void propertiesAreLatin1BySpecification() throws IOException {
    SourceText read = text("a.properties", "größe=1".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(read.text()).isEqualTo("größe=1");
    assertThat(read.decoding()).isEqualTo(new Decoding("ISO-8859-1", false, false, 2));
    SourceText modern = text("a.properties", "größe=1".getBytes(StandardCharsets.UTF_8));
    assertThat(modern.text()).isEqualTo("größe=1");
  }

  @Test
  void anXmlDeclarationIsBelieved() throws IOException {
    String xml = "<?xml version=\"1.0\" encoding=\"GBK\"?>\n<a b=\"用\"/>";
    SourceText read = text("mapper.xml", xml.getBytes(GBK));
    assertThat(read.text()).isEqualTo(xml);
    assertThat(read.decoding().charset()).isEqualTo("GBK");
    assertThat(read.decoding().fallback()).isFalse();
    String strange = "<?xml version='1.0' encoding='no-such'?><a b='é'/>";
    assertThat(text("a.xml", strange.getBytes(WINDOWS_1252)).decoding().fallback()).isTrue();
    String lying = "<?xml version='1.0' encoding='UTF-8'?><a b='é'/>";
    assertThat(text("pom.xml", lying.getBytes(WINDOWS_1252)).decoding().charset())
        .isEqualTo("windows-1252");
  }

  @Test
  void aNulByteNearTheBeginningMeansBinary() throws IOException {
    SkippedFile binary = skipped("key.pem", new byte[] {'a', 0, 'b'});
    assertThat(binary)
        .isEqualTo(new SkippedFile("key.pem", Reason.BINARY, "is binary: byte 1 is NUL"));
    assertThat(binary.incomplete()).isFalse();
    assertThat(skipped("A.java", new byte[] {0}).incomplete()).isTrue();
    ByteArrayOutputStream late = new ByteArrayOutputStream();
    late.write("x".repeat(8_000).getBytes(StandardCharsets.US_ASCII));
    late.write(0);
    assertThat(text("A.java", late.toByteArray()).text()).hasSize(8_001);
  }

  @Test
  void aHugeFileIsNotOpened() throws IOException {
    Path path = folder.resolve("Huge.java");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(50L << 20);
    }
    SkippedFile skipped = (SkippedFile) new SourceReader().read(file("Huge.java", path));
    assertThat(skipped.reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(skipped.detail()).isEqualTo("52428800 bytes, over the limit of 4194304");
    assertThat(skipped.incomplete()).isTrue();
  }

  @Test
  void theLimitIsInclusive() throws IOException {
    SourceReader reader = new SourceReader(new SizeLimits(3, 2));
    assertThat(reader.read(write("A.java", new byte[] {'a', 'b', 'c'})))
        .isInstanceOf(SourceText.class);
    assertThat(reader.read(write("a.sql", new byte[] {'a', 'b', 'c'})))
        .isInstanceOf(SkippedFile.class);
  }

  @Test
  void aVanishedFileIsReported() throws IOException {
    SourceFile file = write("A.java", new byte[] {'a'});
    Files.delete(file.location());
    SkippedFile skipped = (SkippedFile) new SourceReader().read(file);
    assertThat(skipped.reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(skipped.detail()).isEqualTo("cannot be read: it vanished during the scan");
    assertThat(skipped.incomplete()).isTrue();
    Files.createDirectory(file.location());
    SkippedFile directory = (SkippedFile) new SourceReader().read(file);
    assertThat(directory.detail()).isEqualTo("cannot be read: it is no longer a regular file");
  }

  @Test
  void aFileReplacedByALinkIsNotFollowed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    Path link = Files.createSymbolicLink(folder.resolve("A.java"), secret);
    SkippedFile skipped = (SkippedFile) new SourceReader().read(file("A.java", link));
    assertThat(skipped.reason()).isEqualTo(Reason.UNREADABLE);
  }

  @Test
  void aFileThatGrowsIsReported() {
    Path grows = Path.of("/proc/self/status"); // says that it has no bytes, and has
    Assumptions.assumeTrue(Files.isRegularFile(grows), "SKIPPED: needs /proc");
    SkippedFile skipped = (SkippedFile) new SourceReader().read(file("A.java", grows));
    assertThat(skipped.detail()).isEqualTo("cannot be read: it changed while it was read");
  }

  @Test
  void refusesALimitThatNoArrayHolds() {
    assertThatThrownBy(() -> new SizeLimits(1L << 31, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SizeLimits(1, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  private SourceText text(String name, byte[] bytes) throws IOException {
    ReadOutcome outcome = new SourceReader().read(write(name, bytes));
    assertThat(outcome).isInstanceOf(SourceText.class);
    return (SourceText) outcome;
  }

  private SkippedFile skipped(String name, byte[] bytes) throws IOException {
    ReadOutcome outcome = new SourceReader().read(write(name, bytes));
    assertThat(outcome).isInstanceOf(SkippedFile.class);
    return (SkippedFile) outcome;
  }

  private SourceFile write(String name, byte[] bytes) throws IOException {
    return file(name, Files.write(folder.resolve(name), bytes));
  }

  private static SourceFile file(String name, Path location) {
    Optional<SourceKind> kind = SourceKind.of(name);
    return new SourceFile(name, location, kind.orElseThrow(), SourceRole.MAIN, "", 0);
  }
}
