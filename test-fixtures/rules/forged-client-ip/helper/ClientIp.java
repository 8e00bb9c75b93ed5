package app;

import javax.servlet.http.HttpServletRequest;

final class ClientIp {
  private ClientIp() {}

  static String of(HttpServletRequest request) {
    String ip = request.getHeader("x-forwarded-for");
    if (ip == null || ip.isEmpty() || "unknown".equalsIgnoreCase(ip)) {
      ip = request.getHeader("Proxy-Client-IP");
    }
    if (ip == null || ip.isEmpty()) {
      ip = request.getRemoteAddr();
    }
    return "0:0:0:0:0:0:0:1".equals(ip) ? "127.0.0.1" : ip;
  }

  static String behindProxy(HttpServletRequest request) {
    String remote = request.getRemoteAddr();
    if (!Proxies.areOurs(remote)) {
      return remote;
    }
    return request.getHeader("X-Forwarded-For");
  }
}
