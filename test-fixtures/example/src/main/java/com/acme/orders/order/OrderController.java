package com.acme.orders.order;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
public class OrderController {

  private static final int PAGE_SIZE = 50;

  private final OrderService service;

  public OrderController(OrderService service) {
    this.service = service;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  public Long place(@Valid @RequestBody PlaceOrderRequest request) {
    return service.place(request);
  }

  @PostMapping("/preview")
  // want: request-body-not-validated "PlaceOrderRequest"
  public OrderPreview preview(@RequestBody PlaceOrderRequest request) {
    return service.preview(request);
  }

  @PostMapping("/{id}/note")
  public void note(@PathVariable Long id, @RequestBody String text) {
    service.note(id, text);
  }

  @GetMapping
  public List<OrderView> ofCustomer(
      @RequestParam Long customerId, @RequestParam(defaultValue = "0") int page) {
    return service.ofCustomer(customerId, PageRequest.of(page, PAGE_SIZE));
  }
}
