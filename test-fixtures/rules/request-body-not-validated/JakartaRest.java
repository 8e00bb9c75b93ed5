import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.*;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

record Fruit(@NotBlank String name) {}

class Paging {
  @QueryParam("page")
  @jakarta.validation.constraints.Min(0)
  public int page;
}

class Upload {
  @FormParam("name")
  @NotBlank
  public String name;
}

@interface Auth {}

record Account(@NotBlank String login) {}

@Path("/fruits")
class FruitResource {

  @POST
  void add(Fruit fruit) {} // want: request-body-not-validated "parameter fruit of FruitResource.add"

  @PUT
  @Path("/{id}")
  void replace(@PathParam("id") long id, @Context UriInfo uri, Fruit fruit) {} // want: request-body-not-validated "parameter fruit of FruitResource.replace"

  @POST
  @Path("/many")
  void addMany(List<Fruit> fruits) {} // want: request-body-not-validated "parameter fruits"

  @POST
  @Path("/documented")
  void documented(@RequestBody(description = "x") Fruit fruit) {} // want: request-body-not-validated "parameter fruit of FruitResource.documented"

  @GET
  List<Fruit> list(@BeanParam Paging paging) { // want: request-body-not-validated "Paging has constraints (page)"
    return List.of();
  }

  @POST
  @Path("/valid")
  void valid(@Valid Fruit fruit) {}

  @GET
  @Path("/valid")
  List<Fruit> validList(@Valid @BeanParam Upload upload) {
    return List.of();
  }

  /** Injected by a library's annotation, not read from the body. */
  @GET
  @Path("/mine")
  List<Fruit> mine(@Auth Account account, @QueryParam("q") String q) {
    return List.of();
  }

  void notAResourceMethod(Fruit fruit) {}
}
