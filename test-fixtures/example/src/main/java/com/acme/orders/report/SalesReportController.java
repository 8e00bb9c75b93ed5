package com.acme.orders.report;

import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/reports/sales")
public class SalesReportController {

  private final SalesReportDao reports;

  public SalesReportController(SalesReportDao reports) {
    this.reports = reports;
  }

  @GetMapping
  public List<SalesReport> since(@RequestParam LocalDate day) {
    return reports.since(day);
  }

  @GetMapping("/search")
  public List<SalesReport> search(
      @RequestParam String sku, @RequestParam(defaultValue = "day") String sort) {
    return reports.search(sku, sort);
  }
}
