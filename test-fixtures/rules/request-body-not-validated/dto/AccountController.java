package app;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.Builder;
import lombok.Data;
import lombok.RequiredArgsConstructor;
import lombok.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.*;

@Data
class Account {
  @NotBlank private String name;
  @Email private String email;
  private String note;
}

@Value
@Builder
class Transfer {
  @NotNull Long from;
  Long to;
}

record Invoice(@NotBlank String number, @Valid List<Line> lines) {
  record Line(@NotNull Long product) {}
}

record Page<T>(int number, @Valid List<T> rows) {}

@RequiredArgsConstructor
class Accounts {
  private final Ledger ledger;

  ResponseEntity<Account> open(Account account) {
    ledger.put(account.getName());
    return ResponseEntity.ok(account);
  }

  void note(Account account) {
    ledger.put(account.getNote());
  }
}

interface Ledger {
  void put(String text);
}

@RestController
@RequiredArgsConstructor
class AccountController {
  private final Accounts accounts;

  @PostMapping("/accounts")
  ResponseEntity<Account> create(@RequestBody Account account) { // want: request-body-not-validated "Account has constraints (name, email) but"
    return accounts.open(account);
  }

  @PostMapping("/accounts/valid")
  ResponseEntity<Account> createValid(@Valid @RequestBody Account account) {
    return accounts.open(account);
  }

  /** What is read has no constraint. */
  @PostMapping("/accounts/note")
  ResponseEntity<Void> note(@RequestBody Account account) {
    accounts.note(account);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/transfers")
  ResponseEntity<Map<String, List<Long>>> transfer(@RequestBody Transfer transfer) { // want: request-body-not-validated "Transfer has constraints (from)"
    return ResponseEntity.ok(Map.of("ids", List.of(transfer.getFrom())));
  }

  @PostMapping("/invoices")
  ResponseEntity<Invoice> invoice(@RequestBody Invoice invoice) { // want: request-body-not-validated "Invoice has constraints (number, lines.product)"
    return ResponseEntity.ok(invoice);
  }

  @PostMapping("/invoices/validated")
  ResponseEntity<Optional<Invoice>> validated(@Validated @RequestBody Invoice invoice) {
    return ResponseEntity.ok(Optional.of(invoice));
  }

  @PostMapping("/accounts/batch")
  void batch(@RequestBody List<Account> accounts) {} // want: request-body-not-validated "Account has constraints (name, email)"

  @PostMapping("/accounts/pages")
  void paged(@RequestBody Page<Account> accounts) {} // want: request-body-not-validated "Page has constraints (rows.name, rows.email)"
}

@RestController
@Validated
class BatchController {
  @PostMapping("/batches")
  void each(@RequestBody List<@Valid Account> accounts) {}

  @PostMapping("/batches/all")
  void all(@Valid @RequestBody List<Account> accounts) {}

  @PostMapping("/batches/map")
  void map(@RequestBody Map<String, @Valid Account> accounts) {}
}
