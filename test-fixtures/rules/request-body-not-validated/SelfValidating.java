import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

abstract class Self<T> {
  private Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

  protected void validateSelf() {
    validator.validate((T) this);
  }
}

class Command extends Self<Command> {
  @NotNull private final String name;

  Command(String name) {
    this.name = name;
    this.validateSelf();
  }
}

class PlainCommand {
  @NotNull private final String name;

  PlainCommand(String name) {
    this.name = name;
  }
}

@RestController
class CommandController {

  @PostMapping("/commands")
  void run(@RequestBody Command command) {}

  @PostMapping("/plain")
  void plain(@RequestBody PlainCommand command) {} // want: request-body-not-validated "PlainCommand has constraints (name)"
}
