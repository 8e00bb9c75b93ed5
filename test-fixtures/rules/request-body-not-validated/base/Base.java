package app.base;

import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

public abstract class Base<T> {
  @PostMapping
  public ResponseEntity<T> create(@RequestBody T body) { // want: request-body-not-validated "Plan has constraints (name) but parameter body of Base.create"
    return ResponseEntity.ok(body);
  }

  @PutMapping
  public ResponseEntity<T> replace(@Valid @RequestBody T body) {
    return ResponseEntity.ok(body);
  }
}
