package jakarta.ws.rs.core;

public class Response {
  public static ResponseBuilder ok() {
    return null;
  }

  public interface ResponseBuilder {
    ResponseBuilder cookie(NewCookie... cookies);

    Response build();
  }
}
