import jakarta.persistence.*;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.*;

record Rename(@NotNull String id, @Size(max = 50) String name) {}

record Move(@NotNull String id) {}

record Whole(@Size(max = 9) String name) {}

@Entity
class Team {
  @NotNull @Size(max = 50) private String name;
}

@RestController
class TeamController {

  @PatchMapping("/teams/{id}/name")
  void rename(@RequestBody Rename rename) {} // want: request-body-not-validated "Rename has constraints (name)"

  /** What a partial update leaves out must not be asked for. */
  @PatchMapping("/teams/{id}/place")
  void move(@RequestBody Move move) {}

  /** Its constraints run when it is written, and a part of them would fail here. */
  @PatchMapping("/teams/{id}")
  void patch(@NotNull @RequestBody Team team) {}

  @PostMapping("/teams")
  void create(@RequestBody Team team) {} // want: request-body-not-validated "Team has constraints (name)"

  @PatchMapping("/wholes/{id}")
  void patchWhole(@RequestBody Whole whole) {}

  @PutMapping("/wholes/{id}")
  void putWhole(@Valid @RequestBody Whole whole) {}
}
