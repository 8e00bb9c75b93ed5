package app;

import com.acme.data.Source;
import com.acme.data.Sources;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.servlet.http.HttpServletRequest;

class Unknown {
  void run(HttpServletRequest request, Sources sources) throws SQLException {
    // What a library that nobody knows makes of a text is still the text.
    DriverManager.getConnection(sources.urlOf(request.getParameter("name"))); // want: jdbc-url-injection "getConnection"
    sources.connect(request.getParameter("url"));
  }

  void unknownSource(Source source) throws SQLException {
    DriverManager.getConnection(source.url());
  }
}
