package app.admin;

import app.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Not in a package that the validating aspect covers. */
@Controller
class AdminController {
  @PostMapping("/admin/orders")
  void create(@RequestBody Order order) {} // want: request-body-not-validated "parameter order of AdminController.create"
}
