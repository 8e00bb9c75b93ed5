package app;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Redirects extends HttpServlet {
  private static final Map<String, String> PAGES = Map.of("home", "/home", "shop", "/shop");
  private static final Set<String> HOSTS = Set.of("www.example.org");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String next = request.getParameter("next"); // step: open-redirect 1
    // want: open-redirect "reaches HttpServletResponse.sendRedirect and chooses where"
    response.sendRedirect(next); // step: open-redirect 2
  }

  void header(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(302);
    response.setHeader("Location", request.getParameter("next")); // want: open-redirect "setHeader"
  }

  void slash(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect("/" + request.getParameter("next")); // want: open-redirect "sendRedirect"
  }

  void host(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect("https://www.example.org" + request.getParameter("next")); // want: open-redirect "sendRedirect"
  }

  void scheme(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect("https://" + request.getParameter("host") + "/home"); // want: open-redirect "sendRedirect"
  }

  void defaulted(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String next = request.getParameter("next");
    response.sendRedirect(next == null ? "/home" : next); // want: open-redirect "sendRedirect"
  }

  void onlySlashChecked(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String next = request.getParameter("next");
    if (next.startsWith("/")) {
      response.sendRedirect(next); // want: open-redirect "sendRedirect"
    }
  }

  void encodedUrl(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect(response.encodeRedirectURL(request.getParameter("next"))); // want: open-redirect "sendRedirect"
  }

  void path(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect("/shop/" + request.getParameter("article"));
  }

  void query(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect("/login?next=" + request.getParameter("next"));
    response.sendRedirect("login.jsp?error=" + request.getParameter("error"));
    response.sendRedirect(request.getContextPath() + "/list?page=" + request.getParameter("page"));
  }

  void fixedHost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect("https://www.example.org/search?q=" + request.getParameter("q"));
  }

  void own(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect(request.getContextPath() + "/home");
    response.sendRedirect("https://" + request.getServerName() + "/home");
  }

  void chosen(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect(PAGES.getOrDefault(request.getParameter("next"), "/home"));
  }

  void allowedHost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    URI next = URI.create(request.getParameter("next"));
    if (HOSTS.contains(next.getHost())) {
      response.sendRedirect(next.toString());
    }
  }

  void allowed(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String next = request.getParameter("next");
    if (PAGES.containsValue(next) || PAGES.values().contains(next)) {
      response.sendRedirect(next);
    }
  }

  void localChecked(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String next = request.getParameter("next");
    if (next.startsWith("/") && !next.startsWith("//") && !next.startsWith("/\\")) {
      response.sendRedirect(next);
    }
  }

  void encoded(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect(URLEncoder.encode(request.getParameter("next"), StandardCharsets.UTF_8));
  }

  void number(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect("/" + Integer.parseInt(request.getParameter("id")));
  }

  void matched(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String page = request.getParameter("page");
    if (page.matches("[a-z]+")) {
      response.sendRedirect("https://www.example.org/" + page);
      response.sendRedirect("/" + page);
    }
  }

  void back(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect(request.getHeader("Referer"));
  }

  void otherHeader(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("X-Next", Integer.toString(request.getParameter("next").length()));
  }

  void below(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String next = request.getParameter("next");
    String host = URI.create(next).getHost();
    if (host == null || !host.equals("example.org") && !host.endsWith(".example.org")) {
      throw new IllegalArgumentException();
    }
    response.sendRedirect(next);
  }

  void alike(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String next = request.getParameter("next");
    if (URI.create(next).getHost().endsWith("example.org")) {
      response.sendRedirect(next); // want: open-redirect "sendRedirect"
    }
  }

  void endOfAll(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String next = request.getParameter("next");
    if (next.endsWith(".example.org")) {
      response.sendRedirect(next); // want: open-redirect "sendRedirect"
    }
  }

  void theirDomain(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String next = request.getParameter("next");
    if (URI.create(next).getHost().endsWith("." + request.getParameter("domain"))) {
      response.sendRedirect(next); // want: open-redirect "sendRedirect"
    }
  }

  // Browsers take a backslash for a slash, java.net.URL does not.
  void backslash(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String next = request.getParameter("next");
    if (new URL(next).getHost().endsWith(".example.org")) {
      response.sendRedirect(next); // want: open-redirect "sendRedirect"
    }
  }

  void throughHelper(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String next = request.getParameter("next");
    if (checked(next) == null) {
      response.sendError(400);
      return;
    }
    response.sendRedirect(next);
  }

  void throughBadHelper(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String next = request.getParameter("next");
    if (trimmed(next) == null) {
      response.sendError(400);
      return;
    }
    response.sendRedirect(next); // want: open-redirect "sendRedirect"
  }

  private static String checked(String url) {
    if (url == null) {
      return null;
    }
    String host = host(url);
    if (HOSTS.contains(host)) {
      return url;
    }
    for (String domain : HOSTS) {
      if (host.endsWith("." + domain)) {
        return url;
      }
    }
    return null;
  }

  private static String host(String url) {
    try {
      return new URI(url).getHost().toLowerCase();
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private static String trimmed(String url) {
    return url == null || url.isEmpty() ? null : url;
  }
}
