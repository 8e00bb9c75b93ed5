package app;

import java.util.HashSet;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

class Gate {
  private final Set<String> banned = new HashSet<>();

  void enter(HttpServletRequest request) {
    String ip = ClientIp.of(request);
    if (banned.contains(ip)) { // want: forged-client-ip "header x-forwarded-for"
      throw new SecurityException();
    }
  }

  void enterBehindProxy(HttpServletRequest request) {
    String ip = ClientIp.behindProxy(request);
    if (banned.contains(ip)) {
      throw new SecurityException();
    }
  }

  void remember(HttpServletRequest request) {
    banned.add(ClientIp.of(request));
  }

  String addressOf(HttpServletRequest request) {
    return "from " + ClientIp.of(request);
  }
}
