package app;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@Constraint(validatedBy = {CountryValidator.class, CityValidator.class})
@interface Known {
  String message() default "unknown";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}

class CountryValidator implements ConstraintValidator<Known, String> {
  @Override
  public boolean isValid(String value, ConstraintValidatorContext context) {
    context
        .buildConstraintViolationWithTemplate("unknown country " + value) // want: el-injection "as a message template with expressions"
        .addConstraintViolation();
    return false;
  }
}

class CityValidator implements ConstraintValidator<Known, String> {
  @Override
  public boolean isValid(String value, ConstraintValidatorContext context) {
    context
        .unwrap(HibernateConstraintValidatorContext.class)
        .addMessageParameter("city", value)
        .buildConstraintViolationWithTemplate("unknown city {city}")
        .addConstraintViolation();
    return false;
  }
}

record Address(@Known String country, @Known String city) {}

@RestController
class Addresses {
  @PostMapping("/addresses")
  void add(@Valid @RequestBody Address address) {}
}
