package com.acme.orders.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;

public record PlaceOrderRequest(@NotNull Long customerId, @NotEmpty @Valid List<Line> lines) {

  public record Line(@NotBlank String sku, @Min(1) int quantity) {}
}
