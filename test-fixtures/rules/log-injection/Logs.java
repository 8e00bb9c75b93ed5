package app;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.UnknownHostException;
import java.util.UUID;
import java.util.logging.Level;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.logging.log4j.LogManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class Logs extends HttpServlet {
  private static final Logger log = LoggerFactory.getLogger(Logs.class);
  private static final org.apache.logging.log4j.Logger log4j = LogManager.getLogger(Logs.class);
  private static final Log commons = LogFactory.getLog(Logs.class);
  private static final java.util.logging.Logger jul = java.util.logging.Logger.getLogger("app");

  enum Color {
    RED,
    GREEN
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String user = request.getParameter("user"); // step: log-injection 1
    // want: log-injection "reaches Logger.info with its line breaks"
    log.info("login failed for " + user); // step: log-injection 2
    log.warn("again for {}", user);
    log.error("and again for {} and {}", user, request.getParameter("other"));
  }

  void parameter(HttpServletRequest request) {
    log.info("user {} at {}", 1, request.getParameter("user")); // want: log-injection "Logger.info"
  }

  void quiet(HttpServletRequest request) {
    log.debug("user {}", request.getParameter("user"));
    log.trace(request.getParameter("user"));
  }

  void others(HttpServletRequest request) {
    log4j.info("user {}", request.getParameter("user")); // want: log-injection "Logger.info"
  }

  void commonsLogging(HttpServletRequest request) {
    commons.warn("user " + request.getParameter("user")); // want: log-injection "Log.warn"
  }

  void utilLogging(HttpServletRequest request) {
    jul.log(Level.INFO, "user {0}", request.getParameter("user")); // want: log-injection "Logger.log"
  }

  void inLambda(HttpServletRequest request) {
    Runnable later = () -> log.info("user {}", request.getParameter("user")); // want: log-injection "Logger.info"
    later.run();
  }

  void onlyOne(HttpServletRequest request) {
    String user = request.getParameter("user").replace("\n", "");
    log.info("user {}", user.replace("\r", ""));
    String other = request.getParameter("other").replaceAll("[\r\n]", "_");
    log.info("other {}", other);
    log.info("third {}", request.getParameter("third").replaceAll("\\R", " "));
    log.info("fourth {}", StringEscapeUtils.escapeJava(request.getParameter("fourth")));
    log.info("fifth {}", request.getParameter("fifth").replaceAll("[^\\w ]", ""));
  }

  void numbers(HttpServletRequest request) {
    int page = Integer.parseInt(request.getParameter("page"));
    log.info("page {}", page);
    log.info("key {}", UUID.fromString(request.getParameter("key")));
    log.info("color {}", Color.valueOf(request.getParameter("color")));
    log.info("length {}", request.getParameter("text").length());
  }

  void raw(HttpServletRequest request) {
    log.info("{} {} {}", request.getMethod(), request.getRequestURI(), request.getQueryString());
    log.info("agent {}", request.getHeader("User-Agent"));
    log.info("from {}", request.getRemoteAddr());
  }

  void guarded(HttpServletRequest request) {
    String user = request.getParameter("user");
    if (user.matches("[a-z0-9]+")) {
      log.info("user {}", user);
    } else {
      log.info("bad user");
    }
  }

  void empty(HttpServletRequest request) {
    String user = request.getParameter("user");
    if (StringUtils.isEmpty(user)) {
      log.info("no user: {}", user);
    } else {
      log.info("user {}", user); // want: log-injection "Logger.info"
    }
  }

  void address(HttpServletRequest request) throws UnknownHostException {
    InetAddress address = InetAddress.getByName(request.getParameter("host"));
    log.info("called {}", address.getHostAddress());
  }

  // A URI has no line breaks, but what it gives decoded may have them.
  void parsed(HttpServletRequest request) throws Exception {
    URI created = URI.create(request.getParameter("url"));
    log.info("calling {}", created);
    log.info("calling {} {}", created.getHost(), created.getRawPath());
    URI made = new URI("https", request.getParameter("host"), "/home", null);
    log.info("calling {}", made);
  }

  void decoded(HttpServletRequest request) throws URISyntaxException {
    URI uri = new URI(request.getParameter("url"));
    log.info("calling {}", uri.toString());
    log.info("path {}", uri.getPath()); // want: log-injection "Logger.info"
  }

  void unparsed(HttpServletRequest request) throws Exception {
    log.info("file {}", new URL(request.getParameter("url")).getFile()); // want: log-injection "Logger.info"
  }

  void failed(HttpServletRequest request) {
    try {
      Integer.parseInt(request.getParameter("page"));
    } catch (NumberFormatException e) {
      log.warn("not a number", e);
    }
  }

  @RestController
  static class Spring {
    record Order(String id, int count) {}

    @GetMapping("/orders")
    void orders(@RequestParam String name, @RequestParam long id, @RequestParam Color color) {
      log.info("order {} {}", id, color);
      log.info("order {}", name); // want: log-injection "parameter name reaches Logger.info"
    }
  }
}
