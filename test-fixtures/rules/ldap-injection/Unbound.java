package app;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

class Unbound extends HttpServlet {
  private LDAPConnection connection;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String name = request.getParameter("name");
    try {
      concatenated(name);
      created(name);
      built(name);
    } catch (LDAPException e) {
      response.setStatus(500);
    }
  }

  private void concatenated(String name) throws LDAPException {
    StringBuilder filter = new StringBuilder("(|(cn=").append(name).append(")(uid=*))");
    connection.search("ou=people", SearchScope.SUB, filter.toString()); // want: ldap-injection "as text of an LDAP filter"
  }

  private void created(String name) throws LDAPException {
    connection.search("ou=people", SearchScope.SUB, Filter.create("(cn=" + name + ")")); // want: ldap-injection "Filter.create as text of an LDAP filter"
  }

  private void built(String name) throws LDAPException {
    connection.search("ou=people", SearchScope.SUB, Filter.createEqualityFilter("cn", name));
    connection.search("ou=people", SearchScope.SUB, "(cn=" + Filter.encodeValue(name) + ")");
  }
}
