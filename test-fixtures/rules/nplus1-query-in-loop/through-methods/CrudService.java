import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

abstract class CrudService<T, K> {
  @Autowired protected BaseRepository<T, K> repository;

  protected T get(K id) {
    return repository.findById(id).orElseThrow();
  }

  List<T> getAll(List<K> ids) {
    List<T> all = new ArrayList<>();
    for (K id : ids) {
      all.add(get(id)); // want: nplus1-query-in-loop "CrudService.get"
    }
    return all;
  }
}

@Service
class CustomerService extends CrudService<Customer, Long> {
  String names(List<Long> ids) {
    StringBuilder names = new StringBuilder();
    for (var id : ids) {
      names.append(get(id).name()); // want: nplus1-query-in-loop "CustomerService.get"
    }
    ids.stream().map(this::get).map(Customer::name).forEach(names::append); // want: nplus1-query-in-loop "CustomerService.get"
    ids.stream().map(super::get).forEach(System.out::println); // want: nplus1-query-in-loop "CrudService.get"
    return names.toString();
  }
}
