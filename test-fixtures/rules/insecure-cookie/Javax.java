package app;

import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;

class Javax {
  private final boolean secure;

  Javax(boolean secure) {
    this.secure = secure;
  }

  void unset(HttpServletResponse response, String id) {
    Cookie cookie = new Cookie("sid", id);
    cookie.setHttpOnly(true);
    response.addCookie(cookie); // want: insecure-cookie "HttpServletResponse.addCookie sends a cookie without Secure"
  }

  void off(HttpServletResponse response, String id) {
    Cookie cookie = new Cookie("sid", id);
    cookie.setSecure(false);
    cookie.setHttpOnly(true);
    response.addCookie(cookie); // want: insecure-cookie "without Secure"
  }

  void late(HttpServletResponse response, String id) {
    Cookie cookie = new Cookie("sid", id);
    cookie.setHttpOnly(true);
    response.addCookie(cookie); // want: insecure-cookie "without Secure"
    cookie.setSecure(true);
  }

  void helper(HttpServletResponse response, String id) {
    response.addCookie(plain(id)); // want: insecure-cookie "without Secure"
    response.addCookie(sealed(id));
  }

  private static Cookie plain(String id) {
    Cookie cookie = new Cookie("sid", id);
    cookie.setHttpOnly(true);
    return cookie;
  }

  private static Cookie sealed(String id) {
    Cookie cookie = new Cookie("sid", id);
    cookie.setHttpOnly(true);
    cookie.setSecure(true);
    return cookie;
  }

  void on(HttpServletResponse response, String id) {
    Cookie cookie = new Cookie("sid", id);
    cookie.setSecure(true);
    cookie.setHttpOnly(true);
    response.addCookie(cookie);
  }

  void hardened(HttpServletResponse response, String id) {
    Cookie cookie = new Cookie("sid", id);
    harden(cookie);
    response.addCookie(cookie);
  }

  private static void harden(Cookie cookie) {
    cookie.setSecure(true);
    cookie.setHttpOnly(true);
    cookie.setPath("/");
  }

  void configured(HttpServletResponse response, String id) {
    Cookie cookie = new Cookie("sid", id);
    cookie.setSecure(secure);
    cookie.setHttpOnly(true);
    response.addCookie(cookie);
  }

  void deleted(HttpServletResponse response) {
    Cookie cookie = new Cookie("sid", "");
    cookie.setMaxAge(0);
    cookie.setHttpOnly(true);
    response.addCookie(cookie);
  }

  void emptied(HttpServletResponse response) {
    Cookie cookie = new Cookie("sid", "");
    cookie.setHttpOnly(true);
    response.addCookie(cookie);
  }

  void foreign(HttpServletResponse response, Cookie cookie) {
    response.addCookie(cookie);
  }
}
