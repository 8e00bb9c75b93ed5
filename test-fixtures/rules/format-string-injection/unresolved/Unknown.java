package app;

import com.acme.text.Phrase;
import com.acme.text.Phrases;
import javax.servlet.http.HttpServletRequest;

class Unknown {
  void run(HttpServletRequest request, Phrases phrases) {
    // What a library that nobody knows makes of a text is still the text.
    String.format(phrases.complete(request.getParameter("text")), 1); // want: format-string-injection "String.format"
    phrases.format(request.getParameter("text"), 1);
  }

  void unknownSource(Phrase phrase) {
    String.format(phrase.text(), 1);
  }
}
