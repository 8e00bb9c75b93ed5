package com.acme.orders.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PurchaseOrderTest {

  @Test
  void theTotalIsTheSumOfTheLines() {
    PurchaseOrder order = new PurchaseOrder(7L);
    order.add(new OrderLine("book", 2, new BigDecimal("12.50")));
    order.add(new OrderLine("pen", 1, new BigDecimal("1.20")));
    assertEquals(new BigDecimal("26.20"), order.total());
  }
}
