package web;

import javax.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

public abstract class CrudController<T, K> {

  @PostMapping
  public T create(@RequestBody T body) { // want: request-body-not-validated "Book has constraints (title) but parameter body of CrudController.create"
    return body;
  }

  @PutMapping
  public T update(@Valid @RequestBody T body) {
    return body;
  }

  @PostMapping("/extra")
  public abstract T extra(@RequestBody T body);
}
