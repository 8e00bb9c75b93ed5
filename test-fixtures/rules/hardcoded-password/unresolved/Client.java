package app;

import com.unknown.client.*;

/** Nobody knows the types here: names decide, and what only a type could tell stays silent. */
class Client {
  void connect(UnknownClient client, UnknownStore store) {
    client.setPassword("wool9!"); // want: hardcoded-password "setPassword"
    client.withSecret("kettle#3"); // want: hardcoded-password "withSecret"
    client.setUser("app");
    client.connect("app", "wool9!");
    store.load(null, "wool9!".toCharArray());
    KeyStore.getInstance("JKS").load(null, "wool9!".toCharArray()); // gap: hardcoded-password an import on demand leaves KeyStore unknown
  }
}
