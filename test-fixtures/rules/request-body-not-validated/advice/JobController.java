import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

record Job(@NotNull String id) {}

@RestController
class JobController {
  @PostMapping("/jobs")
  void create(@RequestBody Job job) {}
}
