package app;

import com.acme.web.Answer;
import com.acme.web.Targets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

class Unknown {
  void unknownSink(HttpServletRequest request, Answer answer) {
    answer.sendRedirect(request.getParameter("next"));
  }

  void unknownStep(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // A method that nobody knows is not taken for a check.
    response.sendRedirect(Targets.of(request.getParameter("next"))); // want: open-redirect "sendRedirect"
  }

  void unknownPath(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect(Targets.base() + "/orders/" + request.getParameter("id"));
  }
}
