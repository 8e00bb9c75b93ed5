package app;

import javax.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Login {
  private static final Logger log = LoggerFactory.getLogger(Login.class);

  void login(HttpServletRequest request) {
    log.info("login of {}", request.getParameter("user"));
  }
}
