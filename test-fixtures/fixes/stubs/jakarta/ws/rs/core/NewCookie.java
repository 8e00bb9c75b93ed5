package jakarta.ws.rs.core;

public class NewCookie {
  public NewCookie(
      String name,
      String value,
      String path,
      String domain,
      String comment,
      int maxAge,
      boolean secure,
      boolean httpOnly) {}
}
