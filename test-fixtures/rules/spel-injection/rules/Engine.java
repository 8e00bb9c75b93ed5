package app.rules;

import org.springframework.expression.spel.standard.SpelExpressionParser;

class Engine {
  private final SpelExpressionParser parser = new SpelExpressionParser();

  Object evaluate(String rule) {
    return parser.parseExpression(rule).getValue(); // want: spel-injection "reaches SpelExpressionParser.parseExpression"
  }

  Object evaluateKnown(String rule) {
    return parser.parseExpression(rule).getValue();
  }
}
