package app.web;

import app.Order;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {
  @PostMapping("/orders")
  void create(@RequestBody Order order) {}
}
