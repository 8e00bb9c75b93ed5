package app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Orders {
  private static final Logger log = LoggerFactory.getLogger(Orders.class);

  record Order(String name, int count) {}

  @PostMapping("/orders")
  void order(@RequestBody Order order) {
    log.info("order of {} {}", order.count(), Clean.line(order.name()));
  }

  @PostMapping("/orders/short")
  void shortened(@RequestBody Order order) {
    log.info("order of {}", Clean.shorten(order.name())); // want: log-injection "Logger.info"
  }

  @KafkaListener(topics = "orders")
  void message(String text) {
    log.info("message {}", text); // want: log-injection "Logger.info"
  }
}
