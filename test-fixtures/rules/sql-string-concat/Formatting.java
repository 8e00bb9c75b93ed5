import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.MessageFormat;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;

class Formatting {
  private static final String TABLE = "orders";
  private static final String BY_DAY = "SELECT * FROM %s WHERE day = '%s'";

  ResultSet format(Statement statement, String day) throws SQLException {
    return statement.executeQuery(String.format(BY_DAY, TABLE, day)); // want: sql-string-concat "parameter day"
  }

  ResultSet formatted(Statement statement, String day) throws SQLException {
    return statement.executeQuery("SELECT * FROM orders WHERE day = '%s'".formatted(day)); // want: sql-string-concat "parameter day"
  }

  ResultSet textBlock(Statement statement, String day) throws SQLException {
    String sql =
        """
        SELECT *
        FROM orders
        WHERE day = '%s'
        """
            .formatted(day);
    return statement.executeQuery(sql); // want: sql-string-concat "parameter day"
  }

  ResultSet message(Statement statement, String day) throws SQLException {
    return statement.executeQuery(MessageFormat.format("SELECT * FROM {0} WHERE day = {1}", TABLE, day)); // want: sql-string-concat "parameter day"
  }

  ResultSet constantFormat(Statement statement) throws SQLException {
    return statement.executeQuery(String.format("SELECT * FROM %s", TABLE));
  }

  ResultSet constantMessage(Statement statement) throws SQLException {
    return statement.executeQuery(MessageFormat.format("SELECT * FROM {0}", TABLE));
  }

  ResultSet numberSpecifier(Statement statement, Object limit) throws SQLException {
    return statement.executeQuery(String.format("SELECT * FROM orders LIMIT %d", limit));
  }

  ResultSet locale(Statement statement, int limit) throws SQLException {
    return statement.executeQuery(String.format(Locale.ROOT, "SELECT * FROM orders LIMIT %s", limit));
  }

  ResultSet date(Statement statement, Date day) throws SQLException {
    String text = new SimpleDateFormat("yyyy-MM-dd").format(day);
    return statement.executeQuery("SELECT * FROM orders WHERE day = '" + text + "'");
  }
}
