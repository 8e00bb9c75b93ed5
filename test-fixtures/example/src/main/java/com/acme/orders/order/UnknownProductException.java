package com.acme.orders.order;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
public class UnknownProductException extends RuntimeException {

  public UnknownProductException(String sku) {
    super("there is no product " + sku);
  }
}
