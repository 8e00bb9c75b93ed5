package app;

import com.acme.web.Exchange;
import com.acme.web.Html;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

class Unknown {
  void exchange(Exchange exchange) throws IOException {
    exchange.getWriter().println(exchange.getParameter("name"));
  }

  void helper(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // A method that nobody knows is not taken for an encoder, whatever its name.
    String name = Html.safe(request.getParameter("name"));
    response.getWriter().println(name); // want: xss "as HTML"
  }
}
