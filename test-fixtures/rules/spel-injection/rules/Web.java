package app.rules;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
class Web {
  private final Engine engine = new Engine();

  @RequestMapping("/evaluate")
  Mono<Object> evaluate(ServerWebExchange exchange) {
    return exchange
        .getFormData()
        .map(form -> form.getFirst("rule"))
        .map(rule -> engine.evaluate(rule));
  }

  @RequestMapping("/known")
  Mono<Object> known(ServerWebExchange exchange) {
    return Mono.just(engine.evaluateKnown(Names.DISCOUNT));
  }
}
