import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.repository.NoRepositoryBean;

@NoRepositoryBean
interface BaseRepository<T, K> extends JpaRepository<T, K> {
  Optional<T> findByCode(String code);
}

interface CustomerRepository extends BaseRepository<Customer, Long> {}

interface OrderRepository extends BaseRepository<Order, Long> {
  List<Line> findLinesByOrderId(long id);
}

record Customer(Long id, String name) {}

record Line(long id) {}

record Order(Long id, Long customerId, String code) {}

record OrderDto(Long id, String customer) {}

interface CustomerNames {
  String nameOf(Long id);
}

class StoredCustomerNames implements CustomerNames {
  private final CustomerRepository customers;

  StoredCustomerNames(CustomerRepository customers) {
    this.customers = customers;
  }

  @Override
  public String nameOf(Long id) {
    return find(id).map(Customer::name).orElse("");
  }

  private Optional<Customer> find(Long id) {
    return customers.findById(id); // step: nplus1-query-in-loop 4
  }
}

interface Prices {
  long of(String code);
}

class StoredPrices implements Prices {
  private OrderRepository orders;

  public long of(String code) {
    return orders.findByCode(code).isPresent() ? 1 : 0;
  }
}

class FixedPrices implements Prices {
  public long of(String code) {
    return 7;
  }
}

class OrderService {
  private final OrderRepository orders;
  private final CustomerRepository customers;
  private final CustomerNames names;
  private final Prices prices;
  private final Map<Long, Customer> cache = new HashMap<>();

  OrderService(
      OrderRepository orders,
      CustomerRepository customers,
      CustomerNames names,
      Prices prices,
      Map<String, CustomerNames> byKind) {
    this.byKind = byKind;
    this.orders = orders;
    this.customers = customers;
    this.names = names;
    this.prices = prices;
  }

  List<OrderDto> references() {
    return orders.findAll().stream().map(this::toDto).toList(); // want: nplus1-query-in-loop "OrderService.toDto is called for each element of map over findAll() and executes the query CustomerRepository.findById"
  }

  Page<OrderDto> page(Pageable page) {
    return orders.findAll(page).map(this::toDto); // want: nplus1-query-in-loop "OrderService.toDto"
  }

  List<OrderDto> lambda() {
    return orders.findAll().stream().map(order -> toDto(order)).toList(); // want: nplus1-query-in-loop "OrderService.toDto"
  }

  List<OrderDto> loop() {
    List<OrderDto> dtos = new ArrayList<>();
    for (var order : orders.findAll()) {
      var dto = toDto(order); // want: nplus1-query-in-loop "OrderService.toDto is called for each element of the loop over findAll()"
      dtos.add(dto);
    }
    return dtos;
  }

  private OrderDto toDto(Order order) {
    var customer = customers.findById(order.customerId()).orElseThrow();
    return new OrderDto(order.id(), customer.name());
  }

  void throughABean(List<Order> all) {
    for (Order order : all) { // step: nplus1-query-in-loop 1
      System.out.println(names.nameOf(order.customerId())); // want: nplus1-query-in-loop "CustomerNames.nameOf is called for each element of the loop over all and executes the query CustomerRepository.findById" // step: nplus1-query-in-loop 2
    }
  }

  void referenceToABean(List<Long> ids) {
    ids.stream().map(names::nameOf).forEach(System.out::println); // want: nplus1-query-in-loop "CustomerNames.nameOf"
  }

  void nestedGenerics(Map<String, List<Order>> byDay) {
    for (Map.Entry<String, List<Order>> entry : byDay.entrySet()) {
      for (var order : entry.getValue()) {
        toDto(order); // want: nplus1-query-in-loop "OrderService.toDto"
      }
    }
    byDay.values().stream().flatMap(List::stream).map(this::toDto).toList(); // want: nplus1-query-in-loop "OrderService.toDto"
    byDay.forEach((day, list) -> list.forEach(order -> toDto(order))); // want: nplus1-query-in-loop "OrderService.toDto"
  }

