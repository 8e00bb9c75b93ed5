package com.acme.orders.customer;

import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/customers")
public class CustomerController {

  private final CustomerRepository customers;

  public CustomerController(CustomerRepository customers) {
    this.customers = customers;
  }

  @GetMapping("/{id}")
  public Customer one(@PathVariable Long id) {
    return customers
        .findById(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping
  public ResponseEntity<Void> register(@Valid @RequestBody CustomerForm form) {
    Customer saved = customers.save(new Customer(form.name(), form.email()));
    return ResponseEntity.created(URI.create("/customers/" + saved.getId())).build();
  }

  @PutMapping("/{id}")
  public Customer change(
      @PathVariable Long id,
      // want: request-body-not-validated "CustomerForm"
      @RequestBody CustomerForm form) {
    Customer customer = one(id);
    customer.changeEmail(form.email());
    return customers.save(customer);
  }
}
