package app;

import com.acme.http.Exchange;
import java.util.Set;

class Unknown {
  private static final Set<String> ADMINS = Set.of("10.0.0.7");

  boolean own(Exchange exchange) {
    // What a type is called matters less than the header's name.
    return ADMINS.contains(exchange.getHeader("X-Forwarded-For")); // want: forged-client-ip "looked up"
  }

  boolean other(Exchange exchange) {
    return ADMINS.contains(exchange.address()) || ADMINS.contains(exchange.getHeader("X-Id"));
  }
}
