package shop;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ItemController {
  private static final Map<String, String> COLUMNS = Map.of("name", "name", "date", "created");

  private final ItemService items;

  ItemController(ItemService items) {
    this.items = items;
  }

  @GetMapping("/sorted")
  List<Item> sorted(@RequestParam String sort) {
    return items.sorted(sort);
  }

  @GetMapping("/named")
  List<Item> named(@RequestParam String name, @RequestParam String owner) {
    items.mapper().bound(name, owner);
    items.mapper().script(name);
    return items.mapper().named(name);
  }

  @GetMapping("/single")
  List<Item> single(@RequestParam String ids) {
    return items.mapper().single(ids);
  }

  @GetMapping("/number")
  List<Item> number(@RequestParam Long id, @RequestParam int limit, @RequestParam Kind kind) {
    items.mapper().byKind(kind);
    return items.mapper().number(id, limit);
  }

  @PostMapping("/query")
  List<Item> query(@RequestBody ItemQuery query) {
    query.setOrderBy("name");
    return items.mapper().query(query);
  }

  @GetMapping("/allowed")
  List<Item> allowed(@RequestParam String sort, @RequestParam String direction) {
    items.mapper().halfAllowed(sort);
    return items.mapper().allowed(sort, direction);
  }

  @GetMapping("/bind")
  List<Item> bind(@RequestParam String name, @RequestParam String owner) {
    return items.mapper().bind(name, owner);
  }

  @GetMapping("/each")
  List<Item> each(
      @RequestParam List<String> names,
      @RequestParam List<Long> ids,
      @RequestParam List<String> owners) {
    return items.mapper().each(names, ids, owners);
  }

  @GetMapping("/included")
  List<Item> included(@RequestParam String order) {
    return items.mapper().included(order);
  }

  @PostMapping("/shared")
  List<Item> shared(@RequestBody ItemQuery query) {
    return items.mapper().shared(query);
  }

  @GetMapping("/scoped")
  List<Item> scoped(@RequestParam String scope, @RequestParam String other) {
    ItemQuery query = new ItemQuery();
    query.getParams().put("scope", scope);
    items.mapper().constants(query);
    return items.mapper().scoped(query);
  }

  @GetMapping("/map")
  int byMap(@RequestParam String field, @RequestParam String value) {
    Map<String, Object> values = new HashMap<>();
    values.put("column", field);
    values.put("value", value);
    values.put("id", 1L);
    return items.mapper().byMap(values);
  }

  @GetMapping("/table")
  List<Item> table(@RequestParam boolean old) {
    return items.mapper().table(old ? "item_old" : "item");
  }

  @GetMapping("/looked-up")
  List<Item> lookedUp(@RequestParam String sort) {
    return items.mapper().lookedUp(COLUMNS.getOrDefault(sort, "id"));
  }

  @GetMapping("/positions")
  List<Item> positions(@RequestParam String first, @RequestParam String second) {
    return items.mapper().positions(first, second);
  }

  @GetMapping("/wrapped")
  List<Item> wrapped(@RequestParam String name) {
    return items.mapper().wrapped(new QueryWrapper<Item>().eq("name", name));
  }

  @GetMapping("/example")
  List<Item> byExample(@RequestParam String name, @RequestParam String sort) {
    ItemExample example = new ItemExample();
    example.createCriteria().andNameEqualTo(name);
    example.setOrderByClause(sort + " desc");
    return items.mapper().byExample(example);
  }
}
