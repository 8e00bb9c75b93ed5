package app;

import com.acme.shell.Shell;
import com.acme.shell.Wrapped;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Unknown {
  private final Shell shell;

  Unknown(Shell shell) {
    this.shell = shell;
  }

  @GetMapping("/known")
  void known(@RequestParam String name) throws IOException {
    // What a library that nobody knows makes of a text is still the text.
    Runtime.getRuntime().exec(shell.line(name)); // want: command-injection "Runtime.exec"
  }

  void unknownSource(Wrapped wrapped) throws IOException {
    Runtime.getRuntime().exec("ping " + wrapped.host());
  }

  @GetMapping("/sink")
  void unknownSink(@RequestParam String name) {
    shell.exec("ping " + name);
  }
}
