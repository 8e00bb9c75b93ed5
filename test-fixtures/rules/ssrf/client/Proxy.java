package app;

import java.io.IOException;
import java.net.URI;
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
}
