package app;

import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FileController {
  private final FileService files;

  FileController(FileService files) {
    this.files = files;
  }

  @GetMapping("/files/{name}")
  byte[] read(@PathVariable String name) throws IOException { // step: path-traversal 1
    return files.read(name);
  }

  @PostMapping("/files")
  void write(@RequestBody Document document) throws IOException {
    files.write(document);
  }

  @GetMapping("/files/own")
  byte[] own() throws IOException {
    return files.readTrusted("readme.txt");
  }

  record Document(String name, String text) {}
}
