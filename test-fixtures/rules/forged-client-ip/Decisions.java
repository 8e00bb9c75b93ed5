package app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

class Decisions {
  private static final Logger log = LoggerFactory.getLogger(Decisions.class);
  private static final Set<String> ADMINS = Set.of("10.0.0.7");
  private static final String FORWARDED = "X-Forwarded-For";
  private static final String[] HEADERS = {"X-Real-IP", "Proxy-Client-IP"};
  private final RateLimiter limiter;
  private final LoginAttempts attempts;

  Decisions(RateLimiter limiter, LoginAttempts attempts) {
    this.limiter = limiter;
    this.attempts = attempts;
  }

  boolean member(HttpServletRequest request) {
    String ip = request.getHeader("X-Forwarded-For"); // step: forged-client-ip 1
    // want: forged-client-ip "header X-Forwarded-For, which every client can send, is looked up"
    return ADMINS.contains(ip); // step: forged-client-ip 2
  }

  void compared(HttpServletRequest request) {
    String ip = request.getHeader(FORWARDED);
    if (!"127.0.0.1".equals(ip)) { // want: forged-client-ip "is compared by String.equals"
      throw new SecurityException();
    }
  }

  boolean network(HttpServletRequest request) {
    String ip = request.getHeader("x-real-ip");
    return ip != null && ip.startsWith("10."); // want: forged-client-ip "x-real-ip"
  }

  void firstOfMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String ip = request.getHeader("X-Forwarded-For").split(",")[0].trim();
    if (!ADMINS.contains(ip)) { // want: forged-client-ip "is looked up by Set.contains"
      response.sendError(403);
      return;
    }
    response.getWriter().println("welcome");
  }

  boolean loop(HttpServletRequest request) {
    String found = null;
    for (String header : HEADERS) {
      String ip = request.getHeader(header);
      if (ip != null) {
        found = ip;
      }
    }
    return ADMINS.contains(found); // want: forged-client-ip "header X-Real-IP"
  }

  boolean optional(HttpServletRequest request) {
    String ip = Optional.ofNullable(request.getHeader("X-Real-IP")).orElse("").trim();
    return ADMINS.contains(ip); // want: forged-client-ip "X-Real-IP"
  }

  @GetMapping("/admin")
  String bound(@RequestHeader("X-Forwarded-For") String ip) {
    if (ADMINS.contains(ip)) { // want: forged-client-ip "header X-Forwarded-For"
      return "admin";
    }
    return "visitor";
  }

  @GetMapping("/admin/open")
  boolean boundAnswer(@RequestHeader(name = "X-Forwarded-For", required = false) String ip) {
    return ADMINS.contains(ip); // want: forged-client-ip "X-Forwarded-For"
  }

  boolean limited(HttpServletRequest request) {
    String ip = request.getHeader("X-Forwarded-For");
    return limiter.tryAcquire(ip); // want: forged-client-ip "counts for RateLimiter.tryAcquire"
  }

  void locked(HttpServletRequest request) {
    String ip = request.getHeader("X-Forwarded-For");
    if (attempts.isBlocked(ip)) { // want: forged-client-ip "LoginAttempts.isBlocked"
      throw new SecurityException();
    }
  }

  boolean remote(HttpServletRequest request) {
    return ADMINS.contains(request.getRemoteAddr());
  }

  boolean behindKnownProxy(HttpServletRequest request) {
    String ip = request.getRemoteAddr();
    if (ADMINS.contains(request.getRemoteAddr())) {
      ip = request.getHeader("X-Forwarded-For");
    }
    return ADMINS.contains(ip);
  }

  void logged(HttpServletRequest request) {
    log.info("request from {}", request.getHeader("X-Forwarded-For"));
  }

  String tidied(HttpServletRequest request) {
    String ip = request.getHeader("X-Forwarded-For");
    if (ip == null || "unknown".equalsIgnoreCase(ip)) {
      ip = request.getRemoteAddr();
    }
    if ("127.0.0.1".equals(ip)) {
      ip = "localhost";
    }
    if (ip.contains(",")) {
      ip = ip.substring(0, ip.indexOf(','));
    }
    return ip;
  }

  boolean otherHeader(HttpServletRequest request) {
    return ADMINS.contains(request.getHeader("X-Request-Id"))
        || List.of("json").contains(request.getHeader("Accept"));
  }

  String pickedByText(HttpServletRequest request) {
    String version = request.getHeader("X-Version");
    return version.startsWith("10.") ? "new" : "old";
  }

  interface RateLimiter {
    boolean tryAcquire(String key);
  }

  interface LoginAttempts {
    boolean isBlocked(String key);
  }
}
