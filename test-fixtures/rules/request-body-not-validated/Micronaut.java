import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.validation.Validated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;

record Pet(@NotBlank String name) {}

record Filter(@NotBlank String name) {}

@Validated
@Controller("/pets")
class PetController {

  @Post
  void save(@Body Pet pet) {} // want: request-body-not-validated "parameter pet of PetController.save"

  @Get("/{?filter*}")
  void find(@RequestBean Filter filter) {} // want: request-body-not-validated "parameter filter of PetController.find"

  @Post("/valid")
  void valid(@Valid @Body Pet pet) {}

  /** Bound by name: a part of the body, of the query or of the path. */
  @Post("/named")
  void named(Pet pet, Principal principal) {}
}
