package app;

import jakarta.validation.Validator;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;

@Aspect
class ValidationAspect {

  private Validator validator;

  @Around("execution(* app.web..*.*(..)) && @within(org.springframework.web.bind.annotation.RestController)")
  Object validate(ProceedingJoinPoint call) throws Throwable {
    for (Object argument : call.getArgs()) {
      validator.validate(argument);
    }
    return call.proceed();
  }
}
