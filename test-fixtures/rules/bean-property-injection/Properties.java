package app;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.beanutils.BeanUtils;
import org.apache.commons.beanutils.PropertyUtils;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Properties {
  private static final Set<String> OPEN = Set.of("name", "email");

  static class User {
    private String name;
    private String role;

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public String getRole() {
      return role;
    }

    public void setRole(String role) {
      this.role = role;
    }
  }

  record Change(String name, String email) {}

  enum Field {
    NAME,
    EMAIL
  }

  @PostMapping("/populate")
  void populate(HttpServletRequest request, User user) throws Exception {
    BeanUtils.populate(user, request.getParameterMap()); // want: bean-property-injection "getParameterMap() reaches BeanUtils.populate and names properties to set"
  }

  @PatchMapping("/patch")
  void patch(@RequestBody Map<String, Object> changes) {
    BeanWrapper wrapper = new BeanWrapperImpl(new User());
    changes.forEach((name, value) -> wrapper.setPropertyValue(name, value)); // want: bean-property-injection "setPropertyValue"
  }

  @PatchMapping("/entries")
  void entries(@RequestBody Map<String, Object> changes) {
    BeanWrapper wrapper = PropertyAccessorFactory.forBeanPropertyAccess(new User());
    for (Map.Entry<String, Object> each : changes.entrySet()) {
      wrapper.setPropertyValue(each.getKey(), each.getValue()); // want: bean-property-injection "setPropertyValue"
    }
  }

  @PatchMapping("/one")
  void one(@RequestParam String name, @RequestParam String value) throws Exception { // step: bean-property-injection 1
    // want: bean-property-injection "parameter name reaches BeanUtils.setProperty and names properties to set"
    BeanUtils.setProperty(new User(), name, value); // step: bean-property-injection 2
  }

  // ---- safe ones

  @PostMapping("/fixed-keys")
  void fixedKeys(HttpServletRequest request, User user) throws Exception {
    Map<String, Object> values = new HashMap<>();
    values.put("name", request.getParameter("name"));
    BeanUtils.populate(user, values);
  }

  @PostMapping("/fixed-name")
  void fixedName(@RequestParam String value) throws Exception {
    PropertyUtils.setProperty(new User(), "name", value);
    new BeanWrapperImpl(new User()).setPropertyValue("name", value);
  }

  @PostMapping("/copied")
  void copied(@RequestBody Change change, User user) throws Exception {
    org.springframework.beans.BeanUtils.copyProperties(change, user);
    BeanUtils.copyProperties(user, change);
  }

  @PatchMapping("/allowed")
  void allowed(@RequestBody Map<String, Object> changes) {
    BeanWrapper wrapper = new BeanWrapperImpl(new User());
    changes.forEach(
        (name, value) -> {
          if (OPEN.contains(name)) {
            wrapper.setPropertyValue(name, value);
          }
        });
  }

  @PatchMapping("/enum")
  void chosen(@RequestParam Field field, @RequestParam String value) {
    new BeanWrapperImpl(new User()).setPropertyValue(field.name(), value);
  }

  @PostMapping("/setters")
  void setters(@RequestBody Change change, User user) {
    user.setName(change.name());
  }
}
