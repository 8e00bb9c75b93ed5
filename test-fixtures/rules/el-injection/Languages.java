package app;

import com.googlecode.aviator.AviatorEvaluator;
import com.ql.util.express.DefaultContext;
import com.ql.util.express.ExpressRunner;
import jakarta.el.ELProcessor;
import java.util.Map;
import java.util.Set;
import ognl.Ognl;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.MapContext;
import org.apache.commons.jexl3.introspection.JexlSandbox;
import org.mvel2.MVEL;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Languages {
  private static final Map<String, String> RULES = Map.of("vip", "total > 1000");
  private static final Set<String> FIELDS = Set.of("name", "total");

  record Rule(String name, String text) {}

  @GetMapping("/ognl")
  Object ognl(@RequestParam String path, Rule root) throws Exception { // step: el-injection 1
    // want: el-injection "parameter path reaches Ognl.getValue as an expression"
    return Ognl.getValue(path, root); // step: el-injection 2
  }

  @PostMapping("/mvel")
  Object mvel(@RequestBody Rule rule) {
    return MVEL.executeExpression(MVEL.compileExpression(rule.text())); // want: el-injection "MVEL.compileExpression"
  }

  @GetMapping("/jexl")
  Object jexl(@RequestParam String rule) {
    JexlEngine engine = new JexlBuilder().create();
    return engine.createExpression("total > " + rule).evaluate(new MapContext()); // want: el-injection "createExpression"
  }

  @GetMapping("/sandbox")
  Object sandbox(@RequestParam String rule) {
    // Reported with low confidence.
    JexlEngine engine = new JexlBuilder().sandbox(new JexlSandbox(false)).create();
    return engine.createExpression(rule).evaluate(new MapContext()); // want: el-injection "createExpression"
  }

  @GetMapping("/el")
  Object el(@RequestParam String rule) {
    return new ELProcessor().eval(rule); // want: el-injection "ELProcessor.eval"
  }

  @GetMapping("/aviator")
  Object aviator(@RequestParam String rule) {
    return AviatorEvaluator.execute(rule); // want: el-injection "AviatorEvaluator.execute"
  }

  @GetMapping("/ql")
  Object ql(@RequestParam String rule) throws Exception {
    return new ExpressRunner().execute(rule, new DefaultContext<>(), null, true, false); // want: el-injection "ExpressRunner.execute"
  }

  // ---- safe ones

  @GetMapping("/values")
  Object values(@RequestParam String name) {
    MapContext values = new MapContext();
    values.set("name", name);
    return new JexlBuilder().create().createExpression("name.length()").evaluate(values);
  }

  @GetMapping("/variables")
  Object variables(@RequestParam String name) {
    return MVEL.eval("name.length()", Map.of("name", name));
  }

  @GetMapping("/rule")
  Object rule(@RequestParam String rule) {
    return MVEL.eval(RULES.get(rule));
  }

  @GetMapping("/field")
  Object field(@RequestParam String field, Rule root) throws Exception {
    if (FIELDS.contains(field)) {
      return Ognl.getValue(field, root);
    }
    return null;
  }

  @GetMapping("/number")
  Object number(@RequestParam int limit) {
    return AviatorEvaluator.execute("10 > " + limit);
  }
}
