package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.List;
import java.util.Objects;

/**
 * Code that outsiders reach through the network by other means than an annotated HTTP controller.
 *
 * @param framework {@code servlet}, {@code graphql}, {@code grpc}, {@code soap}, or {@code
 *     functional} for routes that are written in code
 * @param methods HTTP methods, or what the protocol has instead: {@code QUERY}, {@code CALL}
 * @param paths paths, or names of fields and operations; as far as they are known
 * @param constant whether all that is written of the paths is constant
 * @param location of the route, or of the method
 */
public record OtherEndpoint(
    String framework,
    TypeInfo type,
    MethodInfo handler,
    List<String> methods,
    List<String> paths,
    boolean constant,
    Location location) {

  public OtherEndpoint {
    Objects.requireNonNull(framework);
    methods = List.copyOf(methods);
    paths = List.copyOf(paths);
  }
}
