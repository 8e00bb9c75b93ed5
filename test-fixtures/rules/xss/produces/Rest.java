package app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

@Path("/rest")
@Produces("application/json")
class Rest {
  @GET
  @Produces(MediaType.TEXT_HTML)
  public String html(@QueryParam("name") String name) {
    return "<p>" + name; // want: xss "as HTML"
  }

  @GET
  @Path("/{name}")
  public String ofTheClass(@PathParam("name") String name) {
    return name;
  }

  @GET
  @Path("/plain")
  @Produces({"text/plain", "application/json"})
  public String plain(@QueryParam("name") String name) {
    return name;
  }

  @GET
  @Path("/response")
  public Response response(@QueryParam("name") String name) {
    return Response.ok(name).build();
  }

  @GET
  @Path("/page")
  @Produces("text/html")
  public Response page(@QueryParam("name") String name) {
    return Response.ok("<p>" + name).build(); // want: xss "as HTML"
  }
}
