import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

record Tenant(@NotNull String id) {}

record Plan(@NotNull String id) {}

@RestController
class TenantController {
  /** The tenant is what the project's own resolver says. */
  @PostMapping("/plans")
  void choose(Tenant tenant, Plan plan) {} // want: request-body-not-validated "Plan has constraints (id)"
}
