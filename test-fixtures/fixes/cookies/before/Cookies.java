package app;

import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.springframework.http.ResponseCookie;

class Cookies {
  void both(HttpServletResponse response, String id) {
    Cookie cookie = new Cookie("session", id);
    cookie.setPath("/");
    response.addCookie(cookie);
  }

  void off(HttpServletResponse response, String id) {
    Cookie cookie = new Cookie("session", id);
    cookie.setSecure(false);
    cookie.setHttpOnly(false);
    response.addCookie(cookie);
  }

  void nested(HttpServletResponse response, String id) {
    if (id != null) {
	  Cookie cookie = new Cookie("session", id); cookie.setPath("/"); response.addCookie(cookie);
    }
  }

  ResponseCookie built(String id) {
    return ResponseCookie.from("session", id).path("/").build();
  }

  ResponseCookie builtOnLines(String id) {
    return ResponseCookie.from("session", id)
        .path("/")
        .secure(false)
        .build();
  }

  Response rest(String id) {
    return Response.ok()
        .cookie(new NewCookie("session", id, "/", null, null, 3600, false, true))
        .build();
  }

  Response restVariable(String id) {
    NewCookie cookie = new NewCookie("session", id, "/", null, null, 3600, true, false);
    return Response.ok().cookie(cookie).build();
  }

  void configured(SessionCookieConfig config) {
    config.setSecure(false);
    config.setHttpOnly(false);
  }

  // ---- none is certainly right

  void noBlock(HttpServletResponse response, String id) {
    Cookie cookie = new Cookie("session", id);
    if (id != null) response.addCookie(cookie);
  }

  void inDevelopment(HttpServletResponse response, String id, boolean development) {
    Cookie cookie = new Cookie("session", id);
    cookie.setHttpOnly(true);
    if (development) {
      cookie.setSecure(false);
    }
    response.addCookie(cookie);
  }

  void made(HttpServletResponse response, String id) {
    response.addCookie(new Cookie("session", id));
  }
}
