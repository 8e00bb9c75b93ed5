package app;

import com.acme.directory.Directory;
import com.acme.directory.Person;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;
import javax.servlet.http.HttpServletRequest;

class Unknown {
  void find(HttpServletRequest request, DirContext context, Directory own) throws NamingException {
    // What a library that nobody knows makes of a text is still the text.
    String filter = own.filterFor(request.getParameter("name"));
    context.search("ou=people", filter, new SearchControls()); // want: ldap-injection "DirContext.search"
    own.search("(uid=" + request.getParameter("name") + ")");
  }

  void unknownSource(Person person, DirContext context) throws NamingException {
    context.search("ou=people", "(uid=" + person.name() + ")", new SearchControls());
  }
}
