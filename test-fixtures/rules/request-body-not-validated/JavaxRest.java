import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.POST;
import javax.ws.rs.Path;

class Ticket {
  @NotNull private String title;
}

@HttpMethod("MERGE")
@interface MERGE {}

interface TicketApi {
  @POST
  void open(@Valid Ticket ticket);

  @POST
  @Path("/close")
  void close(Ticket ticket);
}

@Path("/tickets")
class TicketResource implements TicketApi {

  @Override
  public void open(Ticket ticket) {}

  @Override
  public void close(Ticket ticket) {} // want: request-body-not-validated "parameter ticket of TicketResource.close"

  @MERGE
  public void merge(Ticket ticket) {} // want: request-body-not-validated "parameter ticket of TicketResource.merge"

  @Path("/{id}")
  public CommentResource comments() {
    return new CommentResource();
  }
}

/** A sub-resource needs no path of its own. */
class CommentResource {
  @POST
  public void comment(Ticket ticket) {} // want: request-body-not-validated "parameter ticket of CommentResource.comment"

  @POST
  public void validComment(@Valid Ticket ticket) {}
}
