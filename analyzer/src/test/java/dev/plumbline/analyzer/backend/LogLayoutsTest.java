package dev.plumbline.analyzer.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.frontend.LoggingXmlReader;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.Linker;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLayoutsTest {

  private static final Map<String, String> NO_WORDS = Map.of();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%d %-5level %logger{36} - %replace(%msg){'[\\r\\n]+', '_'}%n",
        "%d [%t] %replace(%logger - %m){'\\n',' '}%n",
        "%d %crlf(%m)%n",
        "%d %p %enc{%m}{CRLF}%n",
        "%d %p %encode{%message}{JSON}%n",
        "%highlight{%d %p %replace{%m}{[\\r\\n]}{}}%n",
        "%clr(%d) %clr(%crlf(%m)){red}%n",
        "%d %X{requestId} %method %marker %mdc%n",
      })
  void patternsThatTakeLineBreaksOutOfTheMessage(String pattern) {
    assertThat(LogPattern.keepsLineBreaks(pattern, NO_WORDS)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%m%n",
        "%d %-5level %logger{36} - %msg%n",
        "%d %message %ex%n",
        "%replace(%logger){'[\\r\\n]', '_'} %m%n",
        "%replace(%msg){'password=\\w+', '***'}%n",
        "%enc{%m}{XML}%n",
        "%highlight(%msg)%n",
        "%-30.40m{nolookups}%n",
      })
  void patternsThatKeepThem(String pattern) {
    assertThat(LogPattern.keepsLineBreaks(pattern, NO_WORDS)).isTrue();
  }

  @Test
  void wordsOfTheTeamCountByTheirClass() {
    assertThat(LogPattern.keepsLineBreaks("%m%n", Map.of("m", "app.CrlfMessageConverter")))
        .isFalse();
    assertThat(LogPattern.keepsLineBreaks("%m%n", Map.of("m", "app.MaskingConverter"))).isTrue();
  }

  @Test
  void jsonEncodersOfLogback() throws Exception {
    assertThat(
            encodes(
                "logback.xml",
                """
                <configuration>
                  <appender name="JSON" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder class="net.logstash.logback.encoder.LogstashEncoder"/>
                  </appender>
                  <appender name="ASYNC" class="ch.qos.logback.classic.AsyncAppender">
                    <appender-ref ref="JSON"/>
                  </appender>
                  <root level="info"><appender-ref ref="ASYNC"/></root>
                </configuration>
                """))
        .isTrue();
  }

  @Test
  void oneOutputInPlainTextIsEnough() throws Exception {
    String both =
        """
        <configuration>
          <appender name="JSON" class="ch.qos.logback.core.ConsoleAppender">
            <encoder class="net.logstash.logback.encoder.LogstashEncoder"/>
          </appender>
          <appender name="TEXT" class="ch.qos.logback.core.FileAppender">
            <encoder><pattern>%d %msg%n</pattern></encoder>
          </appender>
          <springProfile name="PROFILE">
            <root level="info"><appender-ref ref="TEXT"/></root>
          </springProfile>
          <root level="info"><appender-ref ref="JSON"/></root>
        </configuration>
        """;
    assertThat(encodes("logback-spring.xml", both.replace("PROFILE", "staging"))).isFalse();
    assertThat(encodes("logback-spring.xml", both.replace("PROFILE", "dev | local"))).isTrue();
  }

  @Test
  void patternsInProperties() throws Exception {
    String text =
        """
        <!DOCTYPE configuration>
        <configuration>
          <conversionRule conversionWord="clean" converterClass="app.CRLFLogConverter"/>
          <property name="CONSOLE_LOG_PATTERN" value="${CONSOLE_LOG_PATTERN:-%d WORD%n}"/>
          <include resource="org/springframework/boot/logging/logback/defaults.xml"/>
          <include resource="org/springframework/boot/logging/logback/console-appender.xml"/>
          <root level="INFO"><appender-ref ref="CONSOLE"/></root>
        </configuration>
        """;
    assertThat(encodes("logback-spring.xml", text.replace("WORD", "%clean(%m)"))).isTrue();
    assertThat(encodes("logback-spring.xml", text.replace("WORD", "%m"))).isFalse();
  }

  @Test
  void log4j() throws Exception {
    String text =
        """
        <Configuration>
          <Properties><Property name="line">%d %p WORD%n</Property></Properties>
          <Appenders>
            <Console name="Console"><PatternLayout pattern="${line}"/></Console>
            <RollingFile name="File" filePattern="a-%d.log">
              <JsonTemplateLayout eventTemplateUri="classpath:EcsLayout.json"/>
            </RollingFile>
          </Appenders>
          <Loggers>
            <Root level="info"><AppenderRef ref="Console"/><AppenderRef ref="File"/></Root>
          </Loggers>
        </Configuration>
        """;
    assertThat(encodes("log4j2.xml", text.replace("WORD", "%enc{%m}{CRLF}"))).isTrue();
    assertThat(encodes("log4j2.xml", text.replace("WORD", "%m"))).isFalse();
  }

  @Test
  void withoutConfigurationNothingIsEncoded() throws Exception {
    assertThat(layouts(List.of()).encodeLineBreaks("")).isFalse();
  }

  private static boolean encodes(String name, String text) throws Exception {
    String path = "src/main/resources/" + name;
    assertThat(LoggingXmlReader.reads(name)).isTrue();
    SourceFile file =
        new SourceFile(path, Path.of(path), SourceKind.XML, SourceRole.MAIN, "", text.length());
    return layouts(List.of(new LogLayouts.Source(file, new LoggingXmlReader().read(path, text))))
        .encodeLineBreaks("");
  }

  private static LogLayouts layouts(List<LogLayouts.Source> sources) {
    Library library = Library.shipped();
    return new Backend(Linker.link(List.of(), library), library, List.of(), List.of(), sources)
        .logLayouts();
  }
}
