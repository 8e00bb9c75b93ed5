package com.acme.orders.order;

import java.math.BigDecimal;
import java.time.Instant;

public record OrderView(
    Long id, String customerName, OrderStatus status, Instant placedAt, BigDecimal total) {}
