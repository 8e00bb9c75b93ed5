package app;

import com.acme.storage.Request;
import com.acme.storage.Store;
import java.io.FileReader;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Unknown {
  private final Store store;

  Unknown(Store store) {
    this.store = store;
  }

  @GetMapping("/known")
  void known(@RequestParam String name) throws IOException {
    // What a library that nobody knows makes of a text is still the text.
    String path = store.locate(name);
    new FileReader(path).close(); // want: path-traversal "new FileReader"
  }

  void unknownSource(Request request) throws IOException {
    new FileReader("/srv/" + request.name()).close();
  }

  @GetMapping("/sink")
  void unknownSink(@RequestParam String name) {
    store.open("/srv/" + name);
  }
}
