package com.acme.orders.order;

import java.math.BigDecimal;
import java.util.List;

public record OrderPreview(BigDecimal total, List<String> unavailableSkus) {}
