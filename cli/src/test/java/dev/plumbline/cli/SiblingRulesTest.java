package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two rules on one mistake have one finding. */
class SiblingRulesTest {

  @TempDir Path folder;

  @Test
  void aQueryWithATextFromARequestIsReportedOnce() throws IOException {
    Path code = Files.createDirectories(folder.resolve("src/main/java"));
    Files.writeString(
        code.resolve("Users.java"),
        """
        import java.sql.*;
        import jakarta.servlet.http.HttpServletRequest;

        class Users {
          void known(Statement s, HttpServletRequest request) throws SQLException {
            s.executeQuery("select * from users where name = '" + request.getParameter("n") + "'");
          }

          public void unknown(Statement s, String name) throws SQLException {
            s.executeUpdate("delete from users where name = '" + name + "'");
          }
        }
        """);
    String out = scan("--rule", "sql-injection,sql-string-concat");
    assertThat(out).contains("reaches Statement.executeQuery");
    assertThat(out).doesNotContain("SQL text of Statement.executeQuery");
    assertThat(out).contains("SQL text of Statement.executeUpdate");
    assertThat(scan("--rule", "sql-string-concat")).contains("SQL text of Statement.executeQuery");
  }

  private String scan(String option, String value) {
    return CommandRun.with(RuleCatalog.all(), Map.of(), "scan", folder, option, value).out();
  }
}
