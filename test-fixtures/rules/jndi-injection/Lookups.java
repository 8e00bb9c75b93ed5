package app;

import java.rmi.Naming;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.springframework.jndi.JndiTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Lookups {
  private static final String PREFIX = "java:comp/env/";
  private static final Map<String, String> NAMES = Map.of("main", "java:comp/env/jdbc/main");
  private static final Set<String> SOURCES = Set.of("jdbc/main", "jdbc/audit");

  record Target(String host, int port, String name) {}

  enum Kind {
    MAIN,
    AUDIT
  }

  @GetMapping("/whole")
  Object whole(@RequestParam String name) throws NamingException { // step: jndi-injection 1
    Context context = new InitialContext();
    // want: jndi-injection "parameter name reaches Context.lookup as a name to look up"
    return context.lookup(name); // step: jndi-injection 2
  }

  @GetMapping("/static")
  Object staticLookup(@RequestParam String name) throws NamingException {
    return InitialContext.doLookup(name); // want: jndi-injection "doLookup"
  }

  @GetMapping("/template")
  Object template(@RequestParam String name) throws NamingException {
    return new JndiTemplate().lookup(name); // want: jndi-injection "JndiTemplate.lookup"
  }

  @PostMapping("/rmi")
  Object rmi(@RequestBody Target target) throws Exception {
    return Naming.lookup("rmi://" + target.host() + "/orders"); // want: jndi-injection "Naming.lookup"
  }

  @PostMapping("/jmx")
  Object jmx(@RequestBody Target target) throws Exception {
    String url = "service:jmx:rmi:///jndi/rmi://" + target.host() + ":" + target.port() + "/jmxrmi";
    return JMXConnectorFactory.connect(new JMXServiceURL(url)); // want: jndi-injection "JMX"
  }

  @GetMapping("/provider")
  Object provider(@RequestParam String url) throws NamingException {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put("java.naming.provider.url", url); // want: jndi-injection "put"
    return new InitialContext(environment);
  }

  // ---- safe ones

  @GetMapping("/prefixed")
  Object prefixed(@RequestParam String name) throws NamingException {
    return new InitialContext().lookup("java:comp/env/jdbc/" + name);
  }

  @GetMapping("/constant-prefix")
  Object constantPrefix(@RequestParam String name) throws NamingException {
    String path = PREFIX + name;
    return InitialContext.doLookup(path);
  }

  @GetMapping("/server")
  Object server(@RequestParam String name) throws Exception {
    return Naming.lookup("rmi://orders.internal/" + name);
  }

  @GetMapping("/mapped")
  Object mapped(@RequestParam String name) throws NamingException {
    return new InitialContext().lookup(NAMES.get(name));
  }

  @GetMapping("/allowed")
  Object allowed(@RequestParam String name) throws NamingException {
    return SOURCES.contains(name) ? new InitialContext().lookup(name) : null;
  }

  @GetMapping("/enum")
  Object chosen(@RequestParam Kind kind) throws NamingException {
    return new InitialContext().lookup(kind.name());
  }
}
