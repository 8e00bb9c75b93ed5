import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.reactive.ReactiveCrudRepository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class Customer {
  Long id;
}

interface CustomerRepository extends CrudRepository<Customer, Long> {
  long countByOwner(Long owner);
}

interface ReactiveCustomers extends ReactiveCrudRepository<Customer, Long> {}

class Streams {
  private CustomerRepository customers;
  private ReactiveCustomers reactive;

  List<Customer> lambda(List<Long> ids) {
    return ids.stream()
        .filter(id -> id > 0)
        .map(id -> customers.findById(id).orElse(null)) // want: nplus1-query-in-loop "map over ids"
        .toList();
  }

  List<Optional<Customer>> reference(List<Long> ids) {
    return ids.stream().map(customers::findById).toList(); // want: nplus1-query-in-loop "CustomerRepository.findById executes a query for each element of map over ids"
  }

  void forEach(List<Long> ids) {
    ids.forEach(id -> System.out.println(customers.countByOwner(id))); // want: nplus1-query-in-loop "forEach over ids"
  }

  void entries(Map<Long, String> names) {
    names.forEach((id, name) -> customers.findById(id)); // want: nplus1-query-in-loop "forEach over names"
  }

  boolean filtered(List<Long> ids) {
    return ids.stream().filter(id -> customers.existsById(id)).count() > 1; // want: nplus1-query-in-loop "filter over ids"
  }

  Map<Long, Long> collected(List<Long> ids) {
    return ids.stream().collect(Collectors.toMap(id -> id, id -> customers.countByOwner(id))); // want: nplus1-query-in-loop "CustomerRepository.countByOwner"
  }

  void callbackInLoop(List<Long> ids) {
    for (Long id : ids) {
      Optional.of(id).map(x -> customers.findById(x)); // want: nplus1-query-in-loop "the loop over ids"
    }
  }

  Flux<Customer> flux(Flux<Long> ids) {
    return ids.flatMap(id -> reactive.findById(id)); // want: nplus1-query-in-loop "flatMap over ids"
  }

  Mono<Customer> mono(Mono<Long> id) {
    return id.flatMap(x -> reactive.findById(x));
  }

  Optional<Customer> optional(Optional<Long> id) {
    return id.flatMap(x -> customers.findById(x));
  }

  Optional<Customer> optionalReference(Optional<Long> id) {
    return id.flatMap(customers::findById);
  }

  Iterable<Customer> atOnce(List<String> texts) {
    return customers.findAllById(texts.stream().map(Long::valueOf).toList());
  }

  Map<Long, Customer> cache = new HashMap<>();

  void memoized(List<Long> ids) {
    for (Long id : ids) {
      cache.computeIfAbsent(id, key -> customers.findById(key).orElseThrow());
    }
  }

  Runnable later(Long id) {
    return () -> customers.findById(id);
  }
}
