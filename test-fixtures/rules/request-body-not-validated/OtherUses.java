import com.baomidou.mybatisplus.annotation.TableName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.slf4j.Logger;
import org.springframework.web.bind.annotation.*;

class Account {
  private long id;
  @NotBlank private String name;
  @Email private String email;

  long getId() {
    return id;
  }

  String getName() {
    return name;
  }

  String getEmail() {
    return email;
  }
}

@TableName("t_menu")
class Menu {
  @NotBlank private String title;
}

record MenuFilter(@Max(100) int size) {}

record Keys(@NotNull Long first, String second) {}

class Accounts {
  private AccountMapper mapper;

  void changeEmail(long id, Account account) {
    rename(id, account);
  }

  private void rename(long id, Account account) {
    mapper.email(id, account.getEmail());
  }

  void touch(Account account) {
    mapper.email(account.getId(), "");
  }

  void store(Account account) {
    mapper.insert(account);
  }
}

interface AccountMapper {
  void email(long id, String email);

  void insert(Account account);
}

@RestController
class AccountController {

  private static final Logger LOG = null;
  private Accounts accounts;

  @PostMapping("/accounts")
  void create(@Valid @RequestBody Account account) {
    accounts.store(account);
  }

  @PutMapping("/accounts")
  void replace(@RequestBody Account account) { // want: request-body-not-validated "Account has constraints (name, email) but"
    accounts.store(account);
  }

  /** What is never looked at needs no check. */
  @PutMapping("/accounts/email")
  void email(@RequestBody Account account) { // want: request-body-not-validated "Account has constraints (email) but"
    LOG.info("account {}", account);
    Runnable change = () -> accounts.changeEmail(account.getId(), account);
    change.run();
  }

  @PutMapping("/accounts/touch")
  void touch(@RequestBody Account account) {
    LOG.info("account {}", account);
    accounts.touch(account);
  }

  @PostMapping("/keys")
  void second(@RequestBody Keys keys) {
    LOG.info(keys.second());
  }

  @PostMapping("/keys/first")
  void first(@RequestBody Keys keys) { // want: request-body-not-validated "Keys has constraints (first)"
    LOG.info("{}", keys.first());
  }

  /** A search and a deletion take the type of the whole and use a part of it. */
  @PostMapping("/accounts/search")
  void searchAccounts(@RequestBody Account account) {
    accounts.store(account);
  }

  @DeleteMapping("/accounts")
  void drop(@RequestBody Account account) {
    accounts.store(account);
  }

  /** The mirror of a table as a filter. */
  @PostMapping("/menus/list")
  void menuList(Menu menu) {}

  /** A filter that exists for nothing else has constraints for a reason. */
  @PostMapping("/menus/page")
  void menuPage(@RequestBody MenuFilter filter) {} // want: request-body-not-validated "MenuFilter has constraints (size)"

  /** A search by a name that does not say so. */
  @PostMapping("/accounts/dependents")
  void dependentsOf(@RequestBody Account account) { // noise: request-body-not-validated reads with a part of the whole, and its name does not tell
    accounts.store(account);
  }

  /** What the request says is overwritten before anybody reads it. */
  @PostMapping("/menus/export")
  void exportMenus(Size size) { // noise: request-body-not-validated a setter that comes before every read is not taken into account
    size.setRows(-1);
    accounts.run(size);
  }
}

class Size {
  @Max(100) private int rows;

  void setRows(int rows) {
    this.rows = rows;
  }
}
