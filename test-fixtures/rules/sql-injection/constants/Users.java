package constants;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class Users {
  private final Dao dao;

  @GetMapping("/users")
  List<Map<String, Object>> users(@RequestParam String name) {
    dao.known(name.isEmpty() ? "id" : "id, name");
    return dao.byName(name);
  }

  @PostMapping("/users")
  List<Map<String, Object>> filtered(@RequestBody Filter filter) {
    return dao.all(filter);
  }

  @GetMapping("/built")
  List<Map<String, Object>> built(@RequestParam String name) {
    return dao.built(new SqlText(Names.USERS).where("name", name));
  }
}
