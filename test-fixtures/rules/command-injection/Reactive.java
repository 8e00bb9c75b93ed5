package app;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

class Reactive {
  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET("/run", this::run).GET("/count", this::count).build();
  }

  Mono<ServerResponse> run(ServerRequest request) {
    return Mono.justOrEmpty(request.queryParam("name"))
        .map(name -> start("backup " + name))
        .flatMap(process -> ServerResponse.ok().build());
  }

  Mono<ServerResponse> count(ServerRequest request) {
    return Mono.justOrEmpty(request.queryParam("n"))
        .map(Integer::parseInt)
        .map(n -> begin("backup -n " + n))
        .flatMap(process -> ServerResponse.ok().build());
  }

  private Process start(String line) {
    try {
      return Runtime.getRuntime().exec(line); // want: command-injection "as words of a command"
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process begin(String line) {
    try {
      return Runtime.getRuntime().exec(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

@Path("/hosts")
class Hosts {
  private final Session session;

  Hosts(Session session) {
    this.session = session;
  }

  @GET
  public void disk(@QueryParam("folder") String folder) throws JSchException {
    ChannelExec channel = (ChannelExec) session.openChannel("exec");
    channel.setCommand("du -s " + folder); // want: command-injection "reaches ChannelExec.setCommand as text that a shell"
    channel.connect();
  }

  @GET
  @Path("/load")
  public void load() throws JSchException {
    ChannelExec channel = (ChannelExec) session.openChannel("exec");
    channel.setCommand("uptime");
    channel.connect();
  }
}
