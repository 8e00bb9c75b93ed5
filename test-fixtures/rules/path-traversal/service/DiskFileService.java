package app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Service;

@Service
class DiskFileService implements FileService {
  private final Path base = Path.of("/srv/files");

  @Override
  public byte[] read(String name) throws IOException {
    Path path = locate(name);
    return Files.readAllBytes(path); // want: path-traversal "parameter name reaches Files.readAllBytes"
  }

  @Override
  public byte[] readTrusted(String name) throws IOException {
    return Files.readAllBytes(base.resolve(name));
  }

  @Override
  public void write(FileController.Document document) throws IOException {
    Files.writeString(locate(document.name()), document.text()); // want: path-traversal "writeString"
    Files.writeString(base.resolve("last.txt"), document.text());
  }

  private Path locate(String name) {
    return base.resolve(name);
  }
}
