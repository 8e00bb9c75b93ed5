package app;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import org.springframework.session.web.http.DefaultCookieSerializer;

class Settings {
  void session(ServletContext context) {
    SessionCookieConfig config = context.getSessionCookieConfig();
    config.setSecure(false); // want: insecure-cookie "SessionCookieConfig.setSecure takes Secure from cookies"
    config.setHttpOnly(true);
  }

  void sealed(ServletContext context, boolean secure) {
    context.getSessionCookieConfig().setSecure(true);
    context.getSessionCookieConfig().setSecure(secure);
  }

  DefaultCookieSerializer serializer() {
    DefaultCookieSerializer serializer = new DefaultCookieSerializer();
    serializer.setUseSecureCookie(false); // want: insecure-cookie "takes Secure from cookies"
    serializer.setUseHttpOnlyCookie(true);
    return serializer;
  }
}
