package app;

import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import com.baomidou.mybatisplus.core.metadata.OrderItem;
import com.baomidou.mybatisplus.extension.plugins.pagination.Page;
import com.github.pagehelper.PageHelper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.JpaSort;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Sorting {
  private static final Set<String> SORTABLE = Set.of("name", "created");
  private static final Map<String, String> COLUMNS = Map.of("name", "u.name");

  private UserRepository users;

  static class User {
    String name;

    String getName() {
      return name;
    }
  }

  interface UserRepository extends JpaRepository<User, Long> {}

  @GetMapping("/unsafe")
  List<User> unsafe(@RequestParam String sort) { // step: sort-injection 1
    // want: sort-injection "parameter sort reaches JpaSort.unsafe as what the query sorts by: choose the column from a list of constants"
    return users.findAll(JpaSort.unsafe(sort)); // step: sort-injection 2
  }

  @GetMapping("/page-helper")
  void pageHelper(@RequestParam String sort, @RequestParam String direction) {
    PageHelper.orderBy(sort + " " + direction); // want: sort-injection "reaches PageHelper.orderBy"
  }

  @GetMapping("/start-page")
  void startPage(@RequestParam int page, @RequestParam int size, @RequestParam String sort) {
    PageHelper.startPage(page, size, sort); // want: sort-injection "parameter sort reaches PageHelper.startPage"
  }

  @GetMapping("/wrapper")
  QueryWrapper<User> wrapper(@RequestParam String sort, @RequestParam boolean ascending) {
    return new QueryWrapper<User>().orderBy(true, ascending, sort); // want: sort-injection "parameter sort reaches QueryWrapper.orderBy"
  }

  @GetMapping("/item")
  Page<User> item(@RequestParam String sort) {
    Page<User> page = new Page<>(1, 10);
    page.addOrder(OrderItem.desc(sort)); // want: sort-injection "parameter sort reaches OrderItem.desc"
    return page;
  }

  // ---- safe ones

  /** Spring Data holds the name against the entity. */
  @GetMapping("/checked")
  Object checked(@RequestParam String sort, Pageable pageable) {
    users.findAll(pageable);
    return users.findAll(PageRequest.of(0, 20, Sort.by(Sort.Direction.DESC, sort)));
  }

  @GetMapping("/allowed")
  void allowed(@RequestParam String sort) {
    if (SORTABLE.contains(sort)) {
      PageHelper.orderBy(sort);
    }
    PageHelper.orderBy(COLUMNS.getOrDefault(sort, "u.id") + " desc");
    PageHelper.startPage(1, 10, "created desc");
  }

  @GetMapping("/lambda")
  LambdaQueryWrapper<User> lambda(@RequestParam boolean ascending) {
    return new LambdaQueryWrapper<User>().orderBy(true, ascending, User::getName);
  }
}
