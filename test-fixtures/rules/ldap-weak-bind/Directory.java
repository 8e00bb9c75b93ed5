package app;

import java.util.Hashtable;
import java.util.Properties;
import javax.naming.Context;
import javax.naming.directory.InitialDirContext;

class Directory {
  void anonymous() throws Exception {
    Hashtable<String, String> env = new Hashtable<>();
    env.put(Context.PROVIDER_URL, "ldap://directory.example.org");
    env.put(Context.SECURITY_AUTHENTICATION, "none"); // want: ldap-weak-bind "Directory.anonymous enters the directory without a name"
    new InitialDirContext(env);
  }

  void clear(String password) throws Exception {
    Hashtable<String, String> env = new Hashtable<>();
    env.put(Context.PROVIDER_URL, "ldap://directory.example.org:389");
    env.put(Context.SECURITY_AUTHENTICATION, "simple"); // want: ldap-weak-bind "Directory.clear sends the password in clear text over ldap"
    env.put(Context.SECURITY_CREDENTIALS, password);
    new InitialDirContext(env);
  }

  void byName(String password) throws Exception {
    Properties env = new Properties();
    env.setProperty("java.naming.provider.url", "ldap://directory.example.org:389");
    env.setProperty("java.naming.security.authentication", "simple"); // want: ldap-weak-bind "clear text"
    env.setProperty("java.naming.security.credentials", password);
    new InitialDirContext(env);
  }

  void sealed(String password) throws Exception {
    Hashtable<String, String> env = new Hashtable<>();
    env.put(Context.PROVIDER_URL, "ldaps://directory.example.org:636");
    env.put(Context.SECURITY_AUTHENTICATION, "simple");
    env.put(Context.SECURITY_CREDENTIALS, password);
    new InitialDirContext(env);
  }

  void local(String password) throws Exception {
    Hashtable<String, String> env = new Hashtable<>();
    env.put(Context.PROVIDER_URL, "ldap://localhost:389");
    env.put(Context.SECURITY_AUTHENTICATION, "simple");
    env.put(Context.SECURITY_CREDENTIALS, password);
    new InitialDirContext(env);
  }

  void configured(String url, String way) throws Exception {
    Hashtable<String, String> env = new Hashtable<>();
    env.put(Context.PROVIDER_URL, url);
    env.put(Context.SECURITY_AUTHENTICATION, way);
    env.put("something", "none");
    new InitialDirContext(env);
  }
}
