package app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.Expression;
import org.springframework.expression.ExpressionParser;
import org.springframework.expression.common.TemplateParserContext;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Expressions {
  private static final Map<String, String> RULES = Map.of("vip", "total > 1000");
  private static final Set<String> FIELDS = Set.of("name", "total");

  private final ExpressionParser parser = new SpelExpressionParser();

  record Filter(String expression, List<String> fields) {}

  enum Field {
    NAME,
    TOTAL
  }

  @GetMapping("/whole")
  Object whole(@RequestParam String formula) { // step: spel-injection 1
    // want: spel-injection "parameter formula reaches ExpressionParser.parseExpression as a Spring expression"
    return parser.parseExpression(formula).getValue(); // step: spel-injection 2
  }

  @GetMapping("/part")
  Object part(@RequestParam String name, List<Object> people) {
    Expression expression = parser.parseExpression("?[name == '" + name + "']"); // want: spel-injection "parseExpression"
    return expression.getValue(people);
  }

  @PostMapping("/template")
  String template(@RequestBody Filter filter) {
    return parser
        .parseExpression("Hello #{" + filter.expression() + "}", new TemplateParserContext()) // want: spel-injection "parseExpression"
        .getValue(new StandardEvaluationContext(), String.class);
  }

  @GetMapping("/routing")
  Object routing(@RequestHeader("X-Routing") String routing) {
    return new SpelExpressionParser().parseRaw(routing).getValue(); // want: spel-injection "parseRaw"
  }

  @GetMapping("/either")
  Object either(@RequestParam String formula, @RequestParam boolean trusted) {
    Expression expression = parser.parseExpression(formula); // want: spel-injection "parseExpression"
    return trusted
        ? expression.getValue(new StandardEvaluationContext())
        : expression.getValue(SimpleEvaluationContext.forReadOnlyDataBinding().build());
  }

  // ---- safe ones

  @GetMapping("/restricted")
  Object restricted(@RequestParam String formula, Filter root) {
    EvaluationContext context = SimpleEvaluationContext.forReadOnlyDataBinding().build();
    Expression expression = parser.parseExpression(formula);
    return expression.getValue(context, root);
  }

  @GetMapping("/chained")
  Object chained(@RequestParam String formula, Filter root) {
    return parser
        .parseExpression(formula)
        .getValue(SimpleEvaluationContext.forPropertyAccessors().build(), root);
  }

  @GetMapping("/variable")
  Object variable(@RequestParam String name) {
    StandardEvaluationContext context = new StandardEvaluationContext();
    context.setVariable("name", name);
    return parser.parseExpression("#name.length()").getValue(context);
  }

  @GetMapping("/root")
  Object root(@RequestBody Filter filter) {
    return parser.parseExpression("expression.length()").getValue(filter);
  }

  @GetMapping("/rule")
  Object rule(@RequestParam String rule) {
    return parser.parseExpression(RULES.get(rule)).getValue();
  }

  @GetMapping("/field")
  Object field(@RequestParam String field, Filter filter) {
    if (!FIELDS.contains(field)) {
      throw new IllegalArgumentException(field);
    }
    return parser.parseExpression(field).getValue(filter);
  }

  @GetMapping("/enum")
  Object chosen(@RequestParam Field field, @RequestParam int more, Filter filter) {
    return parser.parseExpression(field + " + " + more).getValue(filter);
  }
}
