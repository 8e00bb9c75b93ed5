package app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.apache.commons.jxpath.JXPathContext;
import org.apache.commons.text.StringEscapeUtils;
import org.dom4j.Node;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@RestController
class Paths {
  private static final String LOGIN = "//user[name='%s' and password='%s']";
  private static final Set<String> FIELDS = Set.of("name", "email");
  private static final Map<String, String> LISTS = Map.of("all", "//user");

  private final Document users;

  Paths(Document users) {
    this.users = users;
  }

  record Login(String name, String password) {}

  enum Field {
    NAME,
    EMAIL
  }

  @GetMapping("/quoted")
  Object quoted(@RequestParam String name) throws XPathExpressionException { // step: xpath-injection 1
    XPath xpath = XPathFactory.newInstance().newXPath();
    String text = "//user[name='" + name + "']"; // step: xpath-injection 2
    // want: xpath-injection "parameter name reaches XPath.evaluate as text of an XPath"
    return xpath.evaluate(text, users, XPathConstants.NODESET); // step: xpath-injection 3
  }

  @PostMapping("/login")
  Object login(@RequestBody Login login) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    XPathExpression found = xpath.compile(String.format(LOGIN, login.name(), login.password())); // want: xpath-injection "XPath.compile"
    return found.evaluate(users);
  }

  @GetMapping("/whole")
  List<Node> whole(@RequestParam String path, org.dom4j.Document document) {
    return document.selectNodes(path); // want: xpath-injection "selectNodes"
  }

  @GetMapping("/beans")
  Object beans(@RequestParam String path, Login login) {
    return JXPathContext.newContext(login).getValue(path); // want: xpath-injection "getValue"
  }

  // ---- safe ones

  @GetMapping("/variable")
  Object variable(@RequestParam String name) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    xpath.setXPathVariableResolver(variable -> name);
    return xpath.evaluate("//user[name=$name]", users);
  }

  @GetMapping("/number")
  Object number(@PathVariable long id, @RequestParam Field field) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    return xpath.evaluate("//user[@id=" + id + "]/" + field, users);
  }

  @GetMapping("/allowed")
  Object allowed(@RequestParam String field) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    if (!FIELDS.contains(field)) {
      throw new IllegalArgumentException(field);
    }
    return xpath.evaluate("//user/" + field, users);
  }

  @GetMapping("/mapped")
  Object mapped(@RequestParam String list) throws XPathExpressionException {
    return XPathFactory.newInstance().newXPath().evaluate(LISTS.get(list), users);
  }

  @GetMapping("/escaped")
  Object escaped(@RequestParam String name) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    String text = "//user[name='" + StringEscapeUtils.escapeXml11(name) + "']";
    return xpath.evaluate(text, users);
  }

  @PostMapping("/document")
  Object document(HttpServletRequest request) throws Exception {
    // The document comes from outside, the path does not.
    XPath xpath = XPathFactory.newInstance().newXPath();
    return xpath.evaluate("/order/@id", new InputSource(request.getInputStream()));
  }
}
