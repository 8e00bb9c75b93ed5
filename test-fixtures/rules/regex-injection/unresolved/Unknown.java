package app;

import com.acme.search.Query;
import com.acme.search.Search;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

class Unknown {
  void run(HttpServletRequest request, Search search) {
    // What a library that nobody knows makes of a text is still the text.
    Pattern.compile(search.expression(request.getParameter("text"))); // want: regex-injection "Pattern.compile"
    search.matches(request.getParameter("text"));
  }

  void unknownSource(Query query) {
    Pattern.compile(query.text());
  }
}
