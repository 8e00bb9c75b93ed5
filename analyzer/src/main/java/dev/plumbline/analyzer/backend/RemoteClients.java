package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.AnnotationRoles;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.TypeRole;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The servers that code calls: through annotated interfaces (OpenFeign, HTTP interfaces, Retrofit,
 * MicroProfile), and through the client libraries that the library data name, by class.
 */
public final class RemoteClients {

  /** Elements that hold an address, before those that hold the name of a service. */
  private static final String[] ADDRESSES = {"url", "baseUri", "path"};

  private static final String[] SERVICES = {"name", "value", "contextId", "serviceId", "configKey"};

  private static final Pattern ADDRESS = Pattern.compile("(?i)(https?|wss?|lb|grpc|ftp)://.+");

  private final Program program;
  private final Library library;
  private final AnnotationRoles roles;
  private final AnnotationValues values;
  private final Map<String, Optional<TypeRole>> known = new HashMap<>();
  private final List<RemoteClient> all = new ArrayList<>();

  RemoteClients(Program program, Library library) {
    this.program = program;
    this.library = library;
    this.roles = new AnnotationRoles(program, library);
    this.values = new AnnotationValues(program);
    Map<TypeInfo, List<CodeBody>> bodies = new HashMap<>();
    program
        .bodies()
        .forEach(
            body ->
                bodies
                    .computeIfAbsent(body.owner().declaredAround(), key -> new ArrayList<>())
                    .add(body));
    for (TypeInfo type : program.types()) {
      if (type.declaration().isInterface()) {
        declared(type).ifPresent(all::add);
      }
      written(type, bodies.getOrDefault(type, List.of()));
    }
  }

  /** Tests included, in path and source order. */
  public List<RemoteClient> all() {
    return List.copyOf(all);
  }

  private Optional<RemoteClient> declared(TypeInfo type) {
    AnnotationRoles.Played client = roles.on(type, Role.CLIENT).orElse(null);
    int methods = 0;
    TreeSet<String> targets = new TreeSet<>();
    for (MethodInfo method : type.methods()) {
      boolean isAbstract =
          method.declaration().kind() == MethodDecl.Kind.METHOD && method.body().isEmpty();
      AnnotationRoles.Played own = isAbstract ? roles.on(method, Role.CLIENT).orElse(null) : null;
      if (own != null && client == null) {
        values.text(own.annotation(), "value", "path").ifPresent(targets::add);
      }
      methods += isAbstract ? 1 : 0;
    }
    if (client == null) {
      AnnotationRoles.Played first =
          type.methods().stream()
              .flatMap(method -> roles.on(method, Role.CLIENT).stream())
              .findFirst()
              .orElse(null);
      return first == null
          ? Optional.empty()
          : Optional.of(client(type, first, List.copyOf(targets), methods));
    }
    String name =
        values
            .text(client.annotation(), ADDRESSES)
            .or(() -> values.text(client.annotation(), SERVICES))
            .orElse(null);
    return Optional.of(client(type, client, name == null ? List.of() : List.of(name), methods));
  }

  private static RemoteClient client(
      TypeInfo type, AnnotationRoles.Played played, List<String> targets, int methods) {
    String name = played.annotation().name();
    String by =
        played.model().framework().equals("retrofit")
            ? "Retrofit"
            : "@" + name.substring(name.lastIndexOf('.') + 1);
    return new RemoteClient(
        type,
        RemoteClient.Kind.INTERFACE,
        "http",
        by,
        targets,
        methods,
        type.location(type.declaration().nameSpan()));
  }

  /** What one class calls with one library type. */
  private static final class Use {
    private final TreeSet<String> targets = new TreeSet<>();
    private final TypeRole role;
    private final Location first;
    private int calls;

    Use(TypeRole role, Location first) {
      this.role = role;
      this.first = first;
    }
  }

  private void written(TypeInfo type, List<CodeBody> bodies) {
    Map<String, Use> uses = new LinkedHashMap<>();
    for (CodeBody body : bodies) {
      TreeSet<String> addresses = null;
      for (Block block : body.body().blocks()) {
        for (Instruction each : block.instructions()) {
          if (!(each instanceof Instruction.Call call)) {
            continue;
          }
          JavaType receiver = program.inference().target(body, call).receiver();
          TypeRole role = role(receiver).orElse(null);
          if (role != null) {
            Use use =
                uses.computeIfAbsent(
                    role.type(), key -> new Use(role, body.location(call.nameSpan())));
            use.calls++;
            if (addresses == null) {
              addresses = addresses(body);
            }
            use.targets.addAll(addresses);
          }
        }
      }
    }
    for (Use use : uses.values()) {
      String name = use.role.type();
      all.add(
          new RemoteClient(
              type,
              RemoteClient.Kind.CODE,
              use.role.as(),
              name.substring(name.lastIndexOf('.') + 1),
              List.copyOf(use.targets),
              use.calls,
              use.first));
    }
  }

  private Optional<TypeRole> role(JavaType receiver) {
    if (!receiver.isClass()) {
      return Optional.empty();
    }
    return known.computeIfAbsent(
        receiver.name(),
        name -> {
          // The workspace's own class below a client is a client by itself, not one that uses it.
          if (program.hasType(name)) {
            return Optional.empty();
          }
          for (String ancestor : program.hierarchy().ancestors(name)) {
            for (TypeRole role : library.typeRoles(TypeRole.Role.CLIENT)) {
              if (role.type().equals(ancestor)) {
                return Optional.of(role);
              }
            }
          }
          return Optional.empty();
        });
  }

  /** The addresses among the arguments of the calls in the code that holds the client's. */
  private TreeSet<String> addresses(CodeBody body) {
    TreeSet<String> found = new TreeSet<>();
    TextConstants texts = new TextConstants(program);
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call && !call.arguments().isEmpty()) {
          for (TextConstants.TextConstant text : texts.of(body, call.arguments().get(0))) {
            if (ADDRESS.matcher(text.text()).matches()) {
              found.add(text.text());
            }
          }
        }
      }
    }
    return found;
  }
}
