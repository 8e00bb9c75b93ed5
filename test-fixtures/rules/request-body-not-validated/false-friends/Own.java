package app;

import jakarta.validation.constraints.NotBlank;

/** The project's own annotations with the names of Spring's. */
@interface RestController {}

@interface RequestBody {}

@interface PostMapping {
  String value();
}

class Plan {
  @NotBlank String name;
}

@RestController
class PlanController {
  @PostMapping("/plans")
  String create(@RequestBody Plan plan) {
    return plan.name;
  }
}
