package app;

import com.acme.text.Limits;
import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Numbers {
  private static final int MAX = 1000;
  private EntityManager entities;

  void list(HttpServletRequest request) {
    int count = Integer.parseInt(request.getParameter("count")); // step: tainted-allocation 1 // step: tainted-allocation 2
    // want: tainted-allocation "decides how much is allocated"
    List<String> rows = new ArrayList<>(count); // step: tainted-allocation 3
  }

  void repeated(HttpServletRequest request) {
    int count = Integer.parseInt(request.getParameter("count"));
    String line = "-".repeat(count); // want: tainted-allocation "String.repeat"
  }

  @GetMapping("/buffer")
  void buffer(@RequestParam int size) {
    ByteBuffer.allocate(size); // want: tainted-allocation "parameter size reaches ByteBuffer.allocate"
  }

  @GetMapping("/array")
  int array(@RequestParam int size) {
    return new byte[size].length; // want: tainted-allocation "how much is allocated"
  }

  @GetMapping("/sleep")
  void sleep(@RequestParam long millis) throws InterruptedException {
    Thread.sleep(millis); // want: tainted-allocation "how long a thread waits"
  }

  @GetMapping("/page")
  PageRequest page(@RequestParam int page, @RequestParam int size) {
    return PageRequest.of(page, size);
  }

  @GetMapping("/rows")
  List<?> rows(@RequestParam int limit) {
    return entities.createQuery("from User").setMaxResults(limit).getResultList();
  }

  @GetMapping("/unknown")
  void unknownStep(@RequestParam int size) {
    ByteBuffer.allocate(Limits.of(size)); // want: tainted-allocation "ByteBuffer.allocate"
  }

  @GetMapping("/capped")
  void capped(@RequestParam int size) {
    ByteBuffer.allocate(Math.min(size, MAX));
  }

  @GetMapping("/checked")
  void checked(@RequestParam int size) {
    if (size < 0 || size > MAX) {
      throw new IllegalArgumentException("size");
    }
    ByteBuffer.allocate(size);
  }

  @GetMapping("/inside")
  void inside(@RequestParam int size) {
    if (size <= 100) {
      ByteBuffer.allocate(size);
    }
  }

  @GetMapping("/constrained")
  void constrained(@RequestParam @Max(100) int size) {
    ByteBuffer.allocate(size);
  }

  @GetMapping("/chosen")
  void chosen(@RequestParam boolean large) {
    ByteBuffer.allocate(large ? 4096 : 1024);
  }

  @GetMapping("/length")
  void length(@RequestParam String text) throws IOException {
    ByteBuffer.allocate(text.length());
    StringBuilder copy = new StringBuilder(text.length());
  }

  @PostMapping("/received")
  byte[] received(@RequestBody ByteBuffer sent) {
    return new byte[sent.remaining()];
  }

  @GetMapping("/copies")
  Set<String> copies(@RequestParam List<String> names, @RequestParam Set<Integer> ids) {
    List<Integer> sorted = new ArrayList<>(ids);
    return new HashSet<>(names.stream().filter(name -> !name.isBlank()).toList());
  }
}
