import jakarta.validation.Validator;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

@ControllerAdvice
class ValidatingAdvice extends RequestBodyAdviceAdapter {
  private Validator validator;

  public Object afterBodyRead(Object body) {
    validator.validate(body);
    return body;
  }
}
