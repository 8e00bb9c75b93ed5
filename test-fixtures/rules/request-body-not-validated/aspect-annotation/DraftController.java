package app.drafts;

import jakarta.validation.constraints.NotBlank;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Another annotation of the same name, which no aspect knows. */
@interface Checked {}

record Draft(@NotBlank String name) {}

@RestController
class DraftController {
  @Checked
  @PostMapping("/drafts")
  void create(@RequestBody Draft draft) {} // want: request-body-not-validated "Draft has constraints (name)"
}
