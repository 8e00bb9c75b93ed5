package app;

import com.acme.text.Texts;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

class Sessions extends HttpServlet {
  private static final Set<String> THEMES = Set.of("light", "dark");
  private static final Map<String, String> ROLES = Map.of("a", "admin");
  private Users users;

  interface Users {
    User find(long id);
  }

  record User(long id, String name) {}

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    String user = request.getParameter("user"); // step: trust-boundary-violation 1
    // want: trust-boundary-violation "reaches HttpSession.setAttribute and is kept"
    request.getSession().setAttribute("user", user); // step: trust-boundary-violation 2
  }

  void name(HttpServletRequest request) {
    HttpSession session = request.getSession();
    session.setAttribute(request.getParameter("key"), "1"); // want: trust-boundary-violation "name of an attribute"
  }

  void old(HttpServletRequest request) {
    request.getSession().putValue("user", request.getHeader("X-User")); // want: trust-boundary-violation "putValue"
  }

  void encoded(HttpServletRequest request) {
    String user = HtmlUtils.htmlEscape(request.getParameter("user"));
    request.getSession().setAttribute("user", user); // want: trust-boundary-violation "setAttribute"
  }

  void application(HttpServletRequest request) {
    // want: trust-boundary-violation "ServletContext.setAttribute"
    request.getServletContext().setAttribute("last", request.getParameter("user"));
  }

  void unknownStep(HttpServletRequest request) {
    request.getSession().setAttribute("user", Texts.of(request.getParameter("user"))); // want: trust-boundary-violation "setAttribute"
  }

  void number(HttpServletRequest request) {
    long id = Long.parseLong(request.getParameter("id"));
    request.getSession().setAttribute("id", id);
    request.getSession().setAttribute("key", UUID.fromString(request.getParameter("key")));
    request.getSession().setAttribute("known", request.getParameter("user") != null);
  }

  void loaded(HttpServletRequest request) {
    User user = users.find(Long.parseLong(request.getParameter("id")));
    request.getSession().setAttribute("user", user);
    request.getSession().setAttribute("name", user.name());
  }

  void allowed(HttpServletRequest request) {
    String theme = request.getParameter("theme");
    if (THEMES.contains(theme)) {
      request.getSession().setAttribute("theme", theme);
    }
    request.getSession().setAttribute("role", ROLES.get(request.getParameter("role")));
  }

  void matched(HttpServletRequest request) {
    String code = request.getParameter("code");
    if (code.matches("[0-9]{6}")) {
      request.getSession().setAttribute("code", code);
    }
  }

  void ofTheRequest(HttpServletRequest request) {
    request.setAttribute("user", request.getParameter("user"));
    request.getSession().setAttribute("started", System.currentTimeMillis());
  }

  @RestController
  static class Spring {
    @PostMapping("/cart")
    void cart(HttpSession session, @RequestParam String article, @RequestParam int count) {
      session.setAttribute("count", count);
      session.setAttribute("article", article); // want: trust-boundary-violation "parameter article"
    }
  }
}
