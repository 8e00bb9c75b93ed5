package jakarta.servlet.http;

public class Cookie {
  public Cookie(String name, String value) {}

  public void setSecure(boolean secure) {}

  public void setHttpOnly(boolean httpOnly) {}

  public void setPath(String path) {}
}
