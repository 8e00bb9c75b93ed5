package app;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
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

  // ---- none is certainly right

  void noBlock(HttpServletResponse response, String id) {
    Cookie cookie = new Cookie("session", id);
    if (id != null) response.addCookie(cookie);
  }

  void made(HttpServletResponse response, String id) {
    response.addCookie(new Cookie("session", id));
  }
}
