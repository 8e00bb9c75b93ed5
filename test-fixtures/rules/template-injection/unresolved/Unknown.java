package app;

import com.acme.mail.Letter;
import com.acme.mail.Letters;
import java.io.StringWriter;
import javax.servlet.http.HttpServletRequest;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.Velocity;

class Unknown {
  void run(HttpServletRequest request, Letters letters) {
    // What a library that nobody knows makes of a text is still the text.
    String text = letters.complete(request.getParameter("text"));
    Velocity.evaluate(new VelocityContext(), new StringWriter(), "letter", text); // want: template-injection "Velocity.evaluate"
    letters.evaluate(request.getParameter("text"));
  }

  void unknownSource(Letter letter) {
    Velocity.evaluate(new VelocityContext(), new StringWriter(), "letter", letter.text());
  }
}
