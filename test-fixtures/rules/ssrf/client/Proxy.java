package app;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Proxy extends HttpServlet {
  private final Fetcher fetcher = new Fetcher("https://files.example.org");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    fetcher.fetch(request.getParameter("url")).close();
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    fetcher.fetchBelow(request.getParameter("path")).close();
    String url = request.getParameter("url");
    if (Hosts.isAllowed(url)) {
      URI.create(url).toURL().openStream().close();
    }
  }

  @Override
  protected void doPut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // The path of a request begins with a slash, so the server is the one before it.
    new URL("https://files.example.org" + request.getRequestURI()).openStream().close();
    String target = request.getRequestURI().substring("/proxy/".length());
    new URL(target).openStream().close(); // want: ssrf "getRequestURI"
  }
}
