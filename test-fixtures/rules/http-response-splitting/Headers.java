package app;

import com.acme.web.Answer;
import com.acme.web.Names;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import java.security.Key;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class Headers extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String name = request.getParameter("name"); // step: http-response-splitting 1
    // want: http-response-splitting "HttpServletResponse.addHeader as a header"
    response.addHeader("X-Name", name); // step: http-response-splitting 2
  }

  void headerName(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(request.getParameter("name"), "1"); // want: http-response-splitting "setHeader"
  }

  void fileName(HttpServletRequest request, HttpServletResponse response) {
    // want: http-response-splitting "setHeader"
    response.setHeader("Content-Disposition", "attachment; filename=" + request.getParameter("file"));
  }

  void cookie(HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = new Cookie("theme", request.getParameter("theme")); // want: http-response-splitting "new Cookie"
    response.addCookie(cookie);
  }

  void decoded(HttpServletRequest request, HttpServletResponse response) {
    String value = URLDecoder.decode(request.getHeader("X-Value"), StandardCharsets.UTF_8);
    response.setHeader("X-Value", value); // want: http-response-splitting "setHeader"
  }

  void unknownStep(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("X-Name", Names.clean(request.getParameter("name"))); // want: http-response-splitting "setHeader"
  }

  void unknownSink(HttpServletRequest request, Answer answer) {
    answer.setHeader("X-Name", request.getParameter("name"));
  }

  void ownHeader(HttpServletRequest request, HttpServletResponse response) {
    // What came as a header cannot hold a line break.
    response.setHeader("X-Request-Id", request.getHeader("X-Request-Id"));
    response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
  }

  void encoded(HttpServletRequest request, HttpServletResponse response) {
    String file = URLEncoder.encode(request.getParameter("file"), StandardCharsets.UTF_8);
    response.setHeader("Content-Disposition", "attachment; filename=" + file);
  }

  void removed(HttpServletRequest request, HttpServletResponse response) {
    String name = request.getParameter("name");
    response.setHeader("X-Name", name.replaceAll("[\\r\\n]", ""));
    response.setHeader("X-Name", name.replace("\r", "").replace("\n", ""));
    response.setHeader("X-Name", name.replaceAll("[^A-Za-z0-9]", ""));
  }

  void refused(HttpServletRequest request, HttpServletResponse response) {
    String name = request.getParameter("name");
    if (!name.matches("[\\w-]+")) {
      return;
    }
    response.setHeader("X-Name", name);
  }

  void numbers(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int count = Integer.parseInt(request.getParameter("count"));
    response.setHeader("X-Count", String.valueOf(count));
    response.setIntHeader("X-Count", count);
    response.setContentLength(count);
  }

  void location(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect(request.getParameter("next"));
    response.setHeader("Location", request.getParameter("next"));
    response.setContentType(request.getParameter("type"));
  }

  @RestController
  static class Spring {
    @GetMapping("/entity")
    ResponseEntity<Void> entity(@RequestParam String name) {
      return ResponseEntity.ok().header("X-Name", name).build(); // want: http-response-splitting "header"
    }

    @GetMapping("/headers")
    ResponseEntity<Void> headers(@RequestParam String name) {
      HttpHeaders headers = new HttpHeaders();
      headers.add("X-Name", name); // want: http-response-splitting "HttpHeaders.add"
      return ResponseEntity.ok().headers(headers).build();
    }

    @GetMapping("/cookie")
    ResponseEntity<Void> cookie(@RequestParam long theme) {
      ResponseCookie cookie = ResponseCookie.from("theme", Long.toString(theme)).build();
      return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie.toString()).build();
    }
  }

  static class Tokens {
    private final Key key;

    Tokens(Key key) {
      this.key = key;
    }

    void login(HttpServletRequest request, HttpServletResponse response) {
      String user = request.getParameter("user");
      String token =
          Jwts.builder().setSubject(user).signWith(SignatureAlgorithm.HS256, key).compact();
      response.addHeader("Authorization", "Bearer " + token);
      response.addCookie(new Cookie("token", token));
      response.addHeader("X-User", user); // want: http-response-splitting "addHeader"
    }
  }
}
