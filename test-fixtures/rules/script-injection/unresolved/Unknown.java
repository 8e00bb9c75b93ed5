package app;

import com.acme.script.Machine;
import com.acme.script.Task;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import javax.servlet.http.HttpServletRequest;

class Unknown {
  void run(HttpServletRequest request, ScriptEngine engine, Machine machine)
      throws ScriptException {
    // What a library that nobody knows makes of a text is still the text.
    engine.eval(machine.program(request.getParameter("code"))); // want: script-injection "ScriptEngine.eval"
    machine.eval(request.getParameter("code"));
  }

  void unknownSource(Task task, ScriptEngine engine) throws ScriptException {
    engine.eval(task.code());
  }
}
