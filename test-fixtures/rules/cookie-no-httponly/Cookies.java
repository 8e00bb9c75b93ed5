package app;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

class Cookies {
  void unset(HttpServletResponse response, String id) {
    Cookie cookie = new Cookie("session", id);
    cookie.setSecure(true);
    response.addCookie(cookie); // want: cookie-no-httponly "sends a cookie without HttpOnly"
  }

  void off(HttpServletResponse response, String id) {
    Cookie cookie = new Cookie("session", id);
    cookie.setSecure(true);
    cookie.setHttpOnly(false);
    response.addCookie(cookie); // want: cookie-no-httponly "without HttpOnly"
  }

  void on(HttpServletResponse response, String id) {
    Cookie cookie = new Cookie("session", id);
    cookie.setSecure(true);
    cookie.setHttpOnly(true);
    response.addCookie(cookie);
  }

  void forScripts(HttpServletResponse response, String value) {
    Cookie cookie = new Cookie("XSRF-TOKEN", value);
    cookie.setSecure(true);
    response.addCookie(cookie);
  }

  void language(HttpServletResponse response, String value) {
    Cookie cookie = new Cookie("lang", value);
    cookie.setSecure(true);
    response.addCookie(cookie);
  }

  CookieCsrfTokenRepository csrf() {
    CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
    repository.setCookieHttpOnly(false);
    return repository;
  }

  ResponseCookie spring(String id) {
    return ResponseCookie.from("token", id).secure(true).build(); // want: cookie-no-httponly "without HttpOnly"
  }

  ResponseCookie springOn(String id) {
    return ResponseCookie.from("token", id).secure(true).httpOnly(true).build();
  }

  Response rest(String id) {
    return Response.ok()
        .cookie(new NewCookie("token", id, "/", null, null, 3600, true, false)) // want: cookie-no-httponly "without HttpOnly"
        .build();
  }

  Response restOn(String id) {
    return Response.ok()
        .cookie(new NewCookie("token", id, "/", null, null, 3600, true, true))
        .build();
  }
}
