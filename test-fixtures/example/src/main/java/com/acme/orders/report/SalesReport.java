package com.acme.orders.report;

import java.math.BigDecimal;
import java.time.LocalDate;

public record SalesReport(LocalDate day, String sku, BigDecimal revenue) {}
