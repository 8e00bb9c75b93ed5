package app;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a method reference is handed has a type, although the list was made from a request. */
@RestController
class References {

  @PostMapping("/numbers")
  void numbers(@RequestBody List<Integer> ids) throws IOException {
    List<String> texts = ids.stream().map(String::valueOf).collect(Collectors.toList());
    Runtime.getRuntime().exec("stop " + String.join(" ", texts));
  }

  @PostMapping("/objects")
  void objects(@RequestBody List<Object> ids) throws IOException {
    List<String> texts = ids.stream().map(String::valueOf).collect(Collectors.toList());
    Runtime.getRuntime().exec("stop " + String.join(" ", texts)); // want: command-injection "Runtime.exec"
  }

  @PostMapping("/names")
  void names(@RequestBody List<String> names) throws IOException {
    List<String> texts = names.stream().map(String::strip).toList();
    Runtime.getRuntime().exec("stop " + String.join(" ", texts)); // want: command-injection "Runtime.exec"
  }
}
