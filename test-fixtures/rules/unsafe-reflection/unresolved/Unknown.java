package app;

import com.acme.plugin.Plugin;
import com.acme.plugin.Plugins;
import javax.servlet.http.HttpServletRequest;

class Unknown {
  void run(HttpServletRequest request, Plugins plugins) throws ClassNotFoundException {
    // What a library that nobody knows makes of a text is still the text.
    Class.forName(plugins.className(request.getParameter("name"))); // want: unsafe-reflection "Class.forName"
    plugins.loadClass(request.getParameter("name"));
  }

  void unknownSource(Plugin plugin) throws ClassNotFoundException {
    Class.forName(plugin.type());
  }
}
