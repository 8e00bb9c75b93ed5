package com.acme.orders.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

@Entity
@Table(name = "order_line")
public class OrderLine {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private String sku;

  @Column(nullable = false)
  private int quantity;

  @Column(nullable = false)
  private BigDecimal price;

  protected OrderLine() {}

  public OrderLine(String sku, int quantity, BigDecimal price) {
    this.sku = sku;
    this.quantity = quantity;
    this.price = price;
  }

  public BigDecimal amount() {
    return price.multiply(BigDecimal.valueOf(quantity));
  }

  public String getSku() {
    return sku;
  }

  public int getQuantity() {
    return quantity;
  }
}
