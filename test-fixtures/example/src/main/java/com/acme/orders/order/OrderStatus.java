package com.acme.orders.order;

public enum OrderStatus {
  PLACED,
  PAID,
  SHIPPED,
  CANCELLED
}
