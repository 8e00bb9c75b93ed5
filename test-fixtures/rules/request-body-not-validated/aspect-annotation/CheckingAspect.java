package app.checks;

import jakarta.validation.Validator;
import org.aspectj.lang.JoinPoint;
import org.aspectj.lang.annotation.*;

@Aspect
class CheckingAspect {
  private Validator validator;

  @Before("@annotation(checked)")
  void check(JoinPoint call, Checked checked) {
    for (Object argument : call.getArgs()) {
      validator.validate(argument);
    }
  }
}
