package app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

@Path("/go")
class Rest {
  @GET
  public Response go(@QueryParam("next") String next) {
    return Response.seeOther(URI.create(next)).build(); // want: open-redirect "Response.seeOther"
  }

  @GET
  @Path("/temporary")
  public Response temporary(@QueryParam("next") String next) {
    return Response.temporaryRedirect(URI.create(next)).build(); // want: open-redirect "temporaryRedirect"
  }

  @GET
  @Path("/orders")
  public Response orders(@QueryParam("id") String id) {
    return Response.seeOther(URI.create("/orders/" + id)).build();
  }
}
