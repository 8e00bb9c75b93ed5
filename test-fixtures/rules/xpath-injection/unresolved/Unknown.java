package app;

import com.acme.xml.Finder;
import com.acme.xml.Wish;
import javax.servlet.http.HttpServletRequest;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;

class Unknown {
  void find(HttpServletRequest request, XPath xpath, Finder finder)
      throws XPathExpressionException {
    // What a library that nobody knows makes of a text is still the text.
    xpath.compile(finder.pathFor(request.getParameter("name"))); // want: xpath-injection "XPath.compile"
    finder.evaluate("//user[name='" + request.getParameter("name") + "']");
  }

  void unknownSource(Wish wish, XPath xpath) throws XPathExpressionException {
    xpath.compile("//user[name='" + wish.name() + "']");
  }
}
