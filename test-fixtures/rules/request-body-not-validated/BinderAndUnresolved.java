import jakarta.validation.constraints.NotBlank;
import org.springframework.validation.Validator;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

record Message(@NotBlank String text) {}

/** The binder's validators run for annotated parameters only. */
@RestController
class MessageController {

  private Validator validator;

  @InitBinder
  void init(WebDataBinder binder) {
    binder.setValidator(validator);
    binder.addValidators(validator);
  }

  @PostMapping("/messages")
  void send(@RequestBody Message message) {} // want: request-body-not-validated "parameter message of MessageController.send"

  @PostMapping("/valid")
  void valid(@RequestBody @jakarta.validation.Valid Message message) {}

  /** A type that is not here may be validated by whatever it is. */
  @PostMapping("/foreign")
  void foreign(@RequestBody com.acme.api.Payload payload) {}

  @PostMapping("/unknown")
  void unknown(@RequestBody Unknown payload) {}

  @PostMapping("/form")
  void unknownForm(Unknown payload) {}
}
