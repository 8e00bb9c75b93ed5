import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

abstract class Named {
  @NotBlank protected String name;
}

interface Priced {
  @Positive
  int getPrice();
}

class Product extends Named implements Priced {
  private int price;

  @Override
  public int getPrice() {
    return price;
  }
}

class Address {
  @NotBlank private String city;
}

class Order {
  @Valid private Address address;
  private Address billing;
}

class Cart {
  private List<@Valid Address> addresses;
  private List<@NotBlank String> tags;
}

class Tree {
  @Valid private List<Tree> children;
  @NotNull private String label;
}

/** Without Valid on the field, validating the order would not look into the address. */
class PlainOrder {
  private Address address;
  private static @NotBlank String shared;
}

class Getters {
  private String name;

  @NotBlank
  String getName() {
    return name;
  }
}

@RestController
class InheritedController {

  @PostMapping("/products")
  void product(@RequestBody Product product) {} // want: request-body-not-validated "Product has constraints (name, price)"

  @PostMapping("/orders")
  void order(@RequestBody Order order) {} // want: request-body-not-validated "Order has constraints (address.city)"

  @PostMapping("/carts")
  void cart(@RequestBody Cart cart) {} // want: request-body-not-validated "Cart has constraints (tags, addresses.city)"

  @PostMapping("/trees")
  void tree(@RequestBody Tree tree) {} // want: request-body-not-validated "Tree has constraints (label)"

  @PostMapping("/getters")
  void getters(@RequestBody Getters getters) {} // want: request-body-not-validated "Getters has constraints (name)"

  @PostMapping("/plain")
  void plain(@RequestBody PlainOrder order) {}

  @PostMapping("/products/valid")
  void validProduct(@RequestBody @Valid Product product) {}
}
