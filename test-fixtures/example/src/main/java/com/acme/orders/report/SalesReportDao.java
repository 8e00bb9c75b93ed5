package com.acme.orders.report;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

@Repository
public class SalesReportDao {

  private static final String TABLE = "daily_sales";

  private static final String SINCE =
      "select day, sku, revenue from " + TABLE + " where day >= ? order by day";

  private static final RowMapper<SalesReport> ROW =
      (row, number) ->
          new SalesReport(
              row.getDate("day").toLocalDate(),
              row.getString("sku"),
              row.getBigDecimal("revenue"));

  private final JdbcTemplate reportingJdbc;

  public SalesReportDao(JdbcTemplate reportingJdbc) {
    this.reportingJdbc = reportingJdbc;
  }

  public List<SalesReport> since(LocalDate day) {
    return reportingJdbc.query(SINCE, ROW, Date.valueOf(day));
  }

  public List<SalesReport> ofProducts(List<String> skus) {
    String marks = String.join(",", Collections.nCopies(skus.size(), "?"));
    return reportingJdbc.query(
        "select day, sku, revenue from daily_sales where sku in (" + marks + ")",
        ROW,
        skus.toArray());
  }

  public List<SalesReport> search(String sku, String sortColumn) {
    String sql =
        "select day, sku, revenue from daily_sales where sku like '%"
            + sku
            + "%' order by "
            + sortColumn;
    return reportingJdbc.query(sql, ROW); // want: sql-injection "parameter sku"
  }

  public int purge(int keepDays) {
    return reportingJdbc.update(
        "delete from daily_sales where day < current_date - " + keepDays);
  }
}
