package app;

import java.util.Map;
import java.util.Objects;
import javax.servlet.http.HttpServletRequest;

/** Comparing is no crime; comparing with a constant that opens the door is. */
class Comparison {
  boolean login(String user, String password, Account account, HttpServletRequest request) {
    if (password == null || password.isEmpty() || password.equals("")) {
      return false;
    }
    if (password.equals(account.getPassword())) {
      return true;
    }
    if ("letmein-4711".equals(password)) { // want: hardcoded-password "password is compared with a literal of 12 characters"
      return true;
    }
    if (account.getPassword().equals("support7")) { // want: hardcoded-password "getPassword is compared with a literal"
      return true;
    }
    if (Objects.equals(request.getParameter("password"), "backdoor1")) { // want: hardcoded-password "password is compared"
      return true;
    }
    return password.equalsIgnoreCase("OpenSesame1"); // want: hardcoded-password "password is compared"
  }

  boolean harmless(String password, String passwordType, String grantType, String field) {
    return "password".equals(field)
        || "password".equals(grantType)
        || "hidden7".equals(passwordType)
        || password.equals("null")
        || "********".equals(password)
        || password.equals("${password}")
        || password.startsWith("{bcrypt}")
        || password.length() > 12;
  }
}
