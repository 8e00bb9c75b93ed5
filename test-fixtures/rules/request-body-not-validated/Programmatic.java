import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import org.springframework.beans.BeanUtils;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.DataBinder;
import org.springframework.validation.Errors;
import org.springframework.validation.SmartValidator;
import org.springframework.validation.ValidationUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

record Item(@NotBlank String name) {}

class ItemEntity {
  String name;
}

class Checks {
  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  static <T> T validated(T value) {
    return throwIfBroken(value, "broken");
  }

  private static <T> T throwIfBroken(T value, String message) {
    if (!VALIDATOR.validate(value).isEmpty()) {
      throw new IllegalArgumentException(message);
    }
    return value;
  }

  /** Named like a check, and looks at something else. */
  static void checkName(Item item) {
    if (item.name().length() > 3) {
      throw new IllegalArgumentException();
    }
  }
}

class ItemValidator implements org.springframework.validation.Validator {
  public boolean supports(Class<?> type) {
    return true;
  }

  public void validate(Object target, Errors errors) {}
}

interface ItemService {
  void create(Item item);
}

class DefaultItemService implements ItemService {
  private Validator validator;

  @Override
  public void create(Item item) {
    transactional(() -> store(item));
  }

  private void store(Item item) {
    ItemEntity entity = new ItemEntity();
    BeanUtils.copyProperties(item, entity);
    validator.validate(entity);
  }

  private void transactional(Runnable work) {
    work.run();
  }
}

@RestController
class ItemController {

  private Validator validator;
  private SmartValidator smart;
  private ItemValidator own;
  private ItemService service;
  private Audit audit;

  @PostMapping("/1")
  void direct(@RequestBody Item item) {
    validator.validate(item);
  }

  @PostMapping("/2")
  void smart(@RequestBody Item item) {
    smart.validate(item, new BeanPropertyBindingResult(item, "item"));
  }

  @PostMapping("/3")
  void utility(@RequestBody Item item, Errors errors) {
    ValidationUtils.invokeValidator(own, item, errors);
  }

  @PostMapping("/4")
  void binder(@RequestBody Item item) {
    DataBinder binder = new DataBinder(item);
    binder.validate();
  }

  @PostMapping("/5")
  void helper(@RequestBody Item item) {
    Checks.validated(item);
  }

  @PostMapping("/6")
  void service(@RequestBody Item item) {
    service.create(item);
  }

  @PostMapping("/7")
  void ownValidator(@RequestBody Item item, Errors errors) {
    own.validate(item, errors);
  }

  @PostMapping("/8")
  void library(@RequestBody Item item) {
    com.acme.Validations.validateBean(item);
  }

  @PostMapping("/9")
  void otherValue(@RequestBody Item item) { // want: request-body-not-validated "parameter item of ItemController.otherValue"
    validator.validate(this);
  }

  @PostMapping("/10")
  void handOn(@RequestBody Item item) { // want: request-body-not-validated "parameter item of ItemController.handOn"
    audit.write(item);
  }

  @PostMapping("/11")
  void checkedByHand(@RequestBody Item item) { // want: request-body-not-validated "parameter item of ItemController.checkedByHand"
    Checks.checkName(item);
  }
}

class Audit {
  void write(Item item) {}
}
