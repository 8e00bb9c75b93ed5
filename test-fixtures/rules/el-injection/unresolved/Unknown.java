package app;

import com.acme.rules.Rule;
import com.acme.rules.Rules;
import javax.servlet.http.HttpServletRequest;
import org.mvel2.MVEL;

class Unknown {
  void run(HttpServletRequest request, Rules rules) {
    // What a library that nobody knows makes of a text is still the text.
    MVEL.eval(rules.expression(request.getParameter("rule"))); // want: el-injection "MVEL.eval"
    rules.eval(request.getParameter("rule"));
  }

  void unknownSource(Rule rule) {
    MVEL.eval(rule.text());
  }
}
