package jakarta.servlet;

public interface SessionCookieConfig {
  void setSecure(boolean secure);

  void setHttpOnly(boolean httpOnly);
}
