package api;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

@RequestMapping("/users")
public interface UserApi {

  @PostMapping
  void create(@Valid @RequestBody User user);

  @PutMapping
  void replace(@RequestBody User user);

  @PostMapping("/default")
  default void byDefault(@RequestBody User user) {} // want: request-body-not-validated "parameter user of UserApi.byDefault"
}
