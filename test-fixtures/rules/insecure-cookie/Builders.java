package app;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;

class Builders {
  ResponseEntity<String> spring(String id) {
    ResponseCookie cookie =
        ResponseCookie.from("sid", id).httpOnly(true).path("/").build(); // want: insecure-cookie "build sends a cookie without Secure"
    return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie.toString()).body("");
  }

  ResponseCookie off(String id) {
    return ResponseCookie.from("sid", id).httpOnly(true).secure(false).build(); // want: insecure-cookie "without Secure"
  }

  ResponseCookie on(String id) {
    return ResponseCookie.from("sid", id).httpOnly(true).secure(true).sameSite("Lax").build();
  }

  ResponseCookie deleted() {
    return ResponseCookie.from("sid", "").httpOnly(true).maxAge(0).build();
  }

  ResponseCookie deletedByDuration() {
    return ResponseCookie.from("sid", "").httpOnly(true).maxAge(Duration.ZERO).build();
  }

  ResponseCookie apart(String id, boolean secure) {
    ResponseCookie.ResponseCookieBuilder builder = ResponseCookie.from("sid", id).httpOnly(true);
    builder.secure(secure);
    return builder.build();
  }

  Response rest(String id) {
    return Response.ok()
        .cookie(new NewCookie("sid", id, "/", null, null, 3600, false, true)) // want: insecure-cookie "without Secure"
        .build();
  }

  Response restSecure(String id) {
    return Response.ok()
        .cookie(new NewCookie("sid", id, "/", null, null, 3600, true, true))
        .build();
  }

  Response restBuilder(String id) {
    NewCookie sealed = new NewCookie.Builder("sid").value(id).secure(true).httpOnly(true).build();
    return Response.ok().cookie(sealed).build();
  }
}
