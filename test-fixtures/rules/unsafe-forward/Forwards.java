package app;

import com.acme.web.Pages;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

class Forwards extends HttpServlet {
  private static final Map<String, String> PAGES = Map.of("home", "/home.jsp");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String page = request.getParameter("page"); // step: unsafe-forward 1
    // want: unsafe-forward "chooses what the server forwards to"
    request.getRequestDispatcher(page).forward(request, response); // step: unsafe-forward 2
  }

  void folder(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String page = "/WEB-INF/pages/" + request.getParameter("page");
    request.getRequestDispatcher(page).include(request, response); // want: unsafe-forward "getRequestDispatcher"
  }

  void context(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    // want: unsafe-forward "ServletContext.getRequestDispatcher"
    getServletContext().getRequestDispatcher("/" + request.getParameter("page")).forward(request, response);
  }

  void unknownStep(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String page = Pages.of(request.getParameter("page"));
    request.getRequestDispatcher(page).forward(request, response); // want: unsafe-forward "forwards to"
  }

  void fixed(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.setAttribute("page", request.getParameter("page"));
    request.getRequestDispatcher("/home.jsp").forward(request, response);
  }

  void query(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String page = "/list.jsp?page=" + request.getParameter("page");
    request.getRequestDispatcher(page).forward(request, response);
  }

  void mapped(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String page = PAGES.get(request.getParameter("page"));
    request.getRequestDispatcher(page).forward(request, response);
  }

  void compared(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String page = request.getParameter("page");
    if ("/home.jsp".equals(page) || "/shop.jsp".equals(page)) {
      request.getRequestDispatcher(page).forward(request, response);
    }
  }

  void number(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    int step = Integer.parseInt(request.getParameter("step"));
    request.getRequestDispatcher("/step" + step + ".jsp").forward(request, response);
  }

  void configured(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher(getServletConfig().getServletName()).forward(request, response);
  }

  @Controller
  static class Views {
    @GetMapping("/forward")
    String forward(@RequestParam String page) {
      return "forward:/" + page; // want: unsafe-forward "is returned by"
    }

    @GetMapping("/model")
    ModelAndView model(@RequestParam String page) {
      return new ModelAndView("forward:" + page); // want: unsafe-forward "forwards to"
    }

    @GetMapping("/forward/fixed")
    String fixed(@RequestParam String page) {
      return "forward:/home";
    }

    @GetMapping("/forward/query")
    String query(@RequestParam String page) {
      return "forward:/list?page=" + page;
    }

    @GetMapping("/redirect")
    String redirect(@RequestParam String page) {
      return "redirect:/pages/" + page;
    }
  }
}
