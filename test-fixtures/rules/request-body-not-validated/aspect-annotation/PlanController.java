package app.web;

import app.checks.Checked;
import jakarta.validation.constraints.NotBlank;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

record Plan(@NotBlank String name) {}

@RestController
class PlanController {
  @Checked
  @PostMapping("/plans")
  void create(@RequestBody Plan plan) {}
}
