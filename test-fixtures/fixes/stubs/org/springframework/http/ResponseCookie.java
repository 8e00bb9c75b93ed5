package org.springframework.http;

public class ResponseCookie {
  public static ResponseCookieBuilder from(String name, String value) {
    return null;
  }

  public interface ResponseCookieBuilder {
    ResponseCookieBuilder path(String path);

    ResponseCookieBuilder secure(boolean secure);

    ResponseCookieBuilder httpOnly(boolean httpOnly);

    ResponseCookie build();
  }
}
