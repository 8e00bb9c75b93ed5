package app;

import groovy.lang.Binding;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyShell;
import groovy.util.Eval;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import jdk.jshell.JShell;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.SecureASTCustomizer;
import org.graalvm.polyglot.Context;
import org.mozilla.javascript.Scriptable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Scripts {
  private static final Map<String, String> RULES = Map.of("half", "amount / 2");
  private static final Set<String> OPERATORS = Set.of("+", "-");

  private final ScriptEngine engine = new ScriptEngineManager().getEngineByName("js");

  record Rule(String name, String code) {}

  enum Function {
    SIN,
    COS
  }

  @PostMapping("/js")
  Object js(@RequestBody String code) throws ScriptException { // step: script-injection 1
    // want: script-injection "parameter code reaches ScriptEngine.eval as code that is run"
    return engine.eval(code); // step: script-injection 2
  }

  @GetMapping("/formula")
  Object formula(@RequestParam String formula) throws ScriptException {
    return engine.eval("with (Math) { " + formula + " }"); // want: script-injection "ScriptEngine.eval"
  }

  @PostMapping("/compiled")
  Object compiled(@RequestBody Rule rule) throws ScriptException {
    return ((Compilable) engine).compile(rule.code()).eval(); // want: script-injection "Compilable.compile"
  }

  @PostMapping("/groovy")
  Object groovy(@RequestBody String code) {
    return new GroovyShell(new Binding()).parse(code).run(); // want: script-injection "GroovyShell.parse"
  }

  @PostMapping("/class")
  Class<?> groovyClass(@RequestBody String code) {
    return new GroovyClassLoader().parseClass(code); // want: script-injection "parseClass"
  }

  @GetMapping("/eval")
  Object eval(@RequestParam String code) {
    return Eval.x(4, code); // want: script-injection "Eval.x"
  }

  @PostMapping("/customized")
  Object customized(@RequestBody String code) {
    SecureASTCustomizer secure = new SecureASTCustomizer();
    secure.setAllowedImports(List.of());
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.addCompilationCustomizers(secure);
    // Reported with low confidence.
    return new GroovyShell(configuration).evaluate(code); // want: script-injection "GroovyShell.evaluate"
  }

  @PostMapping("/jshell")
  void jshell(@RequestBody String code) {
    try (JShell shell = JShell.create()) {
      shell.eval(code); // want: script-injection "JShell.eval"
    }
  }

  @PostMapping("/rhino")
  Object rhino(@RequestBody String code, org.mozilla.javascript.Context context, Scriptable scope) {
    return context.evaluateString(scope, code, "request", 1, null); // want: script-injection "evaluateString"
  }

  @PostMapping("/open")
  void open(@RequestBody String code) {
    try (Context context = Context.newBuilder("js").allowAllAccess(true).build()) {
      context.eval("js", code); // want: script-injection "Context.eval"
    }
  }

  // ---- safe ones

  @PostMapping("/closed")
  void closed(@RequestBody String code) {
    try (Context context = Context.newBuilder("js").allowAllAccess(false).build()) {
      context.eval("js", code);
    }
    try (Context context = Context.create("js")) {
      context.eval("js", code);
    }
  }

  @GetMapping("/values")
  Object values(@RequestParam String name) throws ScriptException {
    Bindings values = engine.createBindings();
    values.put("name", name);
    return engine.eval("name.length", values);
  }

  @GetMapping("/binding")
  Object binding(@RequestParam String name) {
    Binding values = new Binding();
    values.setVariable("name", name);
    return new GroovyShell(values).evaluate("name.size()");
  }

  @GetMapping("/rule")
  Object rule(@RequestParam String name) throws ScriptException {
    return engine.eval(RULES.get(name));
  }

  @GetMapping("/operator")
  Object operator(@RequestParam String operator, @RequestParam int a, @RequestParam int b)
      throws ScriptException {
    if (!OPERATORS.contains(operator)) {
      throw new IllegalArgumentException(operator);
    }
    return engine.eval(a + operator + b);
  }

  @GetMapping("/function")
  Object function(@RequestParam Function function, @RequestParam double x) throws ScriptException {
    return engine.eval("Math." + function.name().toLowerCase() + "(" + x + ")");
  }
}
