import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

record Customer(Long id, String name) {}

record Order(Long id, Long customerId) {}

interface CustomerRepository extends JpaRepository<Customer, Long> {
  Customer findByName(String name);

  List<Customer> findByIdIn(List<Long> ids);

  boolean existsByName(String name);

  Page<Customer> findByName(String name, Pageable page);
}

class Loops {
  private final CustomerRepository customers;

  Loops(CustomerRepository customers) {
    this.customers = customers;
  }

  void forEachLoop(List<Order> orders) {
    for (Order order : orders) { // step: nplus1-query-in-loop 1
      Long id = order.customerId();
      customers.findById(id); // want: nplus1-query-in-loop "CustomerRepository.findById executes a query for each element of the loop over orders" // step: nplus1-query-in-loop 2
    }
  }

  void indexed(List<Order> orders, Order[] array) {
    for (int i = 0; i < orders.size(); i++) {
      customers.findById(orders.get(i).customerId()); // want: nplus1-query-in-loop "CustomerRepository.findById"
    }
    for (int i = 0; i < array.length; i++) {
      customers.findById(array[i].customerId()); // want: nplus1-query-in-loop "CustomerRepository.findById"
    }
  }

  void iterator(List<Order> orders) {
    Iterator<Order> it = orders.iterator();
    while (it.hasNext()) {
      Order order = it.next();
      customers.findById(order.customerId()).ifPresent(System.out::println); // want: nplus1-query-in-loop "CustomerRepository.findById"
    }
  }

  void nested(List<List<Order>> groups) {
    for (List<Order> group : groups) {
      for (Order order : group) {
        if (order.id() > 0) {
          customers.findByName("c" + order.customerId()); // want: nplus1-query-in-loop "CustomerRepository.findByName"
        }
      }
    }
  }

  List<Customer> failsWhenMissing(List<Order> orders) {
    List<Customer> found = new ArrayList<>();
    for (Order order : orders) {
      Optional<Customer> customer = customers.findById(order.customerId()); // want: nplus1-query-in-loop "CustomerRepository.findById"
      if (customer.isEmpty()) {
        return List.of();
      }
      found.add(customer.get());
    }
    return found;
  }

  void header(Order order) {
    for (Customer customer : customers.findAll()) {
      System.out.println(customer);
    }
    for (Customer customer : customers.findByIdIn(List.of(order.customerId()))) {
      System.out.println(customer);
    }
  }

  void atOnce(List<Order> orders) {
    List<Long> ids = new ArrayList<>();
    for (Order order : orders) {
      ids.add(order.customerId());
    }
    customers.findAllById(ids);
  }

  void chunks(List<List<Long>> chunks) {
    for (List<Long> chunk : chunks) {
      customers.findAllById(chunk);
      customers.findByIdIn(chunk);
    }
  }

  void pages(String name) {
    Pageable page = PageRequest.of(0, 100);
    Page<Customer> found;
    do {
      found = customers.findByName(name, page);
      page = found.nextPageable();
    } while (found.hasNext());
  }

  Customer firstHit(List<String> names) {
    for (String name : names) {
      Customer customer = customers.findByName(name);
      if (customer != null) {
        return customer;
      }
    }
    return null;
  }

  void onceBeforeTheEnd(List<Order> orders) {
    for (Order order : orders) {
      if (order.id() < 0) {
        throw new IllegalStateException("wrong: " + customers.findById(order.customerId()));
      }
    }
    orders.forEach(
        order -> {
          if (order.id() < 0) {
            throw new IllegalStateException("wrong: " + customers.findById(order.customerId()));
          }
        });
  }

  Optional<Customer> firstMatch(List<Order> orders) {
    for (Order order : orders) {
      if (order.id() > 100) {
        return customers.findById(order.customerId());
      }
    }
    return Optional.empty();
  }

  Customer retry(String name) throws InterruptedException {
    for (int attempt = 0; attempt < 3; attempt++) {
      Customer customer = customers.findByName(name);
      if (customer != null) {
        return customer;
      }
      Thread.sleep(100);
    }
    return null;
  }

  String freeName() {
    String name;
    do {
      name = "guest" + Math.random();
    } while (customers.existsByName(name));
    return name;
  }

  void fewConstants() {
    for (String name : new String[] {"admin", "guest"}) {
      customers.findByName(name);
    }
    for (String name : List.of("admin", "guest")) {
      customers.findByName(name);
    }
  }

  private static final List<String> STAFF = List.of("admin", "guest");

  void constantList() {
    for (String name : STAFF) {
      customers.findByName(name);
    }
  }

  void oneKey(Map<String, String> parameters) {
    for (Map.Entry<String, String> entry : parameters.entrySet()) {
      if (entry.getKey().equals("customer")) {
        customers.findByName(entry.getValue());
      }
      if ("active".equals(entry.getValue())) {
        customers.findByName(entry.getKey()); // want: nplus1-query-in-loop "CustomerRepository.findByName"
      }
    }
  }

  void reference(List<Order> orders) {
    for (Order order : orders) {
      customers.getReferenceById(order.customerId());
    }
  }

  void writes(List<Customer> all) {
    for (Customer customer : all) {
      customers.save(customer);
    }
  }
}
