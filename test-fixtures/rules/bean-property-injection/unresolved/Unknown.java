package app;

import com.acme.beans.Beans;
import com.acme.beans.Change;
import javax.servlet.http.HttpServletRequest;
import org.springframework.beans.BeanWrapper;

class Unknown {
  void run(HttpServletRequest request, BeanWrapper wrapper, Beans beans) {
    // What a library that nobody knows makes of a text is still the text.
    wrapper.setPropertyValue(beans.property(request.getParameter("name")), 1); // want: bean-property-injection "setPropertyValue"
    beans.setProperty(request.getParameter("name"), 1);
  }

  void unknownSource(Change change, BeanWrapper wrapper) {
    wrapper.setPropertyValue(change.name(), change.value());
  }
}
