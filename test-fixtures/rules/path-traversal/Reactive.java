package app;

import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

@RestController
class Reactive {
  private final Path base = Path.of("/srv/files");

  Mono<ServerResponse> file(ServerRequest request) {
    String name = request.pathVariable("name");
    // want: path-traversal "reaches new FileSystemResource"
    return ServerResponse.ok().bodyValue(new FileSystemResource(base.resolve(name)));
  }

  Mono<ServerResponse> queried(ServerRequest request) {
    return Mono.justOrEmpty(request.queryParam("name"))
        .map(name -> base.resolve(name))
        .flatMap(
            path ->
                // want: path-traversal "reaches new FileSystemResource"
                ServerResponse.ok().bodyValue(new FileSystemResource(path)));
  }

  @PostMapping("/upload")
  Mono<Void> upload(@RequestPart("file") Mono<FilePart> file) {
    // want: path-traversal "FilePart.transferTo"
    return file.flatMap(part -> part.transferTo(base.resolve(part.filename())));
  }

  @PostMapping("/upload/own")
  Mono<Void> own(@RequestPart("file") Mono<FilePart> file) {
    return file.flatMap(part -> part.transferTo(base.resolve("upload.bin")));
  }

  Mono<ServerResponse> checked(ServerRequest request) {
    Path path = base.resolve(request.pathVariable("name")).normalize();
    return path.startsWith(base)
        ? ServerResponse.ok().bodyValue(new FileSystemResource(path))
        : ServerResponse.badRequest().build();
  }
}
