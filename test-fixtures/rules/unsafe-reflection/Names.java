package app;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.BeanUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Names {
  private static final Set<String> CLASSES = Set.of("app.Small", "app.Large");
  private static final Map<String, Supplier<Object>> MAKERS = Map.of("small", Object::new);
  private static final Map<String, String> HANDLERS = Map.of("a", "app.handlers.A");

  private final ApplicationContext context;

  Names(ApplicationContext context) {
    this.context = context;
  }

  record Job(String type, String method, String parameter) {}

  enum Kind {
    SMALL,
    LARGE
  }

  @GetMapping("/class")
  Object anyClass(@RequestParam String name) throws ReflectiveOperationException { // step: unsafe-reflection 1
    // want: unsafe-reflection "parameter name reaches Class.forName as the name of a class"
    return Class.forName(name).getDeclaredConstructor().newInstance(); // step: unsafe-reflection 2
  }

  @GetMapping("/loader")
  Object loader(@RequestParam String name) throws ClassNotFoundException {
    return Thread.currentThread().getContextClassLoader().loadClass(name); // want: unsafe-reflection "loadClass as the name of a class"
  }

  @GetMapping("/spring")
  Object spring(@RequestParam String name) throws ClassNotFoundException {
    return BeanUtils.instantiateClass(ClassUtils.forName(name, null)); // want: unsafe-reflection "ClassUtils.forName"
  }

  @PostMapping("/job")
  Object job(@RequestBody Job job) throws ReflectiveOperationException {
    Object bean = new Object();
    Method method = bean.getClass().getMethod(job.method(), String.class); // want: unsafe-reflection "getMethod as the name of a method"
    return method.invoke(bean, job.parameter());
  }

  @GetMapping("/jar")
  Object jar(@RequestParam String url) throws Exception {
    return new URLClassLoader(new URL[] {new URL(url)}); // want: unsafe-reflection "decides where code comes from"
  }

  @GetMapping("/package")
  Object inPackage(@RequestParam String name) throws ReflectiveOperationException {
    return Class.forName("app.handlers." + name).getDeclaredConstructor().newInstance(); // want: unsafe-reflection "as the name of a class"
  }

  @GetMapping("/bean")
  Object bean(@RequestParam String name) {
    return context.getBean(name); // want: unsafe-reflection "as the name of a bean"
  }

  // ---- safe ones

  @GetMapping("/allowed")
  Object allowed(@RequestParam String name) throws ReflectiveOperationException {
    if (!CLASSES.contains(name)) {
      throw new IllegalArgumentException(name);
    }
    return Class.forName(name).getDeclaredConstructor().newInstance();
  }

  @GetMapping("/map")
  Object map(@RequestParam String name) throws ReflectiveOperationException {
    return Class.forName(HANDLERS.get(name)).getDeclaredConstructor().newInstance();
  }

  @GetMapping("/supplier")
  Object supplier(@RequestParam String name) {
    return MAKERS.get(name).get();
  }

  @GetMapping("/switch")
  Object switched(@RequestParam String name) throws ReflectiveOperationException {
    String type =
        switch (name) {
          case "small" -> "app.Small";
          default -> "app.Large";
        };
    return Class.forName(type).getDeclaredConstructor().newInstance();
  }

  @GetMapping("/handler")
  Object handler(@RequestParam String type) {
    return context.getBean(type + "Handler");
  }

  @GetMapping("/sorted")
  boolean sortable(@RequestParam String field) {
    try {
      Job.class.getDeclaredField(field);
      return true;
    } catch (NoSuchFieldException e) {
      return false;
    }
  }

  @GetMapping("/enum")
  Object chosen(@RequestParam Kind kind) throws ReflectiveOperationException {
    return Class.forName("app." + kind.name());
  }
}
