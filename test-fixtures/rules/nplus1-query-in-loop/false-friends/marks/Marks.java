package marks;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The project's own annotations and types with the names of a library's. */
@interface Select {
  String value();
}

@interface Modifying {}

@interface Cacheable {
  String value();
}

@interface Mapper {}

@interface Repository {}

interface CrudRepository<T, K> {
  Optional<T> findById(K id);
}

class Plan {}

/** Neither a mapper nor a repository: nothing says that it asks a database. */
@Mapper
@Repository
interface Menu {
  @Select("the dish of the day")
  String findDish(Long day);
}

interface Dishes extends CrudRepository<Plan, Long> {
  Plan findByName(String name);
}

interface Plans extends JpaRepository<Plan, Long> {
  @Modifying
  Optional<Plan> findByKey(Long key);

  @Cacheable("kept")
  Optional<Plan> findByCode(Long code);

  @org.springframework.cache.annotation.Cacheable("plans")
  Optional<Plan> findByNumber(Long number);
}

class Marks {
  private Menu menu;
  private Dishes dishes;
  private Plans plans;

  void all(List<Long> ids) {
    for (Long id : ids) {
      menu.findDish(id);
      dishes.findById(id);
      dishes.findByName("dish " + id);
      plans.findByKey(id); // want: nplus1-query-in-loop "Plans.findByKey"
      plans.findByCode(id); // want: nplus1-query-in-loop "Plans.findByCode"
      plans.findByNumber(id);
      load(id); // want: nplus1-query-in-loop "Marks.load"
      loadKept(id);
    }
  }

  @Cacheable("kept")
  Plan load(Long id) {
    return plans.findById(id).orElseThrow();
  }

  @org.springframework.cache.annotation.Cacheable("plans")
  Plan loadKept(Long id) {
    return plans.findById(id).orElseThrow();
  }
}
