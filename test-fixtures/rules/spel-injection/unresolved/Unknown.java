package app;

import com.acme.rules.Rule;
import com.acme.rules.Rules;
import javax.servlet.http.HttpServletRequest;
import org.springframework.expression.ExpressionParser;

class Unknown {
  void run(HttpServletRequest request, ExpressionParser parser, Rules rules) {
    // What a library that nobody knows makes of a text is still the text.
    parser.parseExpression(rules.expression(request.getParameter("rule"))); // want: spel-injection "parseExpression"
    rules.parseExpression(request.getParameter("rule"));
  }

  void unknownSource(Rule rule, ExpressionParser parser) {
    parser.parseExpression(rule.text());
  }
}
