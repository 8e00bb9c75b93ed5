import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import lombok.Data;
import lombok.NonNull;
import org.hibernate.validator.constraints.Length;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@interface Iban {
  String message() default "";

  @interface List {
    Iban[] value();
  }
}

@Constraint(validatedBy = {})
@interface PasswordsMatch {}

/** Looks like a constraint, and is none. */
@interface Checked {}

@Validated
@interface Validatable {}

@interface ValidPayload {}

@Data
class Transfer {
  @Iban private String to;
  @Length(max = 140) private String subject;
}

@PasswordsMatch
class NewPassword {
  private String first;
  private String second;
}

class Repeated {
  @Iban.List({@Iban, @Iban}) private String account;
}

class Unconstrained {
  @Checked @NonNull private String value;
}

interface Step {}

class Grouped {
  @jakarta.validation.constraints.NotNull(groups = Step.class) private String first;
}

@RestController
class TransferController {

  @PostMapping("/transfers")
  void transfer(@RequestBody Transfer transfer) {} // want: request-body-not-validated "Transfer has constraints (to, subject)"

  @PostMapping("/passwords")
  void password(@RequestBody NewPassword password) {} // want: request-body-not-validated "NewPassword has constraints (NewPassword)"

  @PostMapping("/repeated")
  void repeated(@RequestBody Repeated repeated) {} // want: request-body-not-validated "Repeated has constraints (account)"

  @PostMapping("/grouped")
  void grouped(@RequestBody Grouped grouped) {} // want: request-body-not-validated "Grouped has constraints (first)"

  @PostMapping("/unconstrained")
  void unconstrained(@RequestBody Unconstrained value) {}

  /** Spring validates what is annotated with its Validated, directly or not. */
  @PostMapping("/meta")
  void meta(@Validatable @RequestBody Transfer transfer) {}

  /** Spring goes by the beginning of the name. */
  @PostMapping("/name")
  void byName(@ValidPayload @RequestBody Transfer transfer) {}

  @PostMapping("/group")
  void group(@Validated(Step.class) @RequestBody Grouped grouped) {}

  @PostMapping("/valid")
  void valid(@Valid @RequestBody NewPassword password) {}
}
