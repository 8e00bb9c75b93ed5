package app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Store {
  private final Path base = Path.of("/srv/files");
  private final File folder = new File("/srv/files");

  @GetMapping("/checked")
  byte[] checked(@RequestParam String name) throws IOException {
    File file = new File(folder, name);
    SafePaths.check(folder, file);
    return Files.readAllBytes(file.toPath());
  }

  @GetMapping("/asked")
  byte[] asked(@RequestParam String name) throws IOException {
    Path path = base.resolve(name);
    if (!SafePaths.isInside(base, path)) {
      return new byte[0];
    }
    return Files.readAllBytes(path);
  }

  @GetMapping("/resolved")
  byte[] resolved(@RequestParam String name) throws IOException {
    return Files.readAllBytes(SafePaths.resolve(base, name));
  }

  @GetMapping("/cleaned")
  byte[] cleaned(@RequestParam String name) throws IOException {
    return Files.readAllBytes(base.resolve(SafePaths.clean(name)));
  }

  @GetMapping("/logged")
  byte[] logged(@RequestParam String name) throws IOException {
    File file = new File(folder, name);
    SafePaths.log(folder, file);
    return Files.readAllBytes(file.toPath()); // want: path-traversal "readAllBytes"
  }

  @GetMapping("/joined")
  byte[] joined(@RequestParam String name) throws IOException {
    return Files.readAllBytes(SafePaths.join(base, name)); // want: path-traversal "readAllBytes"
  }

  @GetMapping("/unasked")
  byte[] unasked(@RequestParam String name) throws IOException {
    Path path = base.resolve(name);
    if (!SafePaths.looksFine(path)) {
      return new byte[0];
    }
    return Files.readAllBytes(path); // want: path-traversal "readAllBytes"
  }

  @GetMapping("/unused")
  byte[] answerUnused(@RequestParam String name) throws IOException {
    Path path = base.resolve(name);
    SafePaths.isInside(base, path);
    return Files.readAllBytes(path); // want: path-traversal "readAllBytes"
  }
}
