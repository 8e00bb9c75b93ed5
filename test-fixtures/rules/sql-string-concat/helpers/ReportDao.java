package app.dao;

import app.Tables;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

abstract class BaseDao {
  protected final JdbcTemplate jdbc;

  BaseDao(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  abstract String table();

  List<Map<String, Object>> all() {
    return jdbc.queryForList("select * from " + table() + " where " + key() + " > 0");
  }

  protected String key() {
    return "id";
  }

  protected List<Map<String, Object>> run(String sql) {
    return jdbc.queryForList(sql);
  }
}

class ReportDao extends BaseDao {
  ReportDao(JdbcTemplate jdbc) {
    super(jdbc);
  }

  @Override
  String table() {
    return Tables.REPORTS;
  }

  private String byOwner(String owner) {
    return "select * from " + Tables.REPORTS + " where owner = '" + owner + "'";
  }

  List<Map<String, Object>> ofOwner(String owner) {
    return jdbc.queryForList(byOwner(owner)); // want: sql-string-concat "parameter owner"
  }

  List<Map<String, Object>> constantPart() {
    return jdbc.queryForList("select * from " + Tables.REPORTS + orderBy("created"));
  }

  private String orderBy(String column) {
    return " order by " + column;
  }

  List<Map<String, Object>> throughParameter() {
    return select("reports");
  }

  private List<Map<String, Object>> select(String table) {
    return jdbc.queryForList("select * from " + table);
  }

  private final Columns columns = new Columns("id");

  List<Map<String, Object>> schemaOfAnother() {
    return jdbc.queryForList("select " + columns.schema() + " from reports");
  }

  static final class Columns {
    private final String schema;

    Columns(String key) {
      StringBuilder text = new StringBuilder(200);
      text.append("r.id as id, ");
      text.append("r.created as created");
      this.schema = text.toString();
    }

    String schema() {
      return schema;
    }
  }

  List<Map<String, Object>> status(Status status) {
    return jdbc.queryForList("select * from reports where status = '" + status.code() + "'");
  }
}
