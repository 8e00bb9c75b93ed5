package app;

import com.acme.config.Entry;
import com.acme.config.Store;
import javax.servlet.http.HttpServletRequest;

class Unknown {
  void run(HttpServletRequest request, Store store) {
    // What a library that nobody knows makes of a text is still the text.
    System.setProperty("app.mode", store.modeFor(request.getParameter("mode"))); // want: external-config-control "System.setProperty"
    store.setProperty("app.mode", request.getParameter("mode"));
  }

  void unknownSource(Entry entry) {
    System.setProperty("app.mode", entry.value());
  }
}
