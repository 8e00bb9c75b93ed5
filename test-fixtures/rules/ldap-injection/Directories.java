package app;

import java.util.List;
import java.util.Map;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.servlet.http.HttpServletRequest;
import org.owasp.esapi.ESAPI;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.filter.AndFilter;
import org.springframework.ldap.filter.EqualsFilter;
import org.springframework.ldap.query.LdapQueryBuilder;
import org.springframework.ldap.support.LdapEncoder;
import org.springframework.ldap.support.LdapNameBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Directories {
  private static final String FILTER = "(&(objectClass=person)(uid=%s))";
  private static final Map<String, String> GROUPS = Map.of("staff", "cn=staff,ou=groups");

  private final LdapTemplate ldap;
  private final DirContext directory;

  Directories(LdapTemplate ldap, DirContext directory) {
    this.ldap = ldap;
    this.directory = directory;
  }

  enum Branch {
    NORTH,
    SOUTH
  }

  @GetMapping("/filter")
  void filter(@RequestParam String name) throws NamingException { // step: ldap-injection 1
    String filter = "(uid=" + name + ")"; // step: ldap-injection 2
    // want: ldap-injection "parameter name reaches DirContext.search as text of an LDAP filter"
    directory.search("ou=people", filter, new SearchControls()); // step: ldap-injection 3
  }

  @GetMapping("/base")
  void base(@PathVariable String unit) throws NamingException {
    directory.search("ou=" + unit + ",dc=example", "(uid={0})", new Object[] {unit}, new SearchControls()); // want: ldap-injection "as part of a distinguished name"
  }

  @GetMapping("/formatted")
  List<String> formatted(@RequestParam String name) {
    return ldap.search("", FILTER.formatted(name), (Object each) -> each.toString()); // want: ldap-injection "LdapTemplate.search as text of an LDAP filter"
  }

  @GetMapping("/login")
  boolean login(@RequestParam String name, @RequestParam String password) {
    return ldap.authenticate("", "(uid=" + name + ")", password); // want: ldap-injection "authenticate as text of an LDAP filter"
  }

  @GetMapping("/name")
  void name(@RequestParam String name) throws NamingException {
    LdapName made = new LdapName("uid=" + name + ",ou=people"); // want: ldap-injection "as part of a distinguished name"
    directory.getAttributes(made);
  }

  @GetMapping("/lookup")
  Object lookup(@RequestParam String name) throws NamingException {
    return directory.lookup("uid=" + name + ",ou=people"); // want: ldap-injection "lookup as part of a distinguished name"
  }

  // ---- safe ones

  @GetMapping("/arguments")
  void arguments(@RequestParam String name) throws NamingException {
    directory.search("ou=people", "(uid={0})", new Object[] {name}, new SearchControls());
  }

  @GetMapping("/encoded")
  List<String> encoded(@RequestParam String name) {
    String filter = "(uid=" + LdapEncoder.filterEncode(name) + ")";
    return ldap.search("", filter, (Object each) -> each.toString());
  }

  @GetMapping("/built")
  List<String> built(@RequestParam String name) {
    AndFilter filter = new AndFilter();
    filter.and(new EqualsFilter("objectClass", "person"));
    filter.and(new EqualsFilter("uid", name));
    return ldap.search("", filter.encode(), (Object each) -> each.toString());
  }

  @GetMapping("/query")
  List<String> query(@RequestParam String name) {
    return ldap.search(
        LdapQueryBuilder.query().base("ou=people").where("uid").is(name),
        (Object each) -> each.toString());
  }

  @GetMapping("/esapi")
  void esapi(@RequestParam String name) throws NamingException {
    String filter = "(uid=" + ESAPI.encoder().encodeForLDAP(name) + ")";
    directory.search("ou=people", filter, new SearchControls());
  }

  @GetMapping("/escaped")
  void escaped(@RequestParam String name) throws NamingException {
    String path = "uid=" + Rdn.escapeValue(name) + ",ou=people";
    directory.getAttributes(path);
    directory.lookup(path);
    directory.getAttributes(LdapNameBuilder.newInstance().add("uid", name).build());
  }

  @GetMapping("/numbers")
  void numbers(@RequestParam int id, @RequestParam Branch branch) throws NamingException {
    directory.search("ou=" + branch, "(uidNumber=" + id + ")", new SearchControls());
  }

  @GetMapping("/group")
  void group(HttpServletRequest request) throws NamingException {
    Context context = new InitialDirContext();
    context.lookup(GROUPS.getOrDefault(request.getParameter("group"), "cn=guests"));
  }

  @GetMapping("/matched")
  void matched(@RequestParam String name) throws NamingException {
    if (name.matches("[a-z0-9]+")) {
      directory.search("ou=people", "(uid=" + name + ")", new SearchControls());
    }
  }
}
