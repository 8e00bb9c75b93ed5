package shop.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.RequestEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.*;

record CreateUser(
    @NotBlank String name, // step: request-body-not-validated 1
    @Email String email,
    @Min(18) int age,
    String note) {}

record Note(String text) {}

/** A class-level mark makes Spring look at constraints on parameters, not inside of objects. */
@Validated
@RestController
@RequestMapping("/users")
class UserController {

  private Users users;

  @PostMapping
  // want: request-body-not-validated "CreateUser has constraints (name, email, age) but parameter body of UserController.create is not validated"
  // step: request-body-not-validated 2
  void create(@RequestBody CreateUser body) {
    users.create(body);
  }

  @PutMapping("/{id}")
  void replace(
      @PathVariable long id,
      @RequestBody CreateUser body) { // want: request-body-not-validated "parameter body of UserController.replace"
    users.replace(id, body);
  }

  @RequestMapping(path = "/any")
  void any(@RequestBody(required = false) Optional<CreateUser> body) {} // want: request-body-not-validated "parameter body of UserController.any"

  @PostMapping("/entity")
  void entity(RequestEntity<CreateUser> request) { // want: request-body-not-validated "parameter request of UserController.entity"
    users.create(request.getBody());
  }

  @PostMapping("/part")
  void part(@RequestPart("user") CreateUser user) {} // want: request-body-not-validated "parameter user"

  @PostMapping("/not-null")
  void notNull(@jakarta.validation.constraints.NotNull @RequestBody CreateUser body) {} // want: request-body-not-validated "parameter body of UserController.notNull"

  @PostMapping("/valid")
  void valid(@Valid @RequestBody CreateUser body) {
    users.create(body);
  }

  @PostMapping("/validated")
  void validated(@RequestBody @Validated CreateUser body) {
    users.create(body);
  }

  @PostMapping("/qualified")
  void qualified(@RequestBody @jakarta.validation.Valid CreateUser body) {}

  @PostMapping("/part2")
  void validPart(@RequestPart("user") @Valid CreateUser user) {}

  @PostMapping("/note")
  void unconstrained(@RequestBody Note note) {}

  @PostMapping("/map")
  void map(@RequestBody Map<String, Object> body) {}

  @PostMapping("/text")
  void text(@RequestBody String body, @RequestParam @Size(max = 3) String q) {}

  @GetMapping("/{id}")
  CreateUser get(@PathVariable long id) {
    return users.get(id);
  }

  /** No handler: nobody outside calls it. */
  void internal(CreateUser body) {}
}

/** No controller. */
class Users {
  void create(CreateUser body) {}

  void replace(long id, CreateUser body) {}

  @PostMapping
  void notReached(@RequestBody CreateUser body) {}
}
