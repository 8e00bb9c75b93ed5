package shop;

import java.util.List;
import org.springframework.stereotype.Service;

@Service
class ItemService {
  private final ItemMapper items;

  ItemService(ItemMapper items) {
    this.items = items;
  }

  ItemMapper mapper() {
    return items;
  }

  List<Item> sorted(String sort) {
    return items.sorted(sort == null ? "name" : sort.trim());
  }

  /** Nobody in this program calls it. */
  public List<Item> export(String name) {
    return items.unknownCaller(name);
  }
}
