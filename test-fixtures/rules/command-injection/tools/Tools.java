package app.tools;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Tools extends HttpServlet {
  private final Runner runner = new Runner();

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = request.getParameter("name");
    runner.run(Commands.CONVERT, name);
    runner.runLine(Commands.line(name));
    runner.runFixed(Commands.LIST);
    Conversion conversion = Conversion.builder().source(name).format("png").build();
    runner.convert(conversion);
    runner.quality(conversion.withQuality(Integer.parseInt(request.getParameter("quality"))));
  }
}
