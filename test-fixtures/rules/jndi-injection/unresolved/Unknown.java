package app;

import com.acme.naming.Entry;
import com.acme.naming.Registry;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.servlet.http.HttpServletRequest;

class Unknown {
  void run(HttpServletRequest request, Context context, Registry registry) throws NamingException {
    // What a library that nobody knows makes of a text is still the text.
    context.lookup(registry.nameOf(request.getParameter("name"))); // want: jndi-injection "Context.lookup"
    registry.lookup(request.getParameter("name"));
  }

  void unknownSource(Entry entry, Context context) throws NamingException {
    context.lookup(entry.name());
  }
}
