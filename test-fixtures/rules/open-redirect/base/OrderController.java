package app;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class OrderController extends BaseController {
  @GetMapping("/back")
  String back(@RequestParam String next) {
    return redirectTo(next); // want: open-redirect "parameter next is returned by"
  }

  @GetMapping("/home")
  String home(@RequestParam String tab) {
    return redirectHome(tab);
  }

  @GetMapping("/orders")
  String orders() {
    return redirectTo("/orders");
  }
}
