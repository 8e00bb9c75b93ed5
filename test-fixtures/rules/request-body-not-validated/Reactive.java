import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.web.bind.annotation.*;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

record Event(@NotBlank String name) {}

@RestController
class EventController {

  private final Validator validator = null;

  @PostMapping("/events")
  Mono<Void> one(@RequestBody Mono<Event> event) { // want: request-body-not-validated "parameter event of EventController.one"
    return event.then();
  }

  @PostMapping("/events/many")
  Mono<Void> many(@RequestBody Flux<Event> events) { // want: request-body-not-validated "parameter events of EventController.many"
    return events.then();
  }

  @PostMapping("/events/list")
  void several(@RequestBody List<Event> events) {} // want: request-body-not-validated "parameter events of EventController.several"

  @PostMapping("/events/array")
  void array(@RequestBody Event[] events) {} // want: request-body-not-validated "parameter events of EventController.array"

  @PostMapping("/events/valid")
  Mono<Void> validOne(@Valid @RequestBody Mono<Event> event) {
    return event.then();
  }

  @PostMapping("/events/valid-many")
  Mono<Void> validMany(@RequestBody Flux<@Valid Event> events) {
    return events.then();
  }

  @PostMapping("/events/valid-list")
  void validList(@RequestBody List<@Valid Event> events) {}

  @PostMapping("/events/valid-list-2")
  void validList2(@RequestBody @Valid List<Event> events) {}

  @PostMapping("/events/by-hand")
  Mono<Void> byHand(@RequestBody Mono<Event> event) {
    return event.doOnNext(e -> validator.validate(e)).then();
  }

  @PostMapping("/events/by-reference")
  Flux<?> byReference(@RequestBody Flux<Event> events) {
    return events.map(validator::validate);
  }

  @PostMapping("/events/loop")
  void loop(@RequestBody List<Event> events) {
    for (Event event : events) {
      validator.validate(event);
    }
  }

  @PostMapping("/events/for-each")
  void forEach(@RequestBody List<Event> events) {
    events.forEach(event -> check(event));
  }

  private void check(Event event) {
    if (!validator.validate(event).isEmpty()) {
      throw new IllegalArgumentException();
    }
  }
}
