package app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

class Pages {
  void bean(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Visitor visitor = new Visitor();
    visitor.setName(request.getParameter("name"));
    visitor.setGroup("guests");
    PrintWriter out = response.getWriter();
    out.println(visitor.getGroup());
    out.println(visitor.getName()); // want: xss "as HTML"
  }

  void builder(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Card card = new Card.Builder().title("Card").text(request.getParameter("text")).build();
    response.getWriter().println(card.title());
    response.getWriter().println(card.text()); // want: xss "as HTML"
  }

  void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
    StringBuilder page = new StringBuilder("<html>");
    page.append("<h1>").append(request.getParameter("title")).append("</h1>");
    response.getWriter().print(page); // want: xss "as HTML"
  }

  void empty(HttpServletRequest request, HttpServletResponse response) throws IOException {
    StringBuilder page = new StringBuilder(request.getParameter("title"));
    page.setLength(0);
    page.append("<html>");
    response.getWriter().print(page);
  }
}
