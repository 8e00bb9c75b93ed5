package app;

import com.ql.util.express.DefaultContext;
import com.ql.util.express.ExpressRunner;
import com.ql.util.express.config.QLExpressRunStrategy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Restricted {
  static {
    QLExpressRunStrategy.setForbidInvokeSecurityRiskMethods(true);
  }

  @GetMapping("/rule")
  Object rule(@RequestParam String rule) throws Exception {
    // Reported with low confidence.
    return new ExpressRunner().execute(rule, new DefaultContext<>(), null, true, false); // want: el-injection "ExpressRunner.execute"
  }

  @GetMapping("/fixed")
  Object fixed(@RequestParam int amount) throws Exception {
    DefaultContext<String, Object> values = new DefaultContext<>();
    values.put("amount", amount);
    return new ExpressRunner().execute("amount * 2", values, null, true, false);
  }
}
