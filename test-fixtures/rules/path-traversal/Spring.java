package app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.io.FilenameUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class Spring {
  private static final Set<String> REPORTS = Set.of("daily.pdf", "weekly.pdf");
  private static final Map<String, String> FILES = Map.of("terms", "terms.txt");

  @Value("${storage.folder}")
  private String folder;

  private final Path base = Path.of("/srv/uploads").toAbsolutePath().normalize();
  private final ResourceLoader loader;

  Spring(ResourceLoader loader) {
    this.loader = loader;
  }

  enum Report {
    DAILY,
    WEEKLY
  }

  record Rename(String from, String to) {}

  static class Export {
    private String file;
    private int count;

    public String getFile() {
      return file;
    }

    public void setFile(String file) {
      this.file = file;
    }

    public int getCount() {
      return count;
    }

    public void setCount(int count) {
      this.count = count;
    }
  }

  @GetMapping("/files")
  byte[] parameter(@RequestParam String name) throws IOException { // step: path-traversal 1
    return Files.readAllBytes(base.resolve(name)); // want: path-traversal "parameter name reaches Files"
  }

  @GetMapping("/files/{name}")
  Resource variable(@PathVariable("name") String name) {
    return new FileSystemResource(folder + "/" + name); // want: path-traversal "FileSystemResource"
  }

  @GetMapping("/loaded")
  Resource loaded(@RequestParam String name) {
    return loader.getResource("file:" + folder + name); // want: path-traversal "getResource"
  }

  @PostMapping("/upload")
  void upload(@RequestParam("file") MultipartFile file) throws IOException {
    file.transferTo(new File(folder, file.getOriginalFilename())); // want: path-traversal "transferTo"
  }

  @PostMapping("/upload/copied")
  void copied(MultipartFile file) throws IOException {
    Path target = base.resolve(StringUtils.cleanPath(file.getOriginalFilename()));
    // want: path-traversal "reaches Files.copy"
    Files.copy(file.getInputStream(), target, StandardCopyOption.REPLACE_EXISTING);
  }

  @PostMapping("/rename")
  void rename(@RequestBody Rename rename) throws IOException {
    Path from = base.resolve(rename.from());
    Files.move(from, base.resolve("archive")); // want: path-traversal "Files.move"
  }

  @PostMapping("/export")
  void export(@RequestBody Export export) throws IOException {
    Files.writeString(base.resolve(export.getFile()), "x"); // want: path-traversal "writeString"
    Files.writeString(base.resolve("part-" + export.getCount()), "x");
  }

  @DeleteMapping("/files")
  void all(@RequestParam List<String> names) throws IOException {
    for (String name : names) {
      Files.deleteIfExists(base.resolve(name)); // want: path-traversal "deleteIfExists"
    }
  }

  @DeleteMapping("/files/streamed")
  void streamed(@RequestParam List<String> names) {
    names.stream()
        .map(name -> new File(folder, name))
        .forEach(file -> file.delete()); // want: path-traversal "File.delete"
  }

  @GetMapping("/optional")
  String optional(@RequestParam Optional<String> name) throws IOException {
    String file = name.map(String::trim).orElse("readme.txt");
    return Files.readString(base.resolve(file)); // want: path-traversal "readString"
  }

  @GetMapping("/normalized")
  byte[] normalized(@RequestParam String name) throws IOException {
    Path path = base.resolve(name).normalize();
    if (!path.startsWith(base)) {
      throw new IllegalArgumentException(name);
    }
    return Files.readAllBytes(path);
  }

  @PostMapping("/upload/name")
  void lastName(MultipartFile file) throws IOException {
    String name = FilenameUtils.getName(file.getOriginalFilename());
    file.transferTo(new File(folder, name));
    String other = StringUtils.getFilename(file.getOriginalFilename());
    file.transferTo(new File(folder, other));
  }

  @PostMapping("/upload/own")
  void ownName(MultipartFile file) throws IOException {
    String extension = FilenameUtils.getExtension(file.getOriginalFilename());
    file.transferTo(new File(folder, UUID.randomUUID() + "." + extension));
  }

  @GetMapping("/reports")
  byte[] allowed(@RequestParam String name) throws IOException {
    if (!REPORTS.contains(name)) {
      throw new IllegalArgumentException(name);
    }
    return Files.readAllBytes(base.resolve(name));
  }

  @GetMapping("/mapped")
  byte[] mapped(@RequestParam String name) throws IOException {
    return Files.readAllBytes(base.resolve(FILES.getOrDefault(name, "readme.txt")));
  }

  @GetMapping("/enum")
  byte[] enumerated(@RequestParam Report report) throws IOException {
    return Files.readAllBytes(base.resolve(report.name().toLowerCase() + ".pdf"));
  }

  @GetMapping("/number/{id}")
  byte[] number(@PathVariable long id, @PathVariable UUID key) throws IOException {
    return Files.readAllBytes(base.resolve(key + "/" + id + ".pdf"));
  }

  @GetMapping("/config")
  byte[] configured() throws IOException {
    return Files.readAllBytes(Path.of(folder, "readme.txt"));
  }

  @GetMapping("/environment")
  byte[] environment(org.springframework.core.env.Environment environment) throws IOException {
    String from = environment.getProperty("storage.folder") + File.separator + "readme.txt";
    return Files.readAllBytes(Path.of(from));
  }

  @PostMapping("/upload/extension")
  void extension(MultipartFile file) throws IOException {
    String name = file.getOriginalFilename();
    String extension = name.substring(name.lastIndexOf('.'));
    file.transferTo(new File(folder, UUID.randomUUID() + extension));
  }

  @PostMapping("/temporary")
  void temporary(MultipartFile file) throws IOException {
    Path path = Files.createTempFile("upload", ".bin");
    Files.write(path, file.getBytes());
  }
}