  void inheritedQuery(List<Order> all) {
    for (Order order : all) {
      customers.findByCode(order.code()); // want: nplus1-query-in-loop "CustomerRepository.findByCode"
    }
    all.stream().map(Order::code).map(customers::findByCode).toList(); // want: nplus1-query-in-loop "CustomerRepository.findByCode"
  }

  void tree(List<Order> roots) {
    for (Order root : roots) {
      children(root); // want: nplus1-query-in-loop "OrderService.children"
    }
  }

  private void children(Order order) {
    if (order.id() > 0) {
      Optional.of(order).map(o -> customers.findById(o.customerId()));
    }
  }

  void someImplementationsOnly(List<Order> all) {
    for (Order order : all) {
      prices.of(order.code());
    }
  }

  void references(List<Order> all) {
    for (Order order : all) {
      optionally(order); // want: nplus1-query-in-loop "OrderService.optionally is called for each element of the loop over all and executes the query CustomerRepository.findById"
      indirectly(order); // want: nplus1-query-in-loop "OrderService.indirectly"
    }
  }

  private void optionally(Order order) {
    Optional.of(order.customerId()).flatMap(customers::findById);
  }

  private void indirectly(Order order) {
    Optional.of(order).map(this::toDto).ifPresent(System.out::println);
  }

  void commands(List<Order> all) {
    for (Order order : all) {
      renew(order);
    }
  }

  private void renew(Order order) {
    List<Order> found = orders.findByCode(order.code()).stream().toList();
    found.forEach(this::store);
  }

  private void store(Order order) {
    orders.save(order);
  }

  void oneOnly(Order order) {
    toDto(order);
    Optional.of(order).map(this::toDto);
  }

  void notOfTheElement(List<Order> all, Order first) {
    for (Order order : all) {
      System.out.println(order.id() + toDto(first).customer());
    }
  }

  void remembered(List<Order> all) {
    for (Order order : all) {
      customerOf(order);
    }
  }

  private Customer customerOf(Order order) {
    Customer known = cache.get(order.customerId());
    if (known == null) {
      known = customers.findById(order.customerId()).orElseThrow();
      cache.put(order.customerId(), known);
    }
    return known;
  }

  private final Map<String, CustomerNames> byKind;

  void registry(List<Order> all) {
    for (Order order : all) {
      nameByKind(order); // want: nplus1-query-in-loop "OrderService.nameByKind"
    }
  }

  private String nameByKind(Order order) {
    Customer customer = customers.findById(order.customerId()).orElseThrow();
    return byKind.get(customer.name()).nameOf(0L);
  }

  void context(List<Order> all, List<Order> seen) {
    for (Order order : all) {
      seen.add(order);
      first(seen, order.code());
    }
    Order current = new Order(1L, 1L, "");
    all.forEach(
        order -> {
          current.code().concat(order.code());
          toDto(current);
        });
  }

  private void first(List<Order> seen, String code) {
    toDto(seen.get(0));
  }

  void assigned(List<Order> all, Order order) {
    for (Order each : all) {
      order = each;
      toDto(order); // want: nplus1-query-in-loop "OrderService.toDto"
    }
  }

  void behindACache(List<Order> all) {
    all.forEach(order -> cachedName(order.customerId()));
  }

  @Cacheable("names")
  public String cachedName(Long id) {
    return customers.findById(id).map(Customer::name).orElse("");
  }

  void chunks(List<List<Long>> chunks) {
    for (List<Long> chunk : chunks) {
      load(chunk);
    }
  }

  private List<Customer> load(List<Long> ids) {
    return customers.findAllById(ids);
  }

  void logged(List<Order> all) {
    for (Order order : all) {
      audit("order " + order.id(), 1L);
    }
  }

  private void audit(String text, long user) {
    System.out.println(text + customers.findById(user));
  }
}
