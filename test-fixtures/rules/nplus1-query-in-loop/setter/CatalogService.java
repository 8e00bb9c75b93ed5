package app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

record Item(Long id, String name) {}

interface ItemRepository extends JpaRepository<Item, Long> {
  Optional<Item> findByName(String name);
}

interface Stock {
  int of(Long item);
}

@Service
class StoredStock implements Stock {
  private JdbcTemplate jdbc;

  @Autowired
  public void setJdbc(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int of(Long item) {
    return jdbc.queryForObject("select amount from stock where item = ?", Integer.class, item);
  }
}

@Service
class CatalogService {
  private ItemRepository items;
  private Stock stock;

  @Autowired
  public void setItems(ItemRepository items) {
    this.items = items;
  }

  @Autowired
  void inject(Stock stock) {
    this.stock = stock;
  }

  List<Item> load(List<Long> ids) {
    List<Item> found = new ArrayList<>();
    for (Long id : ids) {
      items.findById(id).ifPresent(found::add); // want: nplus1-query-in-loop "ItemRepository.findById"
    }
    return found;
  }

  int amount(List<Item> all) {
    int amount = 0;
    for (var item : all) {
      amount += stock.of(item.id()); // want: nplus1-query-in-loop "Stock.of"
    }
    return amount;
  }

  List<Item> atOnce(List<Long> ids) {
    return items.findAllById(ids);
  }
}
