package app;

import java.io.BufferedWriter;
import java.io.FileWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.text.StringEscapeUtils;
import org.owasp.encoder.Encode;
import org.owasp.esapi.ESAPI;
import org.springframework.web.util.HtmlUtils;

class Servlets extends HttpServlet {
  private PrintWriter kept;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setContentType("text/html");
    String name = request.getParameter("name"); // step: xss 1
    // want: xss "reaches PrintWriter.println as HTML"
    response.getWriter().println("<h1>Hello " + name + "</h1>"); // step: xss 2
  }

  void writer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    PrintWriter out = response.getWriter();
    out.write(request.getParameter("a")); // want: xss "PrintWriter.write"
  }

  void formatted(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.getWriter().printf(Locale.ROOT, "<b>%s</b>", request.getParameter("a")); // want: xss "as HTML"
  }

  void appended(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.getWriter().append("<b>").append(request.getParameter("a")); // want: xss "as HTML"
  }

  void bytes(HttpServletRequest request, HttpServletResponse response) throws IOException {
    OutputStream out = response.getOutputStream();
    out.write(request.getParameter("a").getBytes(StandardCharsets.UTF_8)); // want: xss "as HTML"
  }

  void wrapped(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try (Writer out =
        new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), "UTF-8"))) {
      out.write("<p>" + request.getQueryString()); // want: xss "as HTML"
    }
  }

  void kept(HttpServletRequest request, HttpServletResponse response) throws IOException {
    kept = response.getWriter();
    kept.println(request.getParameter("a")); // want: xss "as HTML"
  }

  void handedOn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    page(response.getWriter(), request.getParameter("a"));
  }

  private void page(Writer out, String title) throws IOException {
    out.write("<title>" + title + "</title>"); // want: xss "as HTML"
  }

  void map(HttpServletRequest request, HttpServletResponse response) throws IOException {
    for (Map.Entry<String, String[]> entry : request.getParameterMap().entrySet()) {
      response.getWriter().println(entry.getValue()[0]); // want: xss "as HTML"
    }
  }

  void cookies(HttpServletRequest request, HttpServletResponse response) throws IOException {
    for (Cookie cookie : request.getCookies()) {
      response.getWriter().println(cookie.getValue()); // want: xss "as HTML"
    }
  }

  void decoded(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String encoded = HtmlUtils.htmlEscape(request.getParameter("a"));
    response.getWriter().println(encoded);
    response.getWriter().println(HtmlUtils.htmlUnescape(encoded)); // want: xss "as HTML"
  }

  void tagsRemoved(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String a = request.getParameter("a").replaceAll("<script>", "");
    response.getWriter().println(a); // want: xss "as HTML"
  }

  void typeOnOneWay(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getParameter("json") != null) {
      response.setContentType("application/json");
    }
    response.getWriter().println(request.getParameter("a")); // want: xss "as HTML"
  }

  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendError(404, request.getParameter("a"));
  }

  void encoders(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String a = request.getParameter("a");
    PrintWriter out = response.getWriter();
    out.println(Encode.forHtml(a));
    out.println("<a title='" + Encode.forHtmlAttribute(a) + "'>");
    out.println(HtmlUtils.htmlEscape(a));
    out.println(StringEscapeUtils.escapeHtml4(a));
    out.println(org.apache.commons.lang.StringEscapeUtils.escapeHtml(a));
    out.println(ESAPI.encoder().encodeForHTML(a));
    out.println(java.net.URLEncoder.encode(a, StandardCharsets.UTF_8));
    out.println(org.jsoup.Jsoup.clean(a, org.jsoup.safety.Safelist.basic()));
  }

  void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("application/json;charset=UTF-8");
    response.getWriter().write("{\"a\":\"" + request.getParameter("a") + "\"}");
  }

  void plain(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Content-Type", "text/plain");
    response.getWriter().write(request.getParameter("a"));
  }

  void download(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("application/octet-stream");
    response.getOutputStream().write(request.getInputStream().readAllBytes());
  }

  void numbers(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int page = Integer.parseInt(request.getParameter("page"));
    response.getWriter().println("page " + page + " of " + request.getContentLength());
  }

  void otherWriters(HttpServletRequest request) throws IOException {
    StringWriter text = new StringWriter();
    text.write(request.getParameter("a"));
    try (FileWriter file = new FileWriter("/tmp/last.txt")) {
      file.write(request.getParameter("a"));
    }
    System.out.println(request.getParameter("a"));
  }

  void allowed(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String a = request.getParameter("a");
    if ("yes".equals(a) || "no".equals(a)) {
      response.getWriter().println(a);
    }
    if (a.matches("\\w+")) {
      response.getWriter().println(a);
    }
  }

  void cleaned(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.getWriter().println(request.getParameter("a").replaceAll("[<>&\"']", ""));
    response.getWriter().println(escape(request.getParameter("a")));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
